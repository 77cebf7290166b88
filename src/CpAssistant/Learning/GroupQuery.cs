namespace CpAssistant.Learning;

/// <summary>Why a question counts as not met.</summary>
public enum UnmetReason
{
    NotFound,
    Clarification,
    Unhelpful,
}

/// <summary>Which turns of which groups count; null stands for any.</summary>
public sealed record GroupQuery
{
    public UnmetReason? Reason { get; init; }

    /// <summary>A name of the gazetteer.</summary>
    public string? Province { get; init; }

    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether groups that need no answer are among them.</summary>
    public bool WithDismissed { get; init; }

    /// <summary>The latest asked first, rather than the most asked.</summary>
    public bool ByNewest { get; init; }
}
