using DocumentFormat.OpenXml.Wordprocessing;

namespace CpAssistant.Exports.Report;

/// <summary>A table as wide as the text; its heading stands on each page that it reaches.</summary>
internal static class AdministrativeTable
{
    /// <summary>UTF-16 units of a cell; a row with a longer one may go on on the next page.</summary>
    private const int MostKeptTogether = 600;

    internal static Table Of(ReportBlock.Table table)
    {
        var widths = Widths(table.Columns);
        var shown = new Table(
            new TableProperties(
                new TableStyle { Val = AdministrativeStyles.Table },
                new TableWidth { Width = $"{AdministrativeLayout.TextWidth}", Type = TableWidthUnitValues.Dxa },
                // So that a word of a thousand letters breaks within its column.
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        var heading = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        heading.Append(table.Columns.Select((column, i) => Cell(column.Heading, widths[i], JustificationValues.Center, isBold: true, isShaded: true)));
        shown.Append(heading);
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var isTotal = table.HasTotal && r == table.Rows.Count - 1;
            var row = new TableRow();
            if (table.Rows[r].Max(text => text.Length) <= MostKeptTogether)
            {
                row.Append(new TableRowProperties(new CantSplit()));
            }

            row.Append(table.Rows[r].Select((text, i) => Cell(text, widths[i], table.Columns[i].IsNumber ? JustificationValues.Right : JustificationValues.Left, isTotal)));
            shown.Append(row);
        }

        return shown;
    }

    private static IReadOnlyList<int> Widths(IReadOnlyList<ReportColumn> columns)
    {
        var all = columns.Sum(column => column.Width);
        var widths = columns.Select(column => AdministrativeLayout.TextWidth * column.Width / all).ToList();
        widths[^1] += AdministrativeLayout.TextWidth - widths.Sum();
        return widths;
    }

    private static TableCell Cell(string text, int width, JustificationValues alignment, bool isBold = false, bool isShaded = false)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa });
        if (isShaded)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EDEDED" });
            properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        }

        var style = AdministrativeHeadBlocks.Style(AdministrativeStyles.TableText);
        style.Append(new Justification { Val = alignment });
        return new TableCell(properties, AdministrativeHeadBlocks.Words(new Paragraph(style), text, isBold ? new RunProperties(new Bold()) : null));
    }
}
