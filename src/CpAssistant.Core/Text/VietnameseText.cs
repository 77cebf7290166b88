using System.Globalization;
using System.Text;

namespace CpAssistant.Core.Text;

/// <summary>Forms in which Vietnamese words are compared.</summary>
public static class VietnameseText
{
    /// <summary>
    /// The one form of a word that has several spellings: lower case, precomposed letters, the tone mark where the old
    /// orthography puts it (hòa, thủy), and i for a final y after a consonant (kỹ → kĩ, quy → qui).
    /// </summary>
    /// <remarks>Normalizing twice is normalizing once; never throws; white space and signs stay as they are.</remarks>
    public static string Normalize(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var words = new NormalizedWords(text.Length);
        foreach (var unit in text)
        {
            words.Add(unit);
        }

        return words.ToString();
    }

    /// <summary>The normalized word without any mark, đ → d: what someone types who leaves the marks out.</summary>
    /// <remarks>Folding twice is folding once.</remarks>
    public static string Fold(string text) => FoldNormalized(Normalize(text));

    /// <param name="normalized">A normalized text.</param>
    internal static string FoldNormalized(string normalized) => Ascii.IsValid(normalized)
        ? normalized
        : string.Create(normalized.Length, normalized, static (target, source) => FoldNormalized(source, target));

    /// <param name="normalized">A normalized text.</param>
    /// <param name="target">As long.</param>
    internal static void FoldNormalized(ReadOnlySpan<char> normalized, Span<char> target)
    {
        for (var i = 0; i < normalized.Length; i++)
        {
            target[i] = normalized[i] < 128 ? normalized[i] : VietnameseLetter.Base(VietnameseLetter.Split(normalized[i]).Letter);
        }
    }

    /// <param name="term">A normalized term.</param>
    /// <returns>Whether any of its letters bears a tone or a shape.</returns>
    public static bool HasMarks(string term)
    {
        foreach (var letter in term)
        {
            if (letter >= 128 && VietnameseLetter.Base(VietnameseLetter.Split(letter).Letter) != letter)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether what was typed can stand for a word: the same letters, and no typed mark that the word does not bear. Typed
    /// marks are a promise (đường is not dương); missing marks are not (duong is both).
    /// </summary>
    /// <param name="typed">A normalized term.</param>
    /// <param name="word">A normalized term.</param>
    public static bool CanStandFor(string typed, string word)
    {
        if (typed.Length != word.Length)
        {
            return false;
        }

        var (typedTone, wordTone) = (Tone.Level, Tone.Level);
        for (var i = 0; i < typed.Length; i++)
        {
            if (typed[i] == word[i] && typed[i] < 128)
            {
                continue;
            }

            var (a, toneA) = VietnameseLetter.Split(typed[i]);
            var (b, toneB) = VietnameseLetter.Split(word[i]);
            if (a != b && a != VietnameseLetter.Base(b))
            {
                return false;
            }

            typedTone = toneA == Tone.Level ? typedTone : toneA;
            wordTone = toneB == Tone.Level ? wordTone : toneB;
        }

        return typedTone == Tone.Level || typedTone == wordTone;
    }

    internal static bool IsCombining(char unit) =>
        unit is >= '\u0300' and <= '\u036F' || (unit > 127 && char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark);

    /// <summary>Signs without width that word processors and phones leave inside words: soft hyphen, joiners, isolates of direction, byte order mark.</summary>
    internal static bool IsIgnorable(char unit) => unit is '\u00AD' or '\u200C' or '\u200D' or '\u2060' or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    private static bool IsPlain(string text)
    {
        foreach (var unit in text)
        {
            if (unit is >= 'A' and <= 'Z' or 'y' or >= (char)128)
            {
                return false;
            }
        }

        return true;
    }
}
