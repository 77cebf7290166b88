namespace CpAssistant.Core.Text;

/// <summary>Cuts a text into syllables, foreign words and numbers.</summary>
public static class SyllableTokenizer
{
    /// <summary>
    /// Runs of letters, digits and combining marks; a point or comma between two digits belongs to the number (286.000.000).
    /// </summary>
    /// <returns>Tokens in reading order; the term of each is the slice of the source as it stands.</returns>
    public static IEnumerable<Token> Tokenize(string text)
    {
        var position = 0;
        while (TryNext(text, ref position, out var span))
        {
            yield return new Token(text[span.Start..span.End], span.Start, span.End);
        }
    }

    /// <summary>The next token, without copying it.</summary>
    /// <param name="text">The source.</param>
    /// <param name="position">Where to look from; moved behind the token.</param>
    /// <param name="span">The token's place; empty where there is none.</param>
    public static bool TryNext(ReadOnlySpan<char> text, ref int position, out TextSpan span)
    {
        var start = position;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && IsInside(text, end))
        {
            end++;
        }

        position = end;
        span = new TextSpan(start, end);
        return start < end;
    }

    private static bool IsInside(ReadOnlySpan<char> text, int i)
    {
        var unit = text[i];
        return unit < 128
            ? char.IsAsciiLetterOrDigit(unit) || IsInNumber(text, i)
            : char.IsLetterOrDigit(unit) || VietnameseText.IsCombining(unit) || VietnameseText.IsIgnorable(unit);
    }

    private static bool IsInNumber(ReadOnlySpan<char> text, int i) =>
        text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
}
