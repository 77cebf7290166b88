namespace CpAssistant.Channels.Telegram;

/// <summary>What became of showing a message in Telegram.</summary>
internal abstract record Shown
{
    /// <param name="MessageId">Of a message that was sent; null for one that was changed.</param>
    internal sealed record Done(long? MessageId) : Shown;

    /// <summary>The message that was to be changed is no longer there.</summary>
    internal sealed record Gone : Shown;

    /// <summary>Too fast (429).</summary>
    internal sealed record Wait(TimeSpan For) : Shown;

    /// <summary>The bot is blocked, removed, or the chat is gone (403 and the like).</summary>
    internal sealed record Unreachable(string Reason) : Shown;

    /// <summary>The group goes on under another id.</summary>
    internal sealed record Moved(long To) : Shown;

    /// <summary>Telegram will not take this message however often it is sent.</summary>
    internal sealed record Impossible(string Reason) : Shown;

    /// <param name="MayBeDone">Telegram may have carried it out.</param>
    /// <param name="Answered">Telegram can be reached, and has a fault of its own.</param>
    internal sealed record Failed(string Reason, bool MayBeDone, bool Answered) : Shown;

    private Shown() { }
}
