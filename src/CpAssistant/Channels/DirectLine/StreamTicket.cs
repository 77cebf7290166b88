namespace CpAssistant.Channels.DirectLine;

/// <summary>Opens one stream, soon. It stands in an address, where a token is never to stand.</summary>
/// <param name="Watermark">The stream starts after this message.</param>
/// <param name="Origins">As of the token it was given for.</param>
public sealed record StreamTicket(string Conversation, long Watermark, IReadOnlyList<string> Origins, DateTimeOffset Expires)
{
    /// <summary>The ticket that the call was made with.</summary>
    public static ValueTask<StreamTicket?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<StreamTicket>());
}
