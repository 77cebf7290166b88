using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CpAssistant.Exports.Report;

/// <summary>
/// The components of form around the content (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II): name of the state, issuer, number, place and day, kind and subject,
/// signature, recipients. Tables without borders keep them beside each other.
/// </summary>
internal static class AdministrativeHeadBlocks
{
    private const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";

    internal static IEnumerable<OpenXmlElement> Top(AdministrativeHead head) =>
    [
        Beside(
            [
                // Cơ quan chủ quản: capitals, 12 to 13, upright, not bold.
                .. head.Superior.Length == 0 ? [] : new[] { Line(head.Superior.ToUpperInvariant(), 24) },
                // The issuer: capitals, 12 to 13, bold; below it a line of a third to a half of its length.
                Line(head.Issuer.ToUpperInvariant(), 24, isBold: true),
                Rule(AdministrativeLayout.IssuerWidth, Math.Min(AdministrativeLayout.IssuerWidth, AdministrativeLayout.WidthOf(head.Issuer.ToUpperInvariant(), 24)) * 2 / 5),
                // Số, ký hiệu: 13, upright.
                Line("Số: " + head.Number, 26, before: 80),
            ],
            [
                // Quốc hiệu: capitals, 12 to 13, bold. Tiêu ngữ: 13 to 14, bold, a line as long as the words.
                Line(State, 24, isBold: true),
                Line(Motto, 26, isBold: true),
                Rule(AdministrativeLayout.StateWidth, AdministrativeLayout.WidthOf(Motto, 26)),
                // Địa danh và thời gian ban hành: 13 to 14, italic.
                Line($"{head.Place}, ngày …… {ReportText.Month(head.Day)}", 26, isItalic: true, before: 80),
            ]),
        // Tên loại: capitals, 13 to 14, bold. Trích yếu: 13 to 14, bold, a line of a third to a half of its length below.
        Words(new Paragraph(Style(AdministrativeStyles.Title)), head.Kind.ToUpperInvariant()),
        Words(new Paragraph(Style(AdministrativeStyles.Subject)), head.Subject),
        Rule(AdministrativeLayout.TextWidth, Math.Min(AdministrativeLayout.TextWidth, AdministrativeLayout.WidthOf(head.Subject, 28)) * 2 / 5, after: 240),
    ];

    internal static IEnumerable<OpenXmlElement> Bottom(AdministrativeHead head) =>
    [
        Line("", 24),
        Beside(
            [
                // "Nơi nhận": 12, bold italic; the list 11, upright.
                Line("Nơi nhận:", 24, isBold: true, isItalic: true, alignment: JustificationValues.Left),
                .. head.Recipients.Select(recipient => Line($"- {recipient.TrimEnd('.', ';', ' ')};", 22, alignment: JustificationValues.Left)),
                Line($"- Lưu: {head.Filing.TrimEnd('.', ' ')}.", 22, alignment: JustificationValues.Left),
            ],
            [
                // Quyền hạn, chức vụ: capitals, 13 to 14, bold; then room for the signature; the name 13 to 14, bold.
                Line(head.Signatory.ToUpperInvariant(), 28, isBold: true),
                Line("", 28), Line("", 28), Line("", 28), Line("", 28),
                Line("……………………", 28, isBold: true),
            ]),
        // A document ends with a paragraph.
        Line("", 2),
    ];

    internal static ParagraphProperties Style(string id) => new(new ParagraphStyleId { Val = id });

    /// <summary>Adds a text as a run; its own line ends stay such.</summary>
    internal static Paragraph Words(Paragraph paragraph, string text, RunProperties? properties = null)
    {
        var run = new Run();
        if (properties is not null)
        {
            run.Append(properties);
        }

        var lines = OfficeText.Clean(text).Replace('\t', ' ').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        paragraph.Append(run);
        return paragraph;
    }

    private static Paragraph Line(string text, int size, bool isBold = false, bool isItalic = false, int before = 0, JustificationValues alignment = JustificationValues.Center)
    {
        var properties = Style(AdministrativeStyles.Head);
        // What stands beside each other is not to be torn apart at the end of a page.
        properties.Append(new KeepNext(), new SpacingBetweenLines { Before = before.ToString(CultureInfo.InvariantCulture) }, new Justification { Val = alignment });
        return Words(new Paragraph(properties), text, new RunProperties(new OpenXmlElement?[]
        {
            isBold ? new Bold() : null, isItalic ? new Italic() : null, new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" },
        }.OfType<OpenXmlElement>()));
    }

    /// <summary>A line of its own length in the middle of a column: the border of an empty paragraph, which can be changed in Word like any other.</summary>
    private static Paragraph Rule(int column, int length, int after = 0)
    {
        var indent = Math.Max(0, (column - length) / 2).ToString(CultureInfo.InvariantCulture);
        var properties = Style(AdministrativeStyles.Head);
        properties.Append(
            new KeepNext(),
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "auto" }),
            new SpacingBetweenLines { Before = "40", After = after.ToString(CultureInfo.InvariantCulture), Line = "60", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = indent, Right = indent });
        return new Paragraph(properties);
    }

    private static Table Beside(IEnumerable<Paragraph> left, IEnumerable<Paragraph> right) => new(
        new TableProperties(
            new TableWidth { Width = $"{AdministrativeLayout.TextWidth}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
        new TableGrid(new GridColumn { Width = $"{AdministrativeLayout.IssuerWidth}" }, new GridColumn { Width = $"{AdministrativeLayout.StateWidth}" }),
        new TableRow(new TableRowProperties(new CantSplit()), Cell(AdministrativeLayout.IssuerWidth, left), Cell(AdministrativeLayout.StateWidth, right)));

    private static TableCell Cell(int width, IEnumerable<Paragraph> paragraphs)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }));
        cell.Append(paragraphs);
        return cell;
    }
}
