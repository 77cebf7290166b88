using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace CpAssistant.Exports;

/// <summary>Texts from outside as files of Office can hold them.</summary>
internal static partial class OfficeText
{
    /// <summary>Most UTF-16 units of a cell in Excel.</summary>
    internal const int MostInCell = 32_767;

    /// <returns>Without what XML 1.0 cannot hold (control characters, halves of surrogate pairs, U+FFFE, U+FFFF), lines ended with LF.</returns>
    internal static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (text[i] == '\r')
            {
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            }
            else if (!char.IsSurrogate(text[i]) && XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
        }

        return clean.ToString();
    }

    /// <returns>The text of a cell: clean, no longer than Excel takes, and "_x0041_" as these letters, not as the one that it stands for in ECMA-376 (ST_Xstring).</returns>
    internal static string Cell(string text) => Coded().Replace(Cut(Clean(text)), "_x005F$0");

    private static string Cut(string text)
    {
        if (text.Length <= MostInCell)
        {
            return text;
        }

        // Not within a letter of two units.
        var length = MostInCell - 1;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Coded();
}
