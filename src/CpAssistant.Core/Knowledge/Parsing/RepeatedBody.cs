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

    /// <returns>The lines without the repetitions, and the spans of these in order.</returns>
    internal static (List<SourceLine> Kept, List<TextSpan> Repeated) Remove(List<SourceLine> lines)
    {
        var kept = new List<SourceLine>(lines.Count);
        var repeated = new List<TextSpan>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = lines.Sum(line => line.Text.Length);
        for (var i = 0; i < lines.Count;)
        {
            var length = places.TryGetValue(lines[i].Text, out var first) ? RunLength(lines, first, i) : 0;
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

    private static bool IsRepetition(List<SourceLine> lines, int first, int second, int length, int total)
    {
        if (first + 1 == second)
        {
            return lines[second].Text.Length >= LongParagraph;
        }

        var units = lines.Skip(second).Take(length).Sum(line => line.Text.Length);
        return length >= LeastLines && units >= total * LeastShare;
    }
}
