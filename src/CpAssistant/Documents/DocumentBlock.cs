using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Documents;

/// <summary>How a provision is set on the page of its document.</summary>
internal enum BlockShape
{
    Heading,
    Text,

    /// <summary>Hangs from its number or dash.</summary>
    Item,

    /// <summary>Letterhead, title, signature, recipients: line by line.</summary>
    Lines,
}

/// <summary>A provision as it stands on the page of its document.</summary>
/// <param name="Anchor">Its name in addresses.</param>
/// <param name="Level">Of a heading: headings above it. Of anything else: steps it is set in by. From 0.</param>
/// <param name="OutlineDepth">Entries above it in the list of contents.</param>
/// <param name="InOutline">Whether the list of contents names it.</param>
internal sealed record DocumentBlock(Provision Provision, string Anchor, BlockShape Shape, int Level, int OutlineDepth, bool InOutline, IReadOnlyList<QuotePiece> Pieces)
{
    /// <summary>Room for the signs around a heading: stops, brackets, markup.</summary>
    private const int Signs = 12;

    /// <returns>One for each provision, in reading order.</returns>
    /// <param name="marks">As <see cref="Marks.Of"/> gives them.</param>
    internal static IReadOnlyList<DocumentBlock> Of(Document document, IReadOnlyList<TextSpan> marks)
    {
        var anchors = document.Anchors();
        var blocks = new List<DocumentBlock>(document.Provisions.Count);
        foreach (var provision in document.Provisions)
        {
            var shape = ShapeOf(provision);
            var above = provision.Parent is { } parent ? blocks[parent] : null;
            blocks.Add(new DocumentBlock(
                provision,
                anchors[provision.Index],
                shape,
                LevelUnder(above, shape),
                above is null ? 0 : above.OutlineDepth + (above.InOutline ? 1 : 0),
                IsInOutline(provision, shape),
                shape == BlockShape.Lines ? document.Lines(provision.Span, marks) : document.Quote(provision.Span, marks)));
        }

        return blocks;
    }

    private static BlockShape ShapeOf(Provision provision) => provision.Kind switch
    {
        ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients => BlockShape.Lines,
        ProvisionKind.Annex => BlockShape.Heading,
        ProvisionKind.Item => BlockShape.Item,
        _ when IsOnlyHeading(provision) => BlockShape.Heading,
        ProvisionKind.Paragraph => BlockShape.Text,
        _ => BlockShape.Item,
    };

    /// <summary>Headings count headings; text is set in under text, and stands at the margin under a heading.</summary>
    private static int LevelUnder(DocumentBlock? above, BlockShape shape) => (above?.Shape, shape) switch
    {
        (null, _) => 0,
        (BlockShape.Heading, BlockShape.Heading) => above!.Level + 1,
        (BlockShape.Heading, _) => 0,
        (_, BlockShape.Heading) => above!.Level,
        _ => above!.Level + 1,
    };

    private static bool IsOnlyHeading(Provision provision) =>
        provision.Heading.Length > 0 && provision.Span.Length <= provision.Label.Length + provision.Heading.Length + Signs;

    private static bool IsInOutline(Provision provision, BlockShape shape) =>
        shape == BlockShape.Heading || provision.Kind is ProvisionKind.Part or ProvisionKind.Article or ProvisionKind.Section;
}
