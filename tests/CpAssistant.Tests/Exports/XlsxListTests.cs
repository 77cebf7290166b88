using System.IO.Compression;
using CpAssistant.Exports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CpAssistant.Tests.Exports;

public sealed class XlsxListTests
{
    [Fact]
    public void Every_version_of_Office_takes_the_file_whatever_stands_in_it()
    {
        using var file = Open(Write(SampleList.Of(HostileTexts.All)));

        Assert.Empty(OpenXmlFile.Faults(file));
    }

    [Fact]
    public void A_list_without_rows_is_a_sheet_with_a_heading()
    {
        using var file = Open(Write(SampleList.Of([])));

        Assert.Empty(OpenXmlFile.Faults(file));
        Assert.Equal(["Số", "Chữ", "Chữ dài", "Lượt", "Tỷ lệ", "Ngày", "Lúc"], Texts(Sheets(file).Single(), row: 1));
    }

    [Fact]
    public void No_text_is_a_formula_and_what_could_be_one_is_marked_as_quoted()
    {
        using var file = Open(Write(SampleList.Of(HostileTexts.All)));
        var sheet = Sheets(file).Single();

        Assert.Empty(sheet.Descendants<CellFormula>());
        var formats = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var quoted = Rows(sheet).Skip(1).SelectMany(row => row.Elements<Cell>()).Where(cell => formats[(int)cell.StyleIndex!.Value].QuotePrefix?.Value == true).Select(cell => cell.InnerText).ToList();
        Assert.Equal(HostileTexts.Formulas.Length * 2, quoted.Count);
    }

    [Fact]
    public void Numbers_days_and_times_are_such_and_have_formats()
    {
        using var file = Open(Write(SampleList.Of(["a"])));
        var styles = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var cells = Rows(Sheets(file).Single())[1].Elements<Cell>().ToList();

        Assert.Equal(["12346", "-1234.5", "0.875", "46203", "46203.270833333336"], new[] { 0, 3, 4, 5, 6 }.Select(i => cells[i].CellValue!.Text));
        Assert.Equal([1u, 3u, 9u, 164u, 165u], new[] { 0, 3, 4, 5, 6 }.Select(i => styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cells[i].StyleIndex!.Value).NumberFormatId!.Value));
        Assert.Equal(["dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss"], styles.NumberingFormats!.Elements<NumberingFormat>().Select(format => format.FormatCode!.Value!));
    }

    [Fact]
    public void Texts_are_kept_as_far_as_a_cell_can_hold_them()
    {
        using var file = Open(Write(SampleList.Of(["a\u0001b\uD800c", "_x003D_1", "two\r\nlines", new string('W', 40_000), string.Concat(Enumerable.Repeat("😀", 20_000)), "  x "])));
        var sheet = Sheets(file).Single();

        Assert.Equal(["abc", "_x005F_x003D_1", "two\nlines"], Enumerable.Range(2, 3).Select(row => Texts(sheet, row)[1]));
        Assert.Equal((32_767, '…'), (Texts(sheet, 5)[1].Length, Texts(sheet, 5)[1][^1]));
        Assert.Equal((32_767, "😀…"), (Texts(sheet, 6)[1].Length, Texts(sheet, 6)[1][^3..]));
        Assert.Equal("  x ", Texts(sheet, 7)[1]);
    }

    [Fact]
    public void The_heading_stays_in_sight_and_filters()
    {
        using var file = Open(Write(SampleList.Of(["a", "b"])));
        var sheet = Sheets(file).Single();

        Assert.Equal("A1:G3", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal((1.0, PaneStateValues.Frozen), (sheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Descendants<Pane>().Single().State!.Value));
        var styles = file.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var heading = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)Rows(sheet)[0].Elements<Cell>().First().StyleIndex!.Value);
        Assert.NotNull(styles.Fonts!.Elements<Font>().ElementAt((int)heading.FontId!.Value).Bold);
    }

    [Fact]
    public void Rows_that_do_not_fit_go_on_on_further_sheets()
    {
        using var stream = new MemoryStream();
        XlsxList.Write(SampleList.Of(["a", "b", "c", "d", "e"]), stream, CancellationToken.None, mostRows: 2);
        using var file = Open(stream.ToArray());

        Assert.Empty(OpenXmlFile.Faults(file));
        Assert.Equal(["Danh sách", "Danh sách 2", "Danh sách 3"], file.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));
        Assert.Equal(["Chữ", "a", "b", "Chữ", "c", "d", "Chữ", "e"], Sheets(file).SelectMany(sheet => Rows(sheet).Select(row => row.Elements<Cell>().ElementAt(1).InnerText)));
    }

    [Fact]
    public void As_many_rows_as_fit_need_no_further_sheet()
    {
        using var stream = new MemoryStream();
        XlsxList.Write(SampleList.Of(["a", "b"]), stream, CancellationToken.None, mostRows: 2);
        using var file = Open(stream.ToArray());

        Assert.Single(Sheets(file));
    }

    [Fact]
    public void Rows_leave_as_they_are_read()
    {
        var (read, leftBefore) = (0, 0L);
        using var stream = new MemoryStream();

        XlsxList.Write(SampleList.Of(Texts()), stream, CancellationToken.None);

        // The greater part of the file was out before the last row was read.
        Assert.InRange(leftBefore, stream.Length / 2, stream.Length);

        IEnumerable<string> Texts()
        {
            var random = new Random(1);
            for (; read < 20_000; read++)
            {
                leftBefore = stream.Length;
                yield return $"câu hỏi {random.NextInt64()}";
            }
        }
    }

    [Fact]
    public void Whoever_goes_away_ends_the_work()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => XlsxList.Write(SampleList.Of(["a"]), new MemoryStream(), gone.Token));
    }

    [Fact]
    public void The_file_is_an_archive_that_any_program_can_read()
    {
        using var archive = new ZipArchive(new MemoryStream(Write(SampleList.Of(["a"]))));

        Assert.Contains("[Content_Types].xml", archive.Entries.Select(entry => entry.FullName));
        Assert.Equal(archive.Entries.Count, archive.Entries.Select(entry => entry.FullName).Distinct().Count());
    }

    private static byte[] Write(ListExport list)
    {
        using var stream = new MemoryStream();
        XlsxList.Write(list, stream, CancellationToken.None);
        return stream.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<Worksheet> Sheets(SpreadsheetDocument file) =>
        file.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => ((WorksheetPart)file.WorkbookPart.GetPartById(sheet.Id!)).Worksheet);

    private static List<Row> Rows(Worksheet sheet) => [.. sheet.Descendants<Row>()];

    private static List<string> Texts(Worksheet sheet, int row) => [.. Rows(sheet)[row - 1].Elements<Cell>().Select(cell => cell.InnerText)];
}
