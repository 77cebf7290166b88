using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>An official document (or a digest of one) with its outline.</summary>
public sealed record Document
{
    /// <summary>The file's name without its ending, lower-case: the address of the document in the service.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name, as citations give it.</summary>
    public required string File { get; init; }

    /// <summary>The decoded text of the file. All offsets are UTF-16 units in it.</summary>
    public required string Text { get; init; }

    public required DocumentMetadata Metadata { get; init; }

    /// <summary>All nodes of the outline in reading order, parents before children.</summary>
    public required IReadOnlyList<Provision> Provisions { get; init; }

    /// <summary>
    /// What no quote shows, in order, without overlap: stray page numbers, front matter, rulers, and a body that stands a second time.
    /// </summary>
    public required IReadOnlyList<TextSpan> Noise { get; init; }

    /// <summary>Annexes and lists that the text names but does not hold, in its words.</summary>
    public required IReadOnlyList<string> MissingAnnexes { get; init; }

    /// <summary>What the reader should know about the state of the text (see <see cref="DocumentWarning"/>).</summary>
    public required IReadOnlyList<DocumentWarning> Warnings { get; init; }

    /// <returns>The nodes from the top of the outline down to <paramref name="provision"/>, itself last.</returns>
    public IReadOnlyList<Provision> PathTo(Provision provision)
    {
        var path = new List<Provision> { provision };
        while (path[^1].Parent is { } parent)
        {
            path.Add(Provisions[parent]);
        }

        path.Reverse();
        return path;
    }

    /// <returns>The section path as citations show it: "VI. TỔ CHỨC THỰC HIỆN › 9".</returns>
    public string SectionOf(Provision provision) => SectionPath.Of(this, provision);

    /// <returns>The words of a span as a reader sees them: lines and pages joined, markup and <see cref="Noise"/> dropped, no word added or changed.</returns>
    public string Quote(TextSpan span) => QuoteText.Of(this, span);

    /// <returns>The words of <see cref="Quote(TextSpan)"/>, cut where a mark begins or ends.</returns>
    /// <param name="marks">As <see cref="Marks.Of"/> gives them.</param>
    public IReadOnlyList<QuotePiece> Quote(TextSpan span, IReadOnlyList<TextSpan> marks) => QuoteText.Pieces(this, span, marks, keepLines: false);

    /// <returns>The same with the source's breaks after short lines, for a letterhead or a signature.</returns>
    /// <param name="marks">As <see cref="Marks.Of"/> gives them.</param>
    public IReadOnlyList<QuotePiece> Lines(TextSpan span, IReadOnlyList<TextSpan> marks) => QuoteText.Pieces(this, span, marks, keepLines: true);

    /// <returns>A readable name for each of <see cref="Provisions"/>, unique in the document, for addresses ("vi-9"); see <see cref="Knowledge.Anchors"/>.</returns>
    public IReadOnlyList<string> Anchors() => Knowledge.Anchors.Of(this);
}

/// <summary>A flaw of the text, with its place.</summary>
/// <param name="Code">Stable name: "lost-marks", "ocr-noise", "repeated-body", "missing-annex", "no-number", "no-date"…</param>
/// <param name="Message">The reason in Vietnamese, for the person who loads documents.</param>
/// <param name="Span">Where in the text; null where it concerns the whole.</param>
public sealed record DocumentWarning(string Code, string Message, TextSpan? Span);
