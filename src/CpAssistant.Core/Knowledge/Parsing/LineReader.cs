namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Cuts a text into lines.</summary>
internal static class LineReader
{
    internal static List<SourceLine> Read(string text, int from)
    {
        var lines = new List<SourceLine>();
        var number = 1 + text.AsSpan(0, from).Count('\n');
        var gap = true;
        for (var start = from; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny("\n\f\u2028\u2029");
            var end = length < 0 ? text.Length : start + length;
            if (Trim(text, start, end, number, gap) is { } line)
            {
                lines.Add(line);
                gap = false;
            }
            else
            {
                gap = true;
            }

            gap |= end < text.Length && text[end] == '\f';
            number += end < text.Length && text[end] == '\n' ? 1 : 0;
            start = end + 1;
        }

        return lines;
    }

    internal static bool IsBlank(char unit) => char.IsWhiteSpace(unit) || unit is '\u200B' or '\uFEFF' or '\u00AD';

    private static SourceLine? Trim(string text, int start, int end, int number, bool gap)
    {
        var (first, last) = (start, end);
        var hashes = 0;
        while (first < last && (IsBlank(text[first]) || IsOpening(text, first, last)))
        {
            hashes += text[first] == '#' ? 1 : 0;
            first++;
        }

        while (last > first && (IsBlank(text[last - 1]) || IsClosing(text, first, last)))
        {
            last--;
        }

        if (first == last)
        {
            return null;
        }

        var bold = first - start >= 2 && text[first - 1] == text[first - 2] && text[first - 1] is '*' or '_';
        return new SourceLine(number, first, text[first..last], gap, hashes > 0 || bold, last - start);
    }

    /// <summary>Heading, quotation, table and emphasis signs. A star before a space is a list sign and stays.</summary>
    private static bool IsOpening(string text, int i, int end) => text[i] switch
    {
        '#' => i + 1 < end && (text[i + 1] is '#' or ' ' or '\t'),
        '>' or '|' => true,
        '*' or '_' => i + 1 < end && !IsBlank(text[i + 1]),
        _ => false,
    };

    private static bool IsClosing(string text, int start, int end) => text[end - 1] switch
    {
        '*' or '_' => end - start > 1,
        '\\' or '|' => true,
        _ => false,
    };
}
