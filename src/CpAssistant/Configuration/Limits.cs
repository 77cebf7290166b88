using CpAssistant.Core.Dialogue;

namespace CpAssistant.Configuration;

/// <summary>Section <c>Limits</c>: how much one person may send.</summary>
public sealed record Limits
{
    /// <summary>Longest question, in UTF-16 units; at most what the assistant reads.</summary>
    public int QuestionCharacters { get; init; } = Assistant.MaxQuestionLength;

    /// <summary>Most turns of one conversation in one request.</summary>
    public int Turns { get; init; } = 50;

    /// <summary>Longest body of a request.</summary>
    public int RequestBytes { get; init; } = 256 * 1024;

    /// <summary>Requests from one address.</summary>
    public int RequestsPerMinute { get; init; } = 300;
}
