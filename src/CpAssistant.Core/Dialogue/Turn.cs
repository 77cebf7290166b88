using CpAssistant.Core.Answering;

namespace CpAssistant.Core.Dialogue;

/// <summary>One message of a person, with all that the reply depends on.</summary>
/// <param name="Text">What the person wrote.</param>
/// <param name="State">What the conversation has come to before.</param>
/// <param name="Time">When it was written; today's date decides on ended periods.</param>
public sealed record Turn(string Text, ConversationState State, DateTimeOffset Time);

/// <summary>What a turn comes to.</summary>
/// <param name="Reply">The reply's text in the language of the question, for channels that show plain text.</param>
/// <param name="Answer">Its parts, for channels that lay them out.</param>
public sealed record TurnOutcome(string Reply, Answer Answer, ConversationState State, TurnLog Log);

/// <summary>What the log keeps of a turn beside its texts.</summary>
public sealed record TurnLog(string Language, string Intent, IReadOnlyList<string> Provinces, Outcome Outcome, double Confidence);
