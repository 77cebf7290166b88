using CpAssistant.Conversations;

namespace CpAssistant.Channels.DirectLine;

/// <summary>The transcript as clients read it, by poll or by stream.</summary>
public sealed class Transcript(ConversationStore conversations)
{
    /// <summary>A set of activities stays below some hundred kilobytes.</summary>
    internal const int MostInOneSet = 20;

    /// <returns>The activities after a sequence and the watermark behind them; null where there is no such conversation.</returns>
    internal (ActivitySet Set, long Last)? Read(string conversationId, long after, string root)
    {
        if (conversations.Find(conversationId) is not { } conversation)
        {
            return null;
        }

        var messages = conversations.MessagesAfter(conversationId, after, MostInOneSet);
        var last = messages.Count > 0 ? messages[^1].Sequence : after;
        var writer = new ActivityWriter(conversation, root);
        return (new ActivitySet([.. messages.Select(writer.Of)], Watermark.Of(last)), last);
    }
}
