using CpAssistant.Exports.Report;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CpAssistant.Tests.Exports.Report;

public sealed class AdministrativeDocumentTests
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    public static TheoryData<string> Samples => ["full", "empty", "large", "hostile"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_version_of_Office_takes_the_file(string sample)
    {
        using var file = Open(Write(sample));

        Assert.Empty(OpenXmlFile.Faults(file));
    }

    [Fact]
    public void The_file_holds_the_figures_it_was_given()
    {
        using var file = Open(Write("full"));
        var table = file.MainDocumentPart!.Document.Body!.Elements<Table>().First(table => table.InnerText.Contains("Không tìm thấy", StringComparison.Ordinal));

        Assert.Equal(["Tổng số", "1.234", "900", "100", "87", "50", "97", "72,9%"], table.Elements<TableRow>().Last().Elements<TableCell>().Select(cell => cell.InnerText));
        Assert.Contains("1.234 lượt hỏi", file.MainDocumentPart.Document.Body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_of_tables_stand_on_each_page()
    {
        using var file = Open(Write("large"));
        var tables = file.MainDocumentPart!.Document.Body!.Elements<Table>().Where(table => table.Descendants<TableStyle>().Any()).ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Single(table.Elements<TableRow>(), row => row.Descendants<TableHeader>().Any()));
        Assert.All(tables, table => Assert.Single(table.Elements<TableRow>().First().Descendants<TableHeader>()));
    }

    [Fact]
    public void The_page_is_within_the_limits_of_the_decree()
    {
        using var file = Open(Write("full"));
        var page = file.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        var (size, margin) = (page.GetFirstChild<PageSize>()!, page.GetFirstChild<PageMargin>()!);

        Assert.Equal((210, 297), (Millimetres(size.Width!.Value), Millimetres(size.Height!.Value)));
        Assert.InRange(margin.Top!.Value / TwipsPerMillimetre, 20, 25);
        Assert.InRange(margin.Bottom!.Value / TwipsPerMillimetre, 20, 25);
        Assert.InRange(margin.Left!.Value / TwipsPerMillimetre, 30, 35);
        Assert.InRange(margin.Right!.Value / TwipsPerMillimetre, 15, 20);
        Assert.NotNull(page.GetFirstChild<TitlePage>());
        Assert.Equal(["", "2"], page.Elements<HeaderReference>().Reverse().Select(header => ((HeaderPart)file.MainDocumentPart.GetPartById(header.Id!)).Header.InnerText));
    }

    [Fact]
    public void Letters_are_those_of_the_decree_and_the_language_is_Vietnamese()
    {
        using var file = Open(Write("full"));
        var defaults = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        Assert.Equal("Times New Roman", defaults.RunFonts!.Ascii!.Value);
        Assert.InRange(int.Parse(defaults.FontSize!.Val!, System.Globalization.CultureInfo.InvariantCulture) / 2, 13, 14);
        Assert.Equal("vi-VN", defaults.Languages!.Val!.Value);
    }

    [Fact]
    public void Head_and_end_stand_as_the_decree_has_them()
    {
        using var file = Open(Write("full"));
        var body = file.MainDocumentPart!.Document.Body!;
        var head = body.Elements<Table>().First().Descendants<TableCell>().Select(Lines).ToList();
        var end = body.Elements<Table>().Last().Descendants<TableCell>().Select(Lines).ToList();

        Assert.Equal(["SỞ CÔNG THƯƠNG TỈNH LONG AN", "VĂN PHÒNG SẢN XUẤT SẠCH HƠN TRONG CÔNG NGHIỆP", "Số: ……/BC-VPSXSH"], head[0]);
        Assert.Equal(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Long An, ngày …… tháng 7 năm 2026"], head[1]);
        Assert.Equal(["BÁO CÁO", "Kết quả hỏi đáp văn bản về sản xuất sạch hơn trong công nghiệp 6 tháng đầu năm 2026"], body.Elements<Paragraph>().Take(2).Select(paragraph => paragraph.InnerText));
        Assert.Equal(["Nơi nhận:", "- Sở Công Thương;", "- Ban Quản lý các khu công nghiệp tỉnh;", "- Lưu: VT, ……."], end[0]);
        Assert.Equal(["CHÁNH VĂN PHÒNG", "……………………"], end[1]);
    }

    [Fact]
    public void Sections_are_headings_of_Word_and_captions_are_counted()
    {
        using var file = Open(Write("full"));
        var paragraphs = file.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToList();

        Assert.Equal(6, paragraphs.Count(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1"));
        Assert.Equal("Bảng 1. Lượt hỏi theo tháng", paragraphs.First(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "Caption").InnerText);
        Assert.All(
            file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(style => style.StyleId!.Value!.StartsWith("Heading", StringComparison.Ordinal)),
            style => Assert.Equal("Normal", style.BasedOn!.Val!.Value));
    }

    [Fact]
    public void Hostile_words_stay_words()
    {
        using var file = Open(Write("hostile"));
        var body = file.MainDocumentPart!.Document.Body!;

        Assert.Contains("<b>&amp;</b> ]]> <!-- -->", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK(", body.InnerText, StringComparison.Ordinal);
        Assert.Equal(file.MainDocumentPart.Document.Descendants<SimpleField>().Count(), body.Elements<Table>().Count(table => table.Descendants<TableStyle>().Any()));
    }

    private static byte[] Write(string sample)
    {
        var material = sample switch
        {
            "empty" => SampleFigures.Material(SampleFigures.Empty(), []),
            "large" => SampleFigures.Material(SampleFigures.Full(), [.. Enumerable.Range(0, 5000).Select(i => SampleFigures.Question(new string('x', 2000), i))]),
            "hostile" => SampleFigures.Material(
                SampleFigures.Full() with
                {
                    ByProvince = [.. HostileTexts.All.Select((text, i) => new CpAssistant.Figures.FigureRow(text + i, new(100, 50, 0, 50, 0, 0, 0, 0), new(1, 1, 0, null)))],
                    Cited = [.. HostileTexts.All.Select(text => new CpAssistant.Figures.CitedProvision(text, text, 1))],
                },
                [.. HostileTexts.All.Select(text => SampleFigures.Question(text, 1, text))]),
            _ => SampleFigures.Material(SampleFigures.Full(), [SampleFigures.Question("Mức phí bảo vệ môi trường là bao nhiêu?", 12, "Long An")], SampleFigures.Before(1097)),
        };
        var head = sample == "hostile" ? SampleFigures.Head with { Issuer = "<x>\u0001", Superior = "", Recipients = HostileTexts.Formulas, Place = "\uD800" } : SampleFigures.Head;
        return AdministrativeDocument.Write(head, ReportContent.Of(material));
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static int Millimetres(uint twips) => (int)Math.Round(twips / TwipsPerMillimetre);

    private static IReadOnlyList<string> Lines(TableCell cell) => [.. cell.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.Length > 0)];
}
