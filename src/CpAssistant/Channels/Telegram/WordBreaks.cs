using System.Buffers;
using System.Globalization;

namespace CpAssistant.Channels.Telegram;

/// <summary>Where words may be cut, for words that are clean (<see cref="TelegramHtml.Clean"/>).</summary>
internal static class WordBreaks
{
    /// <summary>A better kind of break is taken only where it leaves a piece at least this share of its room.</summary>
    private const int SmallestShare = 4;

    /// <summary>So short, a word of capitals or digits before a full stop is an abbreviation or a label: "TP.", "KT.", "12.".</summary>
    private const int LongestAbbreviation = 3;

    private static readonly SearchValues<char> Abbreviating = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZĐ0123456789");

    /// <summary>
    /// The words in pieces, cut between sentences, else lines, else words, else characters as people see them, else code points. Only
    /// blanks are lost.
    /// </summary>
    /// <param name="limit">Most UTF-16 units of a piece once it is escaped; at least 10.</param>
    internal static IEnumerable<string> Pieces(string words, int limit)
    {
        var rest = words.Trim();
        while (rest.Length > limit || TelegramHtml.TextLength(rest) > limit)
        {
            var end = EndWithin(rest, limit);
            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    /// <returns>The words, or as many as fit with "…" behind them, cut between words.</returns>
    internal static string Shortened(string words, int limit)
    {
        if (words.Length <= limit)
        {
            return words;
        }

        var ends = CharacterEnds(words, limit - 1, static text => text.Length);
        var end = ends.LastOrDefault(end => char.IsWhiteSpace(words[end]), ends.Count > 0 ? ends[^1] : 0);
        return words[..(end > 0 ? end : RuneEnd(words, limit - 1, static text => text.Length))].TrimEnd() + "…";
    }

    /// <returns>Where the first sentence ends; the whole length where it is the only one.</returns>
    internal static int FirstSentence(string words)
    {
        var depth = 0;
        for (var at = 1; at < words.Length; at++)
        {
            depth += Depth(words[at - 1]);
            if (depth <= 0 && words[at - 1] != ';' && char.IsWhiteSpace(words[at]) && EndsSentence(words, at))
            {
                return at;
            }
        }

        return words.Length;
    }

    /// <returns>+1 for an opening bracket, -1 for a closing one.</returns>
    internal static int Depth(char letter) => letter switch { '(' => 1, ')' => -1, _ => 0 };

    private static int EndWithin(string words, int limit)
    {
        var ends = CharacterEnds(words, limit, TelegramHtml.TextLength);
        if (ends.Count == 0)
        {
            return RuneEnd(words, limit, TelegramHtml.TextLength);
        }

        var blanks = ends.Where(end => char.IsWhiteSpace(words[end])).ToList();
        var wide = blanks.Where(end => end >= ends[^1] / SmallestShare).ToList();
        return wide.LastOrDefault(end => EndsSentence(words, end)) is > 0 and var sentence ? sentence
            : wide.LastOrDefault(end => words[end] == '\n') is > 0 and var line ? line
            : blanks is [.., var word] ? word
            : ends[^1];
    }

    private delegate int Measure(ReadOnlySpan<char> text);

    /// <returns>Ends of the characters, as people see them, that fit; each before the words' own end.</returns>
    private static List<int> CharacterEnds(string words, int limit, Measure measure)
    {
        var ends = new List<int>();
        var (at, size) = (0, 0);
        while (at < words.Length)
        {
            var length = StringInfo.GetNextTextElementLength(words.AsSpan(at));
            size += measure(words.AsSpan(at, length));
            at += length;
            if (size > limit || at == words.Length)
            {
                break;
            }

            ends.Add(at);
        }

        return ends;
    }

    /// <returns>At least one code point.</returns>
    private static int RuneEnd(string words, int limit, Measure measure)
    {
        var (at, size) = (0, 0);
        foreach (var rune in words.EnumerateRunes())
        {
            size += measure(words.AsSpan(at, rune.Utf16SequenceLength));
            if (size > limit && at > 0)
            {
                break;
            }

            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static bool EndsSentence(string words, int end)
    {
        var last = end - 1;
        while (last > 0 && words[last] is '”' or '"' or '’' or ')' or '»')
        {
            last--;
        }

        return words[last] is '!' or '?' or ';' or '…' || (words[last] == '.' && !IsAbbreviated(words, last));
    }

    private static bool IsAbbreviated(string words, int end)
    {
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(words[start - 1]) || char.GetUnicodeCategory(words[start - 1]) == UnicodeCategory.NonSpacingMark))
        {
            start--;
        }

        var word = words.AsSpan(start, end - start);
        return word.Length == 1 || (word.Length is > 1 and <= LongestAbbreviation && !word.ContainsAnyExcept(Abbreviating));
    }
}
