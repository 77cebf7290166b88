using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>A stretch of a document that is found as one.</summary>
/// <param name="Document">Address of the document.</param>
/// <param name="Province">Null for a national text.</param>
/// <param name="Heading">The headings above it, outermost first; searched like the text. Empty where there are none.</param>
/// <param name="Text">What is searched and sliced by snippets; a passage without a word in it is never found.</param>
/// <param name="Span">Its place in the document's text.</param>
public sealed record Passage(string Document, string? Province, DocumentKind Kind, string Heading, string Text, TextSpan Span)
{
    /// <summary>Its place in the outline of the document.</summary>
    public int Provision { get; init; }

    /// <summary>What short forms in heading and text stand for, where neither says it in full, one a line; searched like the text.</summary>
    public string InFull { get; init; } = "";
}

/// <summary>Which passages may be found; null stands for any.</summary>
public sealed record PassageFilter
{
    public IReadOnlyCollection<string>? Documents { get; init; }

    /// <summary>Names of provinces; null among them lets national texts pass.</summary>
    public IReadOnlyCollection<string?>? Provinces { get; init; }

    public IReadOnlyCollection<DocumentKind>? Kinds { get; init; }

    public bool Accepts(Passage passage) =>
        (Documents is null || Documents.Contains(passage.Document))
        && (Provinces is null || Provinces.Contains(passage.Province))
        && (Kinds is null || Kinds.Contains(passage.Kind));
}
