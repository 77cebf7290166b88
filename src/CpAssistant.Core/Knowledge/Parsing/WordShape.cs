using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>What a word looks like to someone who reads Vietnamese.</summary>
internal enum WordLook
{
    /// <summary>A number, a letter, an abbreviation in capitals, a code: says nothing of the text.</summary>
    Neutral,
    Syllable,
    MarkedSyllable,

    /// <summary>Plain letters that make no Vietnamese syllable.</summary>
    Foreign,

    /// <summary>Marks that go with no Vietnamese syllable.</summary>
    Broken,

    /// <summary>Letters and figures in one word.</summary>
    Mixed,
}

/// <summary>Tells Vietnamese syllables from other words.</summary>
internal static class WordShape
{
    /// <summary>Longer words are addresses and the like.</summary>
    private const int LongestWord = 12;

    internal static WordLook Of(string word)
    {
        var (letters, digits, capitals) = (0, 0, 0);
        foreach (var unit in word)
        {
            letters += char.IsLetter(unit) ? 1 : 0;
            digits += char.IsAsciiDigit(unit) ? 1 : 0;
            capitals += char.IsUpper(unit) ? 1 : 0;
        }

        if (letters > 0 && digits > 0)
        {
            return IsCode(word) ? WordLook.Neutral : WordLook.Mixed;
        }

        if (letters < 2 || word.Length > LongestWord)
        {
            return WordLook.Neutral;
        }

        var look = Syllable(word);
        return look is WordLook.Foreign or WordLook.Broken && capitals > 1 ? WordLook.Neutral : look;
    }

    private static WordLook Syllable(string word)
    {
        var lower = word.ToLowerInvariant();
        var normalized = VietnameseText.Normalize(word);
        var marked = VietnameseText.HasMarks(normalized);
        var built = marked ? SyllableShape.IsSyllable(normalized) && HasTone(lower) : SyllableShape.CanStandForSyllable(normalized);
        return built ? marked ? WordLook.MarkedSyllable : WordLook.Syllable
            : marked || !Ascii.IsValid(lower) ? WordLook.Broken : WordLook.Foreign;
    }

    /// <summary>Codes and units: QH13, 12h30, 5S, CO2, 07b, 2m; not l0, 4O or H0àng.</summary>
    private static bool IsCode(string word)
    {
        var changes = 0;
        for (var i = 1; i < word.Length; i++)
        {
            changes += char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1]) && word[i] is not ('.' or ',') ? 1 : 0;
        }

        var looksLikeFigure = word[0] is 'l' or 'I' || (char.IsAsciiDigit(word[0]) && word.Any(unit => unit is 'l' or 'O' or 'o'));
        return changes <= 2 && word.Length <= 10 && !looksLikeFigure && word.All(unit => char.IsAscii(unit) || unit is 'Đ' or 'đ');
    }

    /// <summary>One tone at most, on the vowel with a shape mark where there is one; before c, ch, p, t only sắc and nặng.</summary>
    private static bool HasTone(string lower)
    {
        var (tones, shapes, onShape) = (0, 0, 0);
        var tone = Tone.Level;
        foreach (var unit in lower)
        {
            var (letter, own) = VietnameseLetter.Split(unit);
            var shaped = letter != 'đ' && VietnameseLetter.Base(letter) != letter;
            shapes += shaped ? 1 : 0;
            tones += own == Tone.Level ? 0 : 1;
            onShape += shaped && own != Tone.Level ? 1 : 0;
            tone = own == Tone.Level ? tone : own;
        }

        var stopped = lower[^1] is 'c' or 'p' or 't' || lower.EndsWith("ch", StringComparison.Ordinal);
        return tones <= 1 && (tones == 0 || shapes == 0 || onShape > 0) && (!stopped || tone is Tone.Acute or Tone.Dot);
    }
}
