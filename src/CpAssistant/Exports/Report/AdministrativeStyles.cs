using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CpAssistant.Exports.Report;

/// <summary>The styles and the numbering of an administrative document; whoever edits it in Word changes them there once for all.</summary>
internal static class AdministrativeStyles
{
    internal const string Title = "Title";
    internal const string Subject = "Subtitle";
    internal const string Item = "ListBullet";
    internal const string Hint = "Hint";
    internal const string Caption = "Caption";
    internal const string Note = "TableNote";
    internal const string TableText = "TableText";
    internal const string Head = "DocumentHead";
    internal const string Header = "Header";
    internal const string Table = "TableGrid";

    private const int Headings = 1;
    private const int Items = 2;

    internal static string Heading(int level) => level switch { 1 => "Heading1", 2 => "Heading2", _ => "Heading3" };

    internal static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = AdministrativeLayout.Font, HighAnsi = AdministrativeLayout.Font, EastAsia = AdministrativeLayout.Font, ComplexScript = AdministrativeLayout.Font },
                new FontSize { Val = $"{AdministrativeLayout.Body}" },
                new FontSizeComplexScript { Val = $"{AdministrativeLayout.Body}" },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
        // Phần II, mục I.6: both margins, first line 1 or 1.27 cm, at least 6 pt between paragraphs, lines single to 1.5.
        Paragraph("Normal", "Normal", null, new StyleParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60", Line = "264", LineRule = LineSpacingRuleValues.Auto }, new Indentation { FirstLine = $"{AdministrativeLayout.FirstLine}" }, Both()), null, isDefault: true),
        // "I." and its name: 13 to 14, bold, upright.
        HeadingStyle(1, isItalic: false),
        HeadingStyle(2, isItalic: false),
        HeadingStyle(3, isItalic: true),
        Paragraph(Title, "Title", "Normal", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "360", After = "0" }, Flush(), Centred()), Run(28, isBold: true)),
        Paragraph(Subject, "Subtitle", "Normal", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "0", After = "0" }, Flush(), Centred()), Run(28, isBold: true)),
        Paragraph(Item, "List Bullet", "Normal", new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = Items })), null),
        Paragraph(Hint, "Hint", "Normal", null, Run(AdministrativeLayout.Body, isItalic: true, colour: "7F6000")),
        Paragraph(Caption, "caption", "Normal", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "120", After = "60" }, Flush(), Centred()), Run(26, isItalic: true)),
        Paragraph(Note, "Table Note", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { Before = "40", After = "120" }, Flush()), Run(AdministrativeLayout.TableText, isItalic: true)),
        Paragraph(TableText, "Table Text", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { Before = "30", After = "30", Line = "240", LineRule = LineSpacingRuleValues.Auto }, Flush(), new Justification { Val = JustificationValues.Left }), Run(AdministrativeLayout.TableText)),
        Paragraph(Head, "Document Head", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }, Flush(), Centred()), null),
        Paragraph(Header, "header", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0" }, Flush(), Centred()), null),
        new Style(
            new StyleName { Val = "Normal Table" },
            new UIPriority { Val = 99 },
            new SemiHidden(),
            new UnhideWhenUsed(),
            new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, new TableCellMarginDefault(
                new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        new Style(
            new StyleName { Val = "Table Grid" },
            new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(new TableBorders(
                Line(new TopBorder()), Line(new LeftBorder()), Line(new BottomBorder()), Line(new RightBorder()), Line(new InsideHorizontalBorder()), Line(new InsideVerticalBorder()))))
        { Type = StyleValues.Table, StyleId = Table });

    internal static Numbering Numbers() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.Multilevel },
            Level(0, NumberFormatValues.UpperRoman, "%1.", Heading(1)),
            Level(1, NumberFormatValues.Decimal, "%2.", Heading(2)),
            Level(2, NumberFormatValues.LowerLetter, "%3)", Heading(3)))
        { AbstractNumberId = 0 },
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            Level(0, NumberFormatValues.Bullet, "-", Item))
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Headings },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = Items });

    private static Level Level(int level, NumberFormatValues format, string text, string style) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = format },
        new ParagraphStyleIdInLevel { Val = style },
        new LevelSuffix { Val = LevelSuffixValues.Space },
        new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = "0", FirstLine = $"{AdministrativeLayout.FirstLine}" }))
    { LevelIndex = level };

    private static Style HeadingStyle(int level, bool isItalic) => Paragraph(
        Heading(level),
        $"heading {level}",
        "Normal",
        new StyleParagraphProperties(
            new KeepNext(),
            new KeepLines(),
            new NumberingProperties(new NumberingLevelReference { Val = level - 1 }, new NumberingId { Val = Headings }),
            new SpacingBetweenLines { Before = level == 1 ? "200" : "120", After = "60" },
            new OutlineLevel { Val = level - 1 }),
        Run(AdministrativeLayout.Body, isBold: true, isItalic));

    private static Style Paragraph(string id, string name, string? basedOn, StyleParagraphProperties? paragraph, StyleRunProperties? run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }

        // Word's own names are those it has built in.
        style.CustomStyle = id is Hint or Note or TableText or Head ? true : null;
        style.Append(new OpenXmlElement?[] { new StyleName { Val = name }, basedOn is null ? null : new BasedOn { Val = basedOn }, new PrimaryStyle(), paragraph, run }.OfType<OpenXmlElement>());
        return style;
    }

    private static StyleRunProperties Run(int size, bool isBold = false, bool isItalic = false, string? colour = null) => new(new OpenXmlElement?[]
    {
        isBold ? new Bold() : null, isItalic ? new Italic() : null, colour is null ? null : new Color { Val = colour }, new FontSize { Val = $"{size}" }, new FontSizeComplexScript { Val = $"{size}" },
    }.OfType<OpenXmlElement>());

    private static Indentation Flush() => new() { Left = "0", Right = "0", FirstLine = "0" };

    private static Justification Both() => new() { Val = JustificationValues.Both };

    private static Justification Centred() => new() { Val = JustificationValues.Center };

    private static T Line<T>(T border)
        where T : BorderType
    {
        (border.Val, border.Size, border.Space, border.Color) = (BorderValues.Single, 4, 0, "auto");
        return border;
    }
}
