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
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && (VietnameseText.IsCombining(text[i]) || IsInNumber(text, i))));
            if (inside)
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return new Token(text[start..i], start, i);
                start = -1;
            }
        }
    }

    private static bool IsInNumber(string text, int i) =>
        text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
}
