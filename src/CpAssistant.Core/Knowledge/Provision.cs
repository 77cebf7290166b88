using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>What a node of the outline is, by its numbering.</summary>
public enum ProvisionKind
{
    /// <summary>What stands before the numbered body: header, title, grounds, opening words.</summary>
    Preamble,

    /// <summary>Phần, chương, or a Roman numeral.</summary>
    Part,

    /// <summary>Điều.</summary>
    Article,

    /// <summary>An Arabic numeral (mục, khoản), also 1.1.</summary>
    Section,

    /// <summary>A letter: a) … đ).</summary>
    Point,

    /// <summary>A dash, plus, star or bullet.</summary>
    Item,

    /// <summary>
    /// Running text without a number: the text under a heading, a lead-in with a colon (the parent of the list that follows
    /// it), or a heading without a number.
    /// </summary>
    Paragraph,

    /// <summary>The signature block.</summary>
    Signature,

    /// <summary>Nơi nhận.</summary>
    Recipients,

    /// <summary>An annex that follows the signature.</summary>
    Annex,
}

/// <summary>One node of a document's outline.</summary>
public sealed record Provision
{
    /// <summary>Place in <see cref="Document.Provisions"/>, which is reading order.</summary>
    public required int Index { get; init; }

    /// <summary>Index of the node above; null at the top.</summary>
    public required int? Parent { get; init; }

    public required ProvisionKind Kind { get; init; }

    /// <summary>The number as it stands, without its sign: "VI", "9", "1.2", "đ", "-", "+"; "Điều 3" → "3"; empty for running text.</summary>
    public required string Label { get; init; }

    /// <summary>
    /// The words of a heading without label, markup and final colon ("TỔ CHỨC THỰC HIỆN", "Sở Công Thương"); empty where the
    /// node is a sentence and not a heading. A line "- Khó khăn: Kinh phí …" has the heading "Khó khăn".
    /// </summary>
    public required string Heading { get; init; }

    /// <summary>The node's own text from its label on, without its children.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The sentences of the node's own text in order; the first begins at the label. A sentence runs on over page breaks.</summary>
    public required IReadOnlyList<TextSpan> Sentences { get; init; }
}
