using CpAssistant.Core.Answering;

namespace CpAssistant.Core.Dialogue;

/// <summary>The whole assistant: a turn and the knowledge in, the outcome out. Pure.</summary>
public static class Assistant
{
    /// <summary>Answers one message.</summary>
    public static TurnOutcome Reply(Turn turn, KnowledgeSnapshot knowledge)
    {
        var answer = new Answer { Outcome = Outcome.NotFound, Lead = $"{knowledge.Documents.Count}: {turn.Text}" };
        return new TurnOutcome(answer.Lead, answer, turn.State, new TurnLog("vi", "passage", [], answer.Outcome, 0));
    }
}
