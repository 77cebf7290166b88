using System.Globalization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Ids of activities: the conversation's, a bar, the message's sequence in seven digits or more.</summary>
internal static class ActivityId
{
    internal static string Of(string conversation, long sequence) => $"{conversation}|{sequence.ToString("D7", CultureInfo.InvariantCulture)}";

    /// <returns>The message's sequence; null where the id is none of this conversation.</returns>
    internal static long? SequenceOf(string? id, string conversation) =>
        id?.StartsWith(conversation + "|", StringComparison.Ordinal) == true
        && long.TryParse(id.AsSpan(conversation.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : null;
}
