using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Answering;

/// <summary>What became of a question.</summary>
public enum Outcome
{
    Answered,
    Clarification,
    NotFound,
    SmallTalk,
    Handoff,
}

/// <summary>Exact words of a document that an answer stands on.</summary>
/// <param name="Document">The document.</param>
/// <param name="Provision">The provision the words stand in.</param>
/// <param name="Span">Their place in the document's text.</param>
public sealed record Citation(Document Document, Provision Provision, TextSpan Span)
{
    /// <summary>The words as shown; of a digest these are a retelling and no quotation.</summary>
    public string Quote => Document.Quote(Span);

    public string Section => Document.SectionOf(Provision);

    public SourceKind Source => Document.Metadata.Source;
}

/// <summary>An answer before it is put into words of a channel.</summary>
public sealed record Answer
{
    public required Outcome Outcome { get; init; }

    /// <summary>One or two lines that name the agency, figure or date; rows of a table follow, one a line. Every figure in it stands in a citation.</summary>
    public required string Lead { get; init; }

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>What the reader should know beside it: ended periods, mergers, cautions, the office's address.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Questions that may be asked next, ready to be sent; for a clarification: the choices.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Ids of the agencies that the lead names, for a question that points back at them.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Where the same stands as a table, with more of its kind; null where there is none.</summary>
    public TableReference? Table { get; init; }

    /// <summary>0 to 1: how well the cited words cover what was asked.</summary>
    public double Confidence { get; init; }

    /// <summary>Why: rules that matched, facts considered, scores; for <c>ask --explain</c>.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];
}

/// <summary>The CP office that people are referred to; empty fields are left out.</summary>
public sealed record Office(string Name = "", string Address = "", string Phone = "", string Hours = "", string Email = "")
{
    public bool IsKnown => Name.Length + Address.Length + Phone.Length + Email.Length > 0;
}
