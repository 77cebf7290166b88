namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>The lines before the body, cut into cells, and what metadata is read with.</summary>
/// <param name="Cells">In reading order, without those of running text.</param>
/// <param name="Attached">Cells of the head of an attached programme or plan; empty where there is none.</param>
internal sealed record Head(Outline Outline, IReadOnlyList<Cell> Cells, IReadOnlyList<Cell> Attached, ProvinceNames Provinces, SentenceCase Case)
{
    internal static Head Of(Outline outline, IReadOnlyList<string> provinces)
    {
        var names = new ProvinceNames(provinces);
        var first = outline.Nodes.TakeWhile(node => node.Kind == ProvisionKind.Preamble).ToList();
        var later = outline.Nodes.Skip(first.Count).Where(node => node.Kind == ProvisionKind.Preamble).ToList();
        return new Head(outline, CellsOf(outline, first), CellsOf(outline, later), names, new SentenceCase(outline.Text, names));
    }

    internal static bool IsMotto(string text) =>
        text.StartsWith("CỘNG H", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Độc lập", StringComparison.OrdinalIgnoreCase);

    private static List<Cell> CellsOf(Outline outline, List<OutlineNode> nodes)
    {
        var cells = new List<Cell>();
        var line = 0;
        foreach (var node in nodes)
        {
            while (line < outline.Lines.Count && outline.Lines[line].Start < node.Start)
            {
                line++;
            }

            for (; line < outline.Lines.Count && outline.Lines[line].End <= node.End; line++)
            {
                cells.AddRange(Cell.Of(outline.Lines[line]));
            }
        }

        return cells;
    }
}
