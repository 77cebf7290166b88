using System.Globalization;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Lines that are no words of the document: page numbers, rulers, numbers of rows.</summary>
internal sealed partial class NoiseLines
{
    /// <summary>Lines; a row of a table seldom has more cells without a figure.</summary>
    private const int CellReach = 3;

    private int _page;

    /// <summary>Lines must be asked about in reading order, since page numbers rise.</summary>
    /// <param name="lines">All lines, noise included.</param>
    /// <param name="previous">The last line that was none of these; null at the beginning.</param>
    internal LineNoise Read(IReadOnlyList<SourceLine> lines, int i, SourceLine? previous)
    {
        var line = lines[i];
        if (line.Cell is { } cell)
        {
            return cell < 0 ? LineNoise.RowNumber : LineNoise.None;
        }

        if (Ruler().IsMatch(line.Text))
        {
            return LineNoise.Ruler;
        }

        if (MarkedPage().Match(line.Text) is { Success: true } marked)
        {
            return Page(marked);
        }

        if (BarePage().Match(line.Text) is not { Success: true } bare)
        {
            return LineNoise.None;
        }

        var next = i + 1 < lines.Count ? lines[i + 1] : null;
        var number = int.Parse(bare.Groups["page"].Value, CultureInfo.InvariantCulture);
        var rises = number > _page && number <= _page + 3;
        var apart = (line.Gap && (next is null || next.Gap)) || line.AfterPage || next is { AfterPage: true };
        return (apart && rises) || (number > _page && !IsAmongFigures(lines, i) && CutsSentence(previous, next))
            ? Page(bare) : LineNoise.None;
    }

    internal static bool LooksLikePage(string line) => MarkedPage().IsMatch(line) || BarePage().IsMatch(line);

    private LineNoise Page(Match match)
    {
        _page = int.Parse(match.Groups["page"].Value, CultureInfo.InvariantCulture);
        return LineNoise.Page;
    }

    /// <summary>The words before it run on, and those after it go on: in small letters, with the other end of a range, or to the bracket's end.</summary>
    private static bool CutsSentence(SourceLine? previous, SourceLine? next) =>
        previous is not null && next is not null && !LineShape.IsEnded(previous.Text)
        && ((char.IsLower(next.Text[0]) && (LineShape.WordCount(previous.Text) > 3 || LineShape.RunsOn(previous.Text)))
            || (char.IsDigit(next.Text[0]) && LineShape.RunsOn(previous.Text))
            || (LineShape.HasOpenBracket(previous.Text) && LineShape.ClosesBracket(next.Text))
            || LineShape.IsRangeCut(previous.Text, next.Text));

    /// <summary>A figure that stands near others that are lines of their own is a cell of a table.</summary>
    private static bool IsAmongFigures(IReadOnlyList<SourceLine> lines, int i)
    {
        for (var near = Math.Max(0, i - CellReach); near <= Math.Min(lines.Count - 1, i + CellReach); near++)
        {
            if (near != i && Figure().IsMatch(lines[near].Text))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^(?:[-–—_*=~.oO ]{3,}|[*_=~]+|\|?(?: *:?-{2,}:? *\|)+ *(?::?-{2,}:?)? *)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ruler();

    [GeneratedRegex(@"^(?:[-–—] ?(?<page>\d{1,4}) ?[-–—]|(?:Trang|TRANG|trang|Page|page)[ :]*(?<page>\d{1,4})(?: ?(?:/|trên|of) ?\d{1,4})?|(?<page>\d{1,3}) ?/ ?\d{1,3}|\[(?<page>\d{1,3})\])$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkedPage();

    [GeneratedRegex(@"^(?<page>[1-9]\d{0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex BarePage();

    [GeneratedRegex(@"^\d[\d.,]*%?$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}

internal enum LineNoise
{
    None,
    Page,
    Ruler,
    RowNumber,
}
