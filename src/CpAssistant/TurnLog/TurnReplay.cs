using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.TurnLog;

/// <summary>A logged turn played again on the knowledge of today, beside what was answered then.</summary>
/// <param name="Given">The reply of then; null where the transcript no longer has it, and then nothing differs.</param>
/// <param name="FromState">False where the turn was logged without its state and is played as the first of a conversation.</param>
public sealed record TurnReplay(Reply? Given, Reply Today, IReadOnlyList<string> Trace, string Intent, double Confidence, string KnowledgeVersion, bool FromState)
{
    public bool OutcomeDiffers => Given is not null && Given.Outcome != Today.Outcome;

    public bool LeadDiffers => Given is not null && Given.Lead != Today.Lead;

    /// <summary>Cited then and no longer.</summary>
    public IReadOnlySet<CitedSource> Gone => Without(Given?.Sources ?? [], Today.Sources);

    /// <summary>Cited today and not then.</summary>
    public IReadOnlySet<CitedSource> New => Given is null ? new HashSet<CitedSource>() : Without(Today.Sources, Given.Sources);

    public bool IsSame => !OutcomeDiffers && !LeadDiffers && Gone.Count + New.Count == 0;

    /// <summary>The same words at the same place of the same document are the same source, wherever in its file they have moved to.</summary>
    private static HashSet<CitedSource> Without(IReadOnlyList<CitedSource> sources, IReadOnlyList<CitedSource> others) =>
        [.. sources.Where(source => !others.Any(other => KeyOf(other) == KeyOf(source)))];

    private static (string Document, string Section, string Quote) KeyOf(CitedSource source) => (source.Citation.Document, source.Citation.Section, source.Citation.Quote);

    internal static TurnReplay Of(TurnDetail turn, TurnRunner runner, KnowledgeSnapshot knowledge)
    {
        var outcome = runner.ReplyTo(new Turn(turn.Question, turn.State ?? ConversationState.Empty, turn.At), knowledge);
        return new TurnReplay(
            turn.Reply,
            Reply.Of(outcome, knowledge),
            outcome.Answer.Trace,
            outcome.Log.Intent,
            outcome.Answer.Confidence,
            knowledge.Version,
            FromState: turn.State is not null);
    }
}
