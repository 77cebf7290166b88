namespace CpAssistant.Learning;

public enum GroupingStage
{
    /// <summary>Nothing is under way.</summary>
    Idle,

    /// <summary>An officer has asked for it, and it has not begun.</summary>
    Waiting,

    /// <summary>Questions that were read with other language data, or never, are read.</summary>
    Reading,

    /// <summary>Questions are compared with one another.</summary>
    Comparing,

    Writing,
}

/// <summary>How far the grouping of questions has come.</summary>
/// <param name="Done">Of the stage.</param>
/// <param name="Of">How many the stage has; 0 where that is not known yet.</param>
/// <param name="HasFailed">Whether the latest run that ended did so with a fault; the groups of the one before stand.</param>
public sealed record GroupingProgress(GroupingStage Stage, int Done, int Of, bool HasFailed)
{
    public bool IsUnderWay => Stage != GroupingStage.Idle;
}
