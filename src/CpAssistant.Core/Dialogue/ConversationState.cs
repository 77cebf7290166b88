namespace CpAssistant.Core.Dialogue;

/// <summary>What one turn hands on to the next; plain data, to be stored as JSON.</summary>
public sealed record ConversationState
{
    public static ConversationState Empty { get; } = new();

    /// <summary>The utterances of the conversation so far that still bear on it, oldest first, at most a few.</summary>
    public IReadOnlyList<string> Utterances { get; init; } = [];
}
