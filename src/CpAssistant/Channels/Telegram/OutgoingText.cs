namespace CpAssistant.Channels.Telegram;

/// <summary>A message to be sent, or the form that a sent one is given. Addresses in it show no preview.</summary>
/// <param name="Text">1 to 4,096 UTF-16 units as shown.</param>
public sealed record OutgoingText(long ChatId, string Text)
{
    /// <summary>The text is HTML of the Bot API; else it is shown as it stands.</summary>
    public bool IsHtml { get; init; }

    /// <summary>Topic of a forum; null outside forums. Of no effect on a sent message.</summary>
    public long? ThreadId { get; init; }

    /// <summary>Message that this one replies to; one that is gone does not keep it from being sent. Of no effect on a sent message.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>Rows of buttons; null for none, which takes them away from a sent message.</summary>
    public IReadOnlyList<IReadOnlyList<InlineButton>>? Keyboard { get; init; }
}
