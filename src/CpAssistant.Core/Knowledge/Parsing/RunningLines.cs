using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Finds headers and footers: the same short line at each page break, alone or with the number of its page.</summary>
internal static partial class RunningLines
{
    private const int LeastTimes = 3;
    private const int LongestLine = 100;

    /// <summary>Units of text between one and the next: less than a page holds, more than a row of a table does.</summary>
    private const int LeastPage = 400;

    /// <summary>A line that a header cuts is at least this long.</summary>
    private const int LeastCutLine = 40;

    /// <summary>The first lines of a text may be the title that its pages repeat.</summary>
    private const int HeadLength = 12;

    /// <returns>The lines without them; what follows one is marked as after a page break.</returns>
    /// <param name="noise">Takes the spans of what is left out.</param>
    internal static List<SourceLine> Remove(string text, List<SourceLine> lines, List<TextSpan> noise)
    {
        var found = Find(text, lines);
        if (found.Count == 0)
        {
            return lines;
        }

        var kept = new List<SourceLine>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (found.Contains(i))
            {
                noise.Add(lines[i].Span);
            }
            else
            {
                kept.Add(found.Contains(i - 1) ? lines[i] with { AfterPage = true, Gap = true } : lines[i]);
            }
        }

        return kept;
    }

    private static HashSet<int> Find(string text, List<SourceLine> lines)
    {
        var repeated = Enumerable.Range(0, lines.Count).Where(i => lines[i].Cell is null && MayRun(lines[i].Text))
            .GroupBy(i => Page().Replace(lines[i].Text, "").Trim(), StringComparer.OrdinalIgnoreCase)
            .Select(group => group.ToList()).Where(places => places.Count >= LeastTimes && IsApart(lines, places)).ToList();
        var candidates = repeated.SelectMany(places => places).ToHashSet();
        var found = new HashSet<int>();
        foreach (var places in repeated)
        {
            var atBreak = places.Where(i => IsAtBreak(text, lines, candidates, i)).ToList();
            if (atBreak.Count >= Math.Max(2, places.Count - 1))
            {
                found.UnionWith(places.Where(i => i >= HeadLength || atBreak.Contains(i)));
            }
        }

        return found;
    }

    private static bool MayRun(string line) =>
        line.Length <= LongestLine && !LineShape.IsEnded(line) && Page().Replace(line, "").Count(char.IsLetter) >= 4
        && !LabelReader.Read(line).Any(label => label.Family != LabelFamily.Digit || !Page().IsMatch(line));

    private static bool IsApart(List<SourceLine> lines, List<int> places)
    {
        // The first may be the title itself, on the page of the first header.
        for (var i = places.Count > LeastTimes ? 2 : 1; i < places.Count; i++)
        {
            if (lines[places[i]].Start - lines[places[i - 1]].End < LeastPage)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Beside the number of a page or a form feed, with a number of its own, or inside a sentence; a header may take some lines.</summary>
    private static bool IsAtBreak(string text, List<SourceLine> lines, HashSet<int> candidates, int i)
    {
        var (first, last) = (i, i);
        while (candidates.Contains(first - 1))
        {
            first--;
        }

        while (candidates.Contains(last + 1))
        {
            last++;
        }

        var (before, after) = (first > 0 ? lines[first - 1] : null, last + 1 < lines.Count ? lines[last + 1] : null);
        return Page().IsMatch(lines[i].Text)
            || text.AsSpan((before?.End ?? lines[first].Start)..lines[first].Start).Contains('\f')
            || text.AsSpan(lines[last].End..(after?.Start ?? lines[last].End)).Contains('\f')
            || (before is not null && NoiseLines.LooksLikePage(before.Text)) || (after is not null && NoiseLines.LooksLikePage(after.Text))
            || (before is { Text.Length: >= LeastCutLine } && after is not null && !LineShape.IsEnded(before.Text) && char.IsLower(after.Text[0]));
    }

    /// <summary>The number of the page in a header: "2   CÔNG BÁO/Số 35", "Kế hoạch sản xuất sạch hơn | Trang 3/12".</summary>
    [GeneratedRegex(@"^\d{1,4}(?:[ \u00A0]{2,}|\t+|[ \u00A0]*\|[ \u00A0]*|[ \u00A0]+(?=CÔNG BÁO/))|(?:[ \u00A0]*[-–|][ \u00A0]*|[ \u00A0]+|\t+)(?:[Tt]rang|[Pp]age)[ \u00A0]*\d{1,4}(?:[ \u00A0]?/[ \u00A0]?\d{1,4})?$|(?:[ \u00A0]{2,}|\t+|[ \u00A0]*\|[ \u00A0]*|(?<=^CÔNG BÁO/[^\n]*)[ \u00A0]+)\d{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
