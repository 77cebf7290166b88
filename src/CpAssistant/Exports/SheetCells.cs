using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CpAssistant.Exports;

/// <summary>Writes the cells of a sheet. A text is written as one, in its cell, and never as a formula.</summary>
internal sealed class SheetCells(OpenXmlWriter writer, int columns)
{
    private const int PointsOfLine = 15;

    /// <summary>More height no row of Excel has.</summary>
    private const int MostPoints = 409;

    // Used again for each cell: a large list has millions.
    private readonly Row _row = new();
    private readonly Cell _cell = new();
    private readonly CellValue _value = new();
    private readonly InlineString _inline = new();
    private readonly Text _text = new();
    private readonly OpenXmlAttribute[] _attributes = new OpenXmlAttribute[3];
    private readonly OpenXmlAttribute[] _untyped = new OpenXmlAttribute[2];
    private readonly OpenXmlAttribute[] _preserve = [new("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve")];
    private readonly string[] _letters = [.. Enumerable.Range(0, columns).Select(Letters)];
    private string _number = "";
    private int _rows;

    /// <returns>"A" for 0, "AB" for 27.</returns>
    internal static string Letters(int column) => (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));

    /// <param name="lines">Of the tallest cell; at least 1.</param>
    internal void StartRow(int lines = 1)
    {
        _number = (++_rows).ToString(CultureInfo.InvariantCulture);
        var height = Math.Min(MostPoints, lines * PointsOfLine).ToString(CultureInfo.InvariantCulture);
        writer.WriteStartElement(_row, lines == 1 ? [new OpenXmlAttribute("r", "", _number)] : [new OpenXmlAttribute("r", "", _number), new OpenXmlAttribute("ht", "", height)]);
    }

    internal void EndRow() => writer.WriteEndElement();

    /// <param name="text">As <see cref="OfficeText.Cell"/> gives it.</param>
    internal void Write(int column, string text, uint style)
    {
        _attributes[0] = new OpenXmlAttribute("r", "", _letters[column] + _number);
        _attributes[1] = new OpenXmlAttribute("s", "", style.ToString(CultureInfo.InvariantCulture));
        _attributes[2] = new OpenXmlAttribute("t", "", "inlineStr");
        writer.WriteStartElement(_cell, _attributes);
        writer.WriteStartElement(_inline);
        writer.WriteStartElement(_text, _preserve);
        writer.WriteString(text);
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    internal void Write(int column, double number, uint style)
    {
        _untyped[0] = new OpenXmlAttribute("r", "", _letters[column] + _number);
        _untyped[1] = new OpenXmlAttribute("s", "", style.ToString(CultureInfo.InvariantCulture));
        writer.WriteStartElement(_cell, _untyped);
        writer.WriteStartElement(_value);
        writer.WriteString(number.ToString("R", CultureInfo.InvariantCulture));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }
}
