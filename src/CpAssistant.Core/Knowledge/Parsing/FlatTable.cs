using System.Globalization;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>
/// Finds tables whose cells became lines: a heading that begins with "STT", then the rows, each from its number to the next.
/// A row is read as one paragraph, so that a figure is quoted with what it counts.
/// </summary>
internal static partial class FlatTable
{
    private const int LeastColumns = 3;
    private const int MostColumns = 12;
    private const int LongestCell = 160;

    /// <summary>Lines that a cell may have been broken into, on average.</summary>
    private const int LinesPerCell = 3;

    /// <returns>The lines, those of such tables with their place in the row.</returns>
    internal static List<SourceLine> Mark(List<SourceLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Number().IsMatch(lines[i].Text) && Rows(lines, i) is { Count: > 2 } rows)
            {
                Mark(lines, rows);
                i = rows[^1] - 1;
            }
        }

        return lines;
    }

    /// <returns>Where the heading and each row begin, and one past the last; a single row is no table.</returns>
    private static List<int> Rows(List<SourceLine> lines, int heading)
    {
        var first = heading + 1;
        while (first < lines.Count && first - heading <= MostColumns && !IsNumber(lines[first], 1))
        {
            first++;
        }

        var columns = first - heading;
        if (columns is < LeastColumns or > MostColumns || first + (2 * columns) > lines.Count)
        {
            return [];
        }

        var rows = new List<int> { heading };
        for (var next = first; next >= 0; next = Next(lines, next, columns, rows.Count - 1))
        {
            rows.Add(next);
        }

        // Nothing tells where the last row ends but the number of its cells.
        var end = rows[^1] + 1;
        while (end < lines.Count && end < rows[^1] + columns && IsCell(lines[end]))
        {
            end++;
        }

        rows.Add(end);
        return rows.Count > 3 ? rows : [];
    }

    /// <returns>Where the row after the one at <paramref name="from"/> begins, or -1.</returns>
    private static int Next(List<SourceLine> lines, int from, int columns, int number)
    {
        for (var i = from + 1; i < lines.Count && i <= from + (LinesPerCell * columns); i++)
        {
            if (i >= from + columns && IsNumber(lines[i], number + 1))
            {
                return i;
            }

            if (!IsCell(lines[i]))
            {
                return -1;
            }
        }

        return -1;
    }

    private static void Mark(List<SourceLine> lines, List<int> rows)
    {
        for (var row = 0; row + 1 < rows.Count; row++)
        {
            for (var i = rows[row]; i < rows[row + 1]; i++)
            {
                // The number of a row is no figure of it: "2" before "Doanh nghiệp được đánh giá" counts none.
                lines[i] = lines[i] with { Cell = i - rows[row] - (row > 0 ? 1 : 0) };
            }
        }
    }

    private static bool IsNumber(SourceLine line, int number) => line.Text.TrimEnd('.').TrimStart('0') == number.ToString(CultureInfo.InvariantCulture);

    private static bool IsCell(SourceLine line) =>
        line.Text.Length <= LongestCell && !Endings.IsRecipients(line.Text) && !Endings.IsCapacity(line.Text)
        && !LabelReader.Read(line.Text).Any(label => !label.IsBullet && line.Text.Length > label.Length);

    [GeneratedRegex(@"^(?:STT|TT|Stt|Số TT|Số thứ tự)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
