namespace CpAssistant.TurnLog;

/// <summary>What was thought of a reply.</summary>
public enum TurnVote
{
    Helpful,
    Unhelpful,
    None,
}
