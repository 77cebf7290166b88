using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CpAssistant.Exports;

/// <summary>The styles of a sheet. Cells name them by their place in <see cref="Sheet"/>.</summary>
internal static class XlsxStyles
{
    internal const uint Heading = 1;

    private const uint DayFormat = 164;
    private const uint TimeFormat = 165;

    /// <param name="isRisky">A text that must stay one: the mark of quoted text goes with it, as if it had been typed behind an apostrophe.</param>
    internal static uint Of(ListKind kind, bool isRisky) => kind switch
    {
        ListKind.Text => isRisky ? 3u : 2u,
        ListKind.LongText => isRisky ? 5u : 4u,
        ListKind.Id => 6,
        ListKind.Number => 7,
        ListKind.Share => 8,
        ListKind.Day => 9,
        _ => 10,
    };

    internal static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = TimeFormat, FormatCode = "dd/mm/yyyy hh:mm:ss" }),
        new Fonts(Font(isBold: false), Font(isBold: true)),
        new Fills(
            // The first two are Excel's own and cannot be others.
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill { PatternType = PatternValues.Solid, ForegroundColor = new ForegroundColor { Rgb = "FFE7EFEA" }, BackgroundColor = new BackgroundColor { Indexed = 64 } })),
        new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder())),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            Format(0, VerticalAlignmentValues.Bottom),
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Center, WrapText = true })
            {
                NumberFormatId = 0,
                FontId = 1,
                FillId = 2,
                BorderId = 1,
                FormatId = 0,
                ApplyFont = true,
                ApplyFill = true,
                ApplyBorder = true,
                ApplyAlignment = true,
            },
            Format(49),
            Format(49, isQuoted: true),
            Format(49, isWrapped: true),
            Format(49, isWrapped: true, isQuoted: true),
            Format(1, HorizontalAlignmentValues.Right),
            Format(3, HorizontalAlignmentValues.Right),
            Format(9, HorizontalAlignmentValues.Right),
            Format(DayFormat, HorizontalAlignmentValues.Left),
            Format(TimeFormat, HorizontalAlignmentValues.Left)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(bool isBold)
    {
        var font = new Font();
        if (isBold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = 11 }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static CellFormat Format(uint number, bool isWrapped = false, bool isQuoted = false)
    {
        var format = Format(number, VerticalAlignmentValues.Top, isWrapped);
        if (isQuoted)
        {
            format.QuotePrefix = true;
        }

        return format;
    }

    /// <summary>With a little room at the side, so that numbers do not touch the text beside them.</summary>
    private static CellFormat Format(uint number, HorizontalAlignmentValues side)
    {
        var format = Format(number, VerticalAlignmentValues.Top);
        (format.Alignment!.Horizontal, format.Alignment.Indent) = (side, 1);
        return format;
    }

    private static CellFormat Format(uint number, VerticalAlignmentValues vertical, bool isWrapped = false) => new(new Alignment { Vertical = vertical, WrapText = isWrapped ? BooleanValue.FromBoolean(true) : null })
    {
        NumberFormatId = number,
        FontId = 0,
        FillId = 0,
        BorderId = 0,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };
}
