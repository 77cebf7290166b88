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
    /// <remarks>Idempotent; never throws; white space and signs stay as they are.</remarks>
    public static string Normalize(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var word = new StringBuilder();
        var tone = Tone.Level;
        var tones = 0;
        var tonePlace = 0;

        foreach (var unit in text)
        {
            var (letter, ownTone) = VietnameseLetter.Split(char.ToLowerInvariant(unit));
            if (VietnameseLetter.ToneOfMark(letter) is { } combined && word.Length > 0)
            {
                tone = combined;
                tones++;
                tonePlace = word.Length - 1;
            }
            else if (word.Length > 0 && VietnameseLetter.WithShape(word[^1], letter) is { } shaped)
            {
                word[^1] = shaped;
            }
            else if (char.IsLetter(letter))
            {
                word.Append(letter);
                if (ownTone != Tone.Level)
                {
                    tone = ownTone;
                    tones++;
                    tonePlace = word.Length - 1;
                }
            }
            else if (IsCombining(letter))
            {
                continue;
            }
            else
            {
                Flush();
                result.Append(letter);
            }
        }

        Flush();
        return result.ToString();

        void Flush()
        {
            if (word.Length == 0)
            {
                return;
            }

            if (Syllable.EndsInVariantY(word))
            {
                word[^1] = 'i';
            }

            var place = tones == 1 ? Syllable.TonePlace(word) ?? tonePlace : tonePlace;
            if (tones > 0)
            {
                word[place] = VietnameseLetter.WithTone(word[place], tone);
            }

            result.Append(word);
            word.Clear();
            tone = Tone.Level;
            tones = 0;
        }
    }

    /// <summary>The normalized word without any mark, đ → d: what someone types who leaves the marks out.</summary>
    /// <remarks>Folding twice is folding once.</remarks>
    public static string Fold(string text)
    {
        var normalized = Normalize(text);
        return IsAscii(normalized)
            ? normalized
            : string.Create(normalized.Length, normalized, static (target, source) =>
            {
                for (var i = 0; i < source.Length; i++)
                {
                    target[i] = VietnameseLetter.Base(VietnameseLetter.Split(source[i]).Letter);
                }
            });
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

    private static bool IsAscii(string text) => Ascii.IsValid(text);

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
