namespace CpAssistant.Enquiries;

/// <summary>Which enquiries are looked for; null takes all.</summary>
public sealed record EnquiryQuery
{
    /// <summary>Those that wait for an answer; else <see cref="Status"/> decides.</summary>
    public bool OpenOnly { get; init; }

    public EnquiryStatus? Status { get; init; }

    /// <summary>"" for those that name none.</summary>
    public string? Province { get; init; }

    /// <summary>"" for those that name none.</summary>
    public string? Industry { get; init; }

    public string? Channel { get; init; }

    /// <summary>Who is to answer; 0 for nobody yet.</summary>
    public long? OfficerId { get; init; }

    /// <summary>Waiting for an answer, and due on this day or before.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>Came in then or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Came in before that.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Whether it was ever answered, whatever its status is now.</summary>
    public bool? IsAnswered { get; init; }

    /// <summary>Answered after the day it was due on, or not answered and, seen from this day, overdue; closed ones too.</summary>
    public DateOnly? LateBy { get; init; }

    /// <summary>As FTS5 understands it.</summary>
    public string? Match { get; init; }
}
