using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>A text's outline: its nodes and what no quote shows.</summary>
/// <param name="Lines">All lines that are words of the document.</param>
/// <param name="Noise">Spans in order, without overlap.</param>
internal sealed record Outline(string Text, IReadOnlyList<SourceLine> Lines, IReadOnlyList<OutlineNode> Nodes, IReadOnlyList<TextSpan> Noise, TextSpan? Repeated);

/// <summary>From text to outline.</summary>
internal static class OutlineReader
{
    /// <param name="from">Where the text begins after its front matter.</param>
    internal static Outline Read(string text, int from)
    {
        var noise = new List<TextSpan>();
        if (from > 0)
        {
            noise.Add(new TextSpan(0, from));
        }

        var lines = SiteFurniture.Remove(WithoutNoise(RunningLines.Remove(text, FlatTable.Mark(LineReader.Read(text, from)), noise), noise), noise);
        var (kept, repeated) = RepeatedBody.Remove(lines);
        foreach (var span in repeated)
        {
            noise.RemoveAll(span.Contains);
            noise.Add(span);
        }

        noise.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new Outline(text, kept, OutlineBuilder.Build(kept), noise, repeated.Count > 0 ? repeated[^1] : null);
    }

    /// <returns>The nodes as provisions; all spans in the text that was read.</returns>
    internal static List<Provision> ToProvisions(Outline outline)
    {
        foreach (var node in outline.Nodes)
        {
            if (node.Parent is { } parent)
            {
                parent.HasChildren = true;
            }
        }

        return [.. outline.Nodes.Select(node => new Provision
        {
            Index = node.Index,
            Parent = node.Parent?.Index,
            Kind = node.Kind,
            Label = node.Label?.Written ?? "",
            Heading = HeadingReader.Read(outline.Text, node),
            Span = node.Span,
            Sentences = Sentences(outline, node),
        })];
    }

    /// <summary>What is left out between two runs lies in the sentence before it, as what is left out inside a sentence does.</summary>
    private static List<TextSpan> Sentences(Outline outline, OutlineNode node)
    {
        var from = node.ContentStart < 0 ? node.Start : node.ContentStart;
        var sentences = new List<TextSpan>();
        foreach (var run in node.Runs)
        {
            if (sentences.Count > 0 && LastBefore(outline.Noise, run.Start) is { } left && left.Start >= sentences[^1].End)
            {
                sentences[^1] = sentences[^1] with { End = left.End };
            }

            sentences.AddRange(SentenceSplitter.Split(outline.Text, run, from));
        }

        return sentences;
    }

    private static TextSpan? LastBefore(IReadOnlyList<TextSpan> spans, int place)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? spans[low - 1] : null;
    }

    private static List<SourceLine> WithoutNoise(List<SourceLine> lines, List<TextSpan> noise)
    {
        var kept = new List<SourceLine>(lines.Count);
        var reader = new NoiseLines();
        var afterPage = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var found = reader.Read(lines, i, kept.Count > 0 ? kept[^1] : null);
            if (found == LineNoise.None)
            {
                kept.Add(afterPage ? lines[i] with { AfterPage = true, Gap = true } : lines[i]);
                afterPage = false;
            }
            else
            {
                noise.Add(lines[i].Span);
                afterPage = found != LineNoise.RowNumber;
            }
        }

        return kept;
    }
}
