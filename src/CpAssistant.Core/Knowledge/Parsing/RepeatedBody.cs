using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Finds a body that stands a second time, as where a page was copied twice.</summary>
internal static class RepeatedBody
{
    /// <summary>A paragraph at least this long right after itself is no repetition that anyone meant.</summary>
    private const int LongParagraph = 80;

    /// <summary>A run counts from this share of the text on: the same few tasks may well stand under two agencies.</summary>
    private const double LeastShare = 0.2;

    private const int LeastLines = 3;

    /// <summary>A repetition begins with a line of words, not with a sign.</summary>
    private const int LeastFirstLine = 20;

    /// <summary>Lines compared for each line of the text at most, so that a text of one line said a million times takes no longer than others.</summary>
    private const int ComparedPerLine = 8;

    /// <returns>The lines without the repetitions, and the spans of these in order.</returns>
    internal static (List<SourceLine> Kept, List<TextSpan> Repeated) Remove(List<SourceLine> lines)
    {
        var kept = new List<SourceLine>(lines.Count);
        var repeated = new List<TextSpan>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = lines.Sum(line => (long)line.Text.Length);
        var left = lines.Count * (long)ComparedPerLine;
        for (var i = 0; i < lines.Count;)
        {
            var first = -1;
            var length = left > 0 && lines[i].Text.Length >= LeastFirstLine && places.TryGetValue(lines[i].Text, out first) ? RunLength(lines, first, i) : 0;
            left -= length;
            if (length > 0 && IsRepetition(lines, first, i, length, total))
            {
                repeated.Add(new TextSpan(lines[i].Start, lines[i + length - 1].End));
                i += length;
                continue;
            }

            places.TryAdd(lines[i].Text, i);
            kept.Add(lines[i]);
            i++;
        }

        return (kept, repeated);
    }

    private static int RunLength(List<SourceLine> lines, int first, int second)
    {
        var length = 0;
        while (second + length < lines.Count && first + length < second
            && string.Equals(lines[first + length].Text, lines[second + length].Text, StringComparison.Ordinal))
        {
            length++;
        }

        return length;
    }

    private static bool IsRepetition(List<SourceLine> lines, int first, int second, int length, long total)
    {
        if (first + 1 == second)
        {
            return lines[second].Text.Length >= LongParagraph;
        }

        var units = lines.Skip(second).Take(length).Sum(line => line.Text.Length);
        return length >= LeastLines && units >= total * LeastShare;
    }
}
