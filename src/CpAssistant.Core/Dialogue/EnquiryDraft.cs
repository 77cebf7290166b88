namespace CpAssistant.Core.Dialogue;

/// <summary>What an enquiry to the office is asked for, in this order.</summary>
public enum EnquiryStep
{
    Question,

    /// <summary>Whether name and contact may be kept, so that the office can answer.</summary>
    Consent,
    Name,
    Place,
    Industry,
    Contact,

    /// <summary>Whether the office may also use them to invite to training.</summary>
    Invitation,

    /// <summary>What is to be added to an enquiry that was sent before.</summary>
    Addition,
}

/// <summary>What personal data are kept for.</summary>
public enum ConsentPurpose
{
    /// <summary>To answer this enquiry.</summary>
    Answer,

    /// <summary>To invite to training and support.</summary>
    Invitation,
}

/// <summary>What a person decided, and the words that were put before them.</summary>
public sealed record Consent(ConsentPurpose Purpose, bool Given, string Wording, DateTimeOffset At);

/// <summary>An enquiry that is being written. Name and contact are personal data: a draft is never kept in plain words.</summary>
/// <param name="Step">What the person has been asked for.</param>
/// <param name="English">Language of the form.</param>
/// <param name="At">Of the latest step.</param>
public sealed record EnquiryDraft(EnquiryStep Step, bool English, DateTimeOffset At)
{
    /// <summary>Longest name, place, industry or contact, in UTF-16 units.</summary>
    public const int LongestDetail = 300;

    /// <summary>Intent of the turns in which an enquiry is written, in the log; all others are kinds of question, or why one was not read.</summary>
    public const string Intent = "Enquiry";

    /// <summary>A draft that was left lying is not taken up again.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);

    /// <summary>Masked. At the first step what was asked last, which the person may take over.</summary>
    public string Question { get; init; } = "";

    /// <summary>Of the enterprise; null where it was left out.</summary>
    public string? Name { get; init; }

    /// <summary>A name of the gazetteer.</summary>
    public string? Province { get; init; }

    /// <summary>Industrial park or other place, and an industry that is not in the list, as the person wrote it, masked.</summary>
    public string? Park { get; init; }

    /// <summary>A name of <c>industries.yaml</c>; null where the person named none of them.</summary>
    public string? Industry { get; init; }

    /// <summary>How the person wants to be reached, as they wrote it.</summary>
    public string? Contact { get; init; }

    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>The enquiry that is added to; null for a new one.</summary>
    public string? Reference { get; init; }
}

/// <summary>What the office needs of a channel to take enquiries over it.</summary>
/// <param name="NextReference">Given to an enquiry that this turn sends: "CP-2026-00017".</param>
/// <param name="WorkingDays">Within which the office answers.</param>
/// <param name="IsForeign">The channel belongs to a foreign platform, which people are told before they name themselves.</param>
/// <param name="IsFull">So many enquiries have come in, of this conversation or of all, that no further one is taken for now.</param>
public sealed record EnquiryDesk(string NextReference, int WorkingDays, bool IsForeign, bool IsFull = false);

/// <summary>What a turn hands to the office.</summary>
public abstract record SentEnquiry(string Reference)
{
    /// <param name="DueOn">By when the office is to answer.</param>
    /// <param name="Content">Name and contact are null without consent.</param>
    public sealed record Opened(string Reference, DateOnly DueOn, EnquiryDraft Content) : SentEnquiry(Reference);

    /// <param name="Text">Masked.</param>
    public sealed record Added(string Reference, string Text) : SentEnquiry(Reference);
}
