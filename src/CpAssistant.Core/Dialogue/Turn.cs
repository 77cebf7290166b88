using CpAssistant.Core.Answering;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Dialogue;

/// <summary>One message of a person, with all that the reply depends on.</summary>
/// <param name="Text">What the person wrote.</param>
/// <param name="State">What the conversation has come to before.</param>
/// <param name="Time">When it was written; today's date decides on ended periods.</param>
public sealed record Turn(string Text, ConversationState State, DateTimeOffset Time)
{
    /// <summary>The text before it was masked, for what a person gives about themselves with their consent; null where nothing was masked.</summary>
    public string? Unmasked { get; init; }

    /// <summary>Takes enquiries; null where the office cannot be reached over the channel, and people are told its address instead.</summary>
    public EnquiryDesk? Desk { get; init; }

    /// <summary>A command or an old button: no answer to what was asked last. An enquiry that was being written is given up.</summary>
    public bool IsAside { get; init; }
}

/// <summary>What a turn comes to.</summary>
/// <param name="Reply">The reply's text in the language of the question, for channels that show plain text.</param>
/// <param name="Answer">Its parts, for channels that lay them out.</param>
public sealed record TurnOutcome(string Reply, Answer Answer, ConversationState State, TurnLog Log)
{
    /// <summary>What goes to the office; null for nothing.</summary>
    public SentEnquiry? Enquiry { get; init; }

    /// <summary>Stands in the transcript and in the log in place of what the person wrote, which is kept elsewhere or nowhere; null where the words stand themselves.</summary>
    public string? InPlaceOfText { get; init; }
}

/// <summary>What the log keeps of a turn beside its texts.</summary>
public sealed record TurnLog(string Language, string Intent, IReadOnlyList<string> Provinces, Outcome Outcome, double Confidence)
{
    /// <summary>What the question comes down to; null for what is no question.</summary>
    public QuestionGist? Gist { get; init; }
}
