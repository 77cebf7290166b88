namespace CpAssistant.Channels.DirectLine;

/// <summary>Origins of pages, as browsers name them: scheme, host, and the port where it is not the usual one.</summary>
internal static class Origin
{
    private const int MaxLength = 300;

    /// <returns>The origin as a browser would send it; null where the text is none.</returns>
    internal static string? Read(string? text) =>
        text is { Length: > 0 and <= MaxLength } && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0 && uri.Host.Length > 0
            ? uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped).ToLowerInvariant()
            : null;

    /// <returns>The origin that the service was called under.</returns>
    internal static string? OfService(HttpRequest request) => Read($"{request.Scheme}://{request.Host.Value}");

    /// <returns>False only where a browser tells that a page of another origin is asking.</returns>
    internal static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin, ..] || (Read(origin) is { } known && known == OfService(request));
}
