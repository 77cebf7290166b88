using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.Conversations;

/// <summary>Plays the turns of a conversation one after another.</summary>
public sealed class ConversationRunner(TimeProvider time)
{
    /// <returns>The outcome of the last turn and its time.</returns>
    public (TurnOutcome Outcome, TimeSpan Elapsed) Run(IReadOnlyList<string> turns, KnowledgeSnapshot knowledge)
    {
        var state = ConversationState.Empty;
        foreach (var text in turns.SkipLast(1))
        {
            state = Run(text, state, knowledge).Outcome.State;
        }

        return Run(turns[^1], state, knowledge);
    }

    public (TurnOutcome Outcome, TimeSpan Elapsed) Run(string text, ConversationState state, KnowledgeSnapshot knowledge)
    {
        var started = time.GetTimestamp();
        var outcome = Assistant.Reply(new Turn(text, state, time.GetLocalNow()), knowledge);
        return (outcome, time.GetElapsedTime(started));
    }
}
