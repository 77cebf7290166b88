namespace CpAssistant.Enquiries;

/// <summary>Which enquiries are looked for; null takes all.</summary>
public sealed record EnquiryQuery
{
    /// <summary>Those that wait for an answer; else <see cref="Status"/> decides.</summary>
    public bool OpenOnly { get; init; }

    public EnquiryStatus? Status { get; init; }

    public string? Province { get; init; }

    public string? Industry { get; init; }

    public string? Channel { get; init; }

    /// <summary>Who is to answer; 0 for nobody yet.</summary>
    public long? OfficerId { get; init; }

    /// <summary>Waiting for an answer, and due on this day or before.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>As FTS5 understands it.</summary>
    public string? Match { get; init; }
}
