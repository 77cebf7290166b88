namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>The width at which the lines of a text were broken, if they were.</summary>
/// <param name="Units">Null where each line is a whole paragraph.</param>
internal readonly record struct WrapWidth(int? Units)
{
    private const int Widest = 140;
    private const int Narrowest = 40;

    /// <summary>Lines count as broken where a fifth of the longer ones end within a word's reach of the widest.</summary>
    internal static WrapWidth Of(IReadOnlyList<SourceLine> lines)
    {
        var widths = lines.Select(line => line.Width).Where(width => width >= Narrowest).Order().ToList();
        if (widths.Count < 4)
        {
            return new WrapWidth(null);
        }

        var width = widths[Math.Min(widths.Count - 1, widths.Count * 95 / 100)];
        var full = widths.Count(w => w >= width - 15 && w <= width + 5);
        return new WrapWidth(width <= Widest && full * 5 >= widths.Count ? width : null);
    }

    /// <returns>Whether the line ends where the next one's first word had no more room.</returns>
    internal bool IsFull(SourceLine line, SourceLine next)
    {
        var word = next.Text.AsSpan().IndexOf(' ');
        return Units is { } units && line.Width + 1 + (word < 0 ? next.Text.Length : word) > units - 4;
    }
}
