using System.Globalization;
using System.IO.Packaging;
using CpAssistant.Core.Knowledge;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CpAssistant.Exports;

/// <summary>A list as a workbook of Excel: a sheet, further ones where the rows do not fit into one.</summary>
internal static class XlsxList
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>In digits, as widths of Excel are.</summary>
    private const int LongTextWidth = 60;

    /// <summary>Of running text, which is narrower than digits, in <see cref="LongTextWidth"/>.</summary>
    private const int LettersOfLine = 66;

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Rows of a sheet of Excel without the heading.</summary>
    internal const int RowsOfSheet = 1_048_575;

    /// <summary>Excel counts days from here on (its own leap day of 1900 counted in).</summary>
    private static readonly DateTime DayZero = new(1899, 12, 30);

    /// <summary>Row by row: of the rows no more is held than the one that is written.</summary>
    /// <param name="stream">Can seek.</param>
    /// <param name="mostRows">Of a sheet.</param>
    internal static void Write(ListExport list, Stream stream, CancellationToken cancellation, int mostRows = RowsOfSheet)
    {
        // For writing alone, which SpreadsheetDocument does not do: a package that can be read again while it is made is held in memory as a whole.
        // Its parts have to be written one after the other.
        using var package = Package.Open(stream, FileMode.Create, FileAccess.Write);
        var sheets = new List<Uri>();
        using (var rows = list.Rows.GetEnumerator())
        {
            bool isMore;
            do
            {
                sheets.Add(PartUri($"worksheets/sheet{sheets.Count + 1}"));
                using var content = NewPart(package, sheets[^1], "worksheet").GetStream();
                using var writer = OpenXmlWriter.Create(content);
                isMore = WriteSheet(writer, list.Columns, rows, sheets.Count == 1, mostRows, cancellation);
            }
            while (isMore);
        }

        WriteWhole(NewPart(package, PartUri("styles"), "styles"), XlsxStyles.Sheet());
        var workbook = NewPart(package, PartUri("workbook"), "sheet.main");
        var names = sheets.Select((_, i) => i == 0 ? list.Title : string.Create(CultureInfo.InvariantCulture, $"{list.Title} {i + 1}")).ToList();
        WriteWhole(workbook, new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(names.Select((name, i) => new Sheet { Id = $"sheet{i + 1}", Name = name, SheetId = (uint)i + 1 })),
            // The heading on each page that is printed.
            new DefinedNames(names.Select((name, i) => new DefinedName($"'{name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i }))));
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relations + "officeDocument", "workbook");
        workbook.CreateRelationship(PartUri("styles"), TargetMode.Internal, Relations + "styles", "styles");
        for (var i = 0; i < sheets.Count; i++)
        {
            workbook.CreateRelationship(sheets[i], TargetMode.Internal, Relations + "worksheet", $"sheet{i + 1}");
        }
    }

    private static Uri PartUri(string name) => new($"/xl/{name}.xml", UriKind.Relative);

    private static PackagePart NewPart(Package package, Uri uri, string type) =>
        package.CreatePart(uri, $"application/vnd.openxmlformats-officedocument.spreadsheetml.{type}+xml", CompressionOption.Fast);

    private static void WriteWhole(PackagePart part, OpenXmlElement root)
    {
        using var content = part.GetStream();
        using var writer = OpenXmlWriter.Create(content);
        writer.WriteElement(root);
    }

    /// <param name="rows">Stands on the first row of the sheet where it is not the first.</param>
    /// <returns>Whether <paramref name="rows"/> stands on a row that did not fit.</returns>
    private static bool WriteSheet(
        OpenXmlWriter writer, IReadOnlyList<ListHeading> columns, IEnumerator<IReadOnlyList<ListCell?>> rows, bool isFirst, int mostRows, CancellationToken cancellation)
    {
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen },
            new Selection { Pane = PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" } })
        {
            WorkbookViewId = 0,
            TabSelected = isFirst,
        }));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = WidthOf(column), CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        var cells = new SheetCells(writer, columns.Count);
        cells.StartRow();
        for (var i = 0; i < columns.Count; i++)
        {
            cells.Write(i, columns[i].Heading, XlsxStyles.Heading);
        }

        cells.EndRow();
        var count = 0;
        var isMore = !isFirst || rows.MoveNext();
        for (; isMore && count < mostRows; count++)
        {
            cancellation.ThrowIfCancellationRequested();
            cells.StartRow(Enumerable.Range(0, columns.Count).Max(i => LinesOf(columns[i].Kind, rows.Current[i])));
            for (var i = 0; i < columns.Count; i++)
            {
                WriteCell(cells, i, columns[i].Kind, rows.Current[i]);
            }

            cells.EndRow();
            isMore = rows.MoveNext();
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{SheetCells.Letters(columns.Count - 1)}{count + 1}") });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
        return isMore;
    }

    private static void WriteCell(SheetCells cells, int column, ListKind kind, ListCell? cell)
    {
        switch (cell)
        {
            case ListCell.Text text:
                cells.Write(column, OfficeText.Cell(text.Value), XlsxStyles.Of(kind, FormulaGuard.IsRisky(text.Value)));
                break;
            case ListCell.Number number:
                cells.Write(column, number.Value, XlsxStyles.Of(kind, isRisky: false));
                break;
            case ListCell.Day day:
                cells.Write(column, (day.Value.ToDateTime(TimeOnly.MinValue) - DayZero).TotalDays, XlsxStyles.Of(kind, isRisky: false));
                break;
            case ListCell.Time time:
                cells.Write(column, (time.Value.ToOffset(VietnamTime.Offset).DateTime - DayZero).TotalDays, XlsxStyles.Of(kind, isRisky: false));
                break;
        }
    }

    /// <summary>About as many as the text is broken into. Excel would find out itself when the file is opened; other programs rely on the height that is given.</summary>
    private static int LinesOf(ListKind kind, ListCell? cell)
    {
        if (kind != ListKind.LongText || cell is not ListCell.Text { Value: var text })
        {
            return 1;
        }

        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines += 1 + (line.Length / LettersOfLine);
        }

        return Math.Max(1, lines);
    }

    /// <returns>In characters; the heading fits with the button of the filter beside it.</returns>
    private static double WidthOf(ListHeading column) => Math.Max(Math.Min(column.Heading.Length + 5, 24), column.Kind switch
    {
        ListKind.LongText => LongTextWidth,
        ListKind.Text => 20,
        ListKind.Time => 20,
        ListKind.Day => 13,
        _ => 10,
    });
}
