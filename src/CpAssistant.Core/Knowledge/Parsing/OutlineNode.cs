using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>A node while the outline is being built.</summary>
internal sealed class OutlineNode(int index, ProvisionKind kind, Label? label)
{
    /// <summary>Runs of lines that read on; each begins a sentence.</summary>
    private readonly List<TextSpan> _runs = [];

    internal int Index => index;

    internal ProvisionKind Kind { get; set; } = kind;

    internal Label? Label => label;

    internal OutlineNode? Parent { get; set; }

    /// <summary>Whether a later node goes on with the list that this one stands in.</summary>
    internal bool HasNext { get; set; }

    /// <summary>Whether a numbered node, a list or a paragraph stands under it.</summary>
    internal bool HasChildren { get; set; }

    /// <summary>Running text that the list after it belongs to: it ends with a colon or is a heading without a number.</summary>
    internal bool IsLead { get; set; }

    /// <summary>A line in bold or set as a heading.</summary>
    internal bool Strong { get; set; }

    /// <summary>Where its words begin, after number, sign and markup.</summary>
    internal int ContentStart { get; set; }

    internal IReadOnlyList<TextSpan> Runs => _runs;

    internal int Start => _runs[0].Start;

    internal int End => _runs[^1].End;

    internal TextSpan Span => new(Start, End);

    internal SourceLine LastLine { get; private set; } = null!;

    /// <summary>Adds a line that begins a new run.</summary>
    internal void Add(SourceLine line)
    {
        _runs.Add(line.Span);
        LastLine = line;
    }

    /// <summary>Adds a line that the last run goes on in.</summary>
    internal void Extend(SourceLine line)
    {
        _runs[^1] = _runs[^1] with { End = line.End };
        LastLine = line;
        ContentStart = ContentStart < 0 ? line.Start : ContentStart;
    }
}
