namespace CpAssistant.Channels.DirectLine;

/// <summary>Absolute addresses, under the name that the service was called by.</summary>
internal static class Addresses
{
    /// <returns>Without a slash at the end.</returns>
    internal static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";

    internal static string Domain(HttpRequest request) => Root(request) + DirectLineGate.Path;

    internal static string Stream(HttpRequest request, string conversation, string ticket) =>
        $"{(request.IsHttps ? "wss" : "ws")}{Domain(request)[request.Scheme.Length..]}/conversations/{conversation}/stream?t={ticket}";
}
