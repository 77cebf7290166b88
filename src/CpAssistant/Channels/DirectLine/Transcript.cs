using CpAssistant.Conversations;

namespace CpAssistant.Channels.DirectLine;

/// <summary>The transcript as clients read it, by poll or by stream.</summary>
public sealed class Transcript(ConversationStore conversations)
{
    /// <summary>A set of activities stays below some hundred kilobytes.</summary>
    internal const int MostInOneSet = 20;

    /// <returns>What stands after a sequence; null where there is no such conversation.</returns>
    internal TranscriptPart? Read(string conversationId, long after, string root)
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return null;
        }

        var messages = conversations.MessagesAfter(conversationId, after, MostInOneSet);
        var last = messages.Count > 0 ? messages[^1].Sequence : after;
        var writer = new ActivityWriter(conversation, root);
        return new TranscriptPart(
            new ActivitySet([.. messages.Select(writer.Of)], Watermark.Of(last)), last, messages.Any(message => message is { Author: MessageAuthor.Officer, ShownAt: null }));
    }

    /// <summary>A client has been sent this part; where an officer wrote in it, the office can see that it was.</summary>
    internal Task ShownAsync(string conversationId, TranscriptPart part) =>
        part.IsAwaited ? conversations.MarkShownAsync(conversationId, part.Last) : Task.CompletedTask;
}

/// <summary>A part of a transcript as it is sent.</summary>
/// <param name="Last">Sequence of its last message; the one it was read after where it is empty.</param>
/// <param name="IsAwaited">An officer's message stands in it that no client has been sent before.</param>
internal sealed record TranscriptPart(ActivitySet Set, long Last, bool IsAwaited);
