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
}

/// <summary>One message of the transcript.</summary>
/// <param name="Sequence">1, 2, 3 … within the conversation.</param>
/// <param name="MessageId">The id that the channel gave it; null where it gave none, and for what the assistant says.</param>
/// <param name="ReplyTo">Sequence of the message that this one answers; null for a person's message.</param>
/// <param name="Text">With personal numbers masked.</param>
/// <param name="Reply">Its parts; null for a person's message.</param>
/// <param name="At">Strictly rising within a conversation, in whole milliseconds.</param>
public sealed record Message(string ConversationId, long Sequence, MessageAuthor Author, string? MessageId, long? ReplyTo, string Text, Reply? Reply, DateTimeOffset At);

/// <summary>A message as a channel receives it.</summary>
/// <param name="Id">The same id in one conversation is the same message; null where the channel gives none.</param>
public sealed record IncomingMessage(string? Id, string Text)
{
    /// <summary>What the person wrote before and has corrected, as the transcript has it: it no longer bears on the conversation. Null for nothing.</summary>
    public string? InPlaceOf { get; init; }
}

/// <summary>What a person thinks of a reply.</summary>
/// <param name="Comment">In the person's words; null where none are given.</param>
public sealed record Feedback(bool Helpful, string? Comment);
