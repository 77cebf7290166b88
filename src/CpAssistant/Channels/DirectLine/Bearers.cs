namespace CpAssistant.Channels.DirectLine;

internal static class Bearers
{
    /// <returns>What stands behind "Bearer" in the Authorization header; null where nothing does.</returns>
    internal static string? Of(HttpRequest request) =>
        request.Headers.Authorization is [{ } value] && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && value[7..].Trim() is { Length: > 0 } bearer ? bearer : null;
}
