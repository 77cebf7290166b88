using CpAssistant.Core.Dialogue;

namespace CpAssistant.Conversations;

/// <summary>What a channel says when a person opens a conversation.</summary>
/// <param name="UserId">As the channel knows the person.</param>
/// <param name="Locale">Such as "vi-VN".</param>
/// <param name="Province">The person's choice, a name of the gazetteer; null for none.</param>
/// <param name="Park">Industrial park that the person's enterprise is in; null where none is known.</param>
public sealed record NewConversation(string Id, string Channel, string UserId, string Locale, string? Province, string? Park = null);

/// <summary>A conversation as it stands.</summary>
/// <param name="LastSequence">Of its messages; 0 before the first.</param>
public sealed record Conversation(string Id, string Channel, string UserId, string Locale, ConversationState State, long LastSequence, DateTimeOffset ChangedAt);

public enum MessageAuthor
{
    User,
    Assistant,
    Officer,
}

/// <summary>One message of the transcript.</summary>
/// <param name="Sequence">1, 2, 3 … within the conversation.</param>
/// <param name="MessageId">The id that the channel gave it; null where it gave none, and for what the assistant says.</param>
/// <param name="ReplyTo">Sequence of the message that this one answers; null for a person's and an officer's message.</param>
/// <param name="Text">A person's with personal numbers masked; where it told of the person themselves, words in its place.</param>
/// <param name="Reply">Its parts; null for a person's message.</param>
/// <param name="At">Strictly rising within a conversation, in whole milliseconds.</param>
/// <param name="ShownAt">When the channel is known to have shown an officer's message; null where it is not, and for all others.</param>
public sealed record Message(
    string ConversationId, long Sequence, MessageAuthor Author, string? MessageId, long? ReplyTo, string Text, Reply? Reply, DateTimeOffset At, DateTimeOffset? ShownAt = null);

/// <summary>A message as a channel receives it.</summary>
/// <param name="Id">The same id in one conversation is the same message; null where the channel gives none.</param>
public sealed record IncomingMessage(string? Id, string Text)
{
    /// <summary>What the person wrote before and has corrected, as the transcript has it: it no longer bears on the conversation. Null for nothing.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>It is no answer to what was asked last: a command, or the button of an earlier reply.</summary>
    public bool IsAside { get; init; }

    /// <summary>Others read along: the office takes no enquiries here.</summary>
    public bool IsPublic { get; init; }
}

/// <summary>What a person thinks of a reply.</summary>
/// <param name="Comment">In the person's words; null where none are given.</param>
public sealed record Feedback(bool Helpful, string? Comment);
