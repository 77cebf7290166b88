using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CpAssistant.Exports.Report;

/// <summary>
/// Sets a document in the form of Nghị định 30/2020/NĐ-CP (công tác văn thư), Phụ lục I, as a file of Word to be finished by an officer: styles, numbering and
/// tables are Word's own.
/// </summary>
internal static class AdministrativeDocument
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <returns>The file.</returns>
    internal static byte[] Write(AdministrativeHead head, IReadOnlyList<ReportBlock> blocks)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            (document.PackageProperties.Title, document.PackageProperties.Language) = (OfficeText.Clean($"{head.Kind}: {head.Subject}"), "vi-VN");
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = AdministrativeStyles.All();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = AdministrativeStyles.Numbers();
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings();
            var (numbered, first) = (main.AddNewPart<HeaderPart>(), main.AddNewPart<HeaderPart>());
            numbered.Header = new Header(new Paragraph(AdministrativeHeadBlocks.Style(AdministrativeStyles.Header), new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " }));
            first.Header = new Header(new Paragraph(AdministrativeHeadBlocks.Style(AdministrativeStyles.Header)));
            main.Document = new Document(new Body([
                .. AdministrativeHeadBlocks.Top(head),
                .. Content(blocks),
                .. AdministrativeHeadBlocks.Bottom(head),
                Page(main.GetIdOfPart(numbered), main.GetIdOfPart(first)),
            ]));
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(IReadOnlyList<ReportBlock> blocks)
    {
        var tables = 0;
        return blocks.SelectMany<ReportBlock, OpenXmlElement>(block => block switch
        {
            ReportBlock.Heading heading => [Styled(AdministrativeStyles.Heading(heading.Level), heading.Text)],
            ReportBlock.Paragraph paragraph => [AdministrativeHeadBlocks.Words(new Paragraph(), paragraph.Text)],
            ReportBlock.Item item => [Styled(AdministrativeStyles.Item, item.Text)],
            ReportBlock.Hint hint => [Styled(AdministrativeStyles.Hint, $"[{hint.Text}]")],
            ReportBlock.Table table => [Caption(++tables, table.Caption), AdministrativeTable.Of(table), Styled(AdministrativeStyles.Note, table.Note ?? "")],
            _ => throw new InvalidOperationException(block.GetType().Name),
        }).ToList();
    }

    private static Paragraph Styled(string style, string text) => AdministrativeHeadBlocks.Words(new Paragraph(AdministrativeHeadBlocks.Style(style)), text);

    /// <summary>"Bảng 1. …", counted by Word, so that tables can be added and taken out.</summary>
    private static Paragraph Caption(int number, string text)
    {
        var caption = Styled(AdministrativeStyles.Caption, "Bảng ");
        caption.Append(new SimpleField(new Run(new Text(number.ToString(CultureInfo.InvariantCulture)))) { Instruction = " SEQ Bảng \\* ARABIC " });
        return AdministrativeHeadBlocks.Words(caption, ". " + text);
    }

    /// <summary>Word of 2013 and later is not to open it in a mode of older ones.</summary>
    private static Settings Settings() => new(
        new DefaultTabStop { Val = AdministrativeLayout.FirstLine },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = "vi-VN" });

    /// <summary>Phần I, mục 7: pages are counted from 1 in Arabic digits, 13 to 14, in the middle of the upper margin, and the first shows none.</summary>
    private static SectionProperties Page(string numbered, string first) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = numbered },
        new HeaderReference { Type = HeaderFooterValues.First, Id = first },
        new PageSize { Width = AdministrativeLayout.PageWidth, Height = AdministrativeLayout.PageHeight },
        new PageMargin
        {
            Top = AdministrativeLayout.Top,
            Bottom = AdministrativeLayout.Top,
            Left = AdministrativeLayout.Left,
            Right = AdministrativeLayout.Right,
            Header = 567,
            Footer = 567,
            Gutter = 0,
        },
        new PageNumberType { Start = 1 },
        new TitlePage());
}
