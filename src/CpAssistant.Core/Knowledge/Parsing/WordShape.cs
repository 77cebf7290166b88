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

/// <summary>Tells Vietnamese syllables by their build: onset, rime, and marks that go with the rime.</summary>
internal static class WordShape
{
    /// <summary>Longer words are addresses and the like.</summary>
    private const int LongestWord = 12;

    private static readonly HashSet<string> Onsets = new(StringComparer.Ordinal)
    {
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
    };

    private static readonly HashSet<string> Rimes = new(StringComparer.Ordinal)
    {
        "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt",
        "âc", "âm", "ân", "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng", "eo", "ep", "et",
        "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", "i", "ia", "ich", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "im", "in", "inh", "ip", "it", "iu",
        "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot",
        "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt",
        "u", "ua", "uân", "uâng", "uât", "uây", "uc", "uê", "uêch", "uênh", "ui", "um", "un", "ung", "uô", "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "up", "ut", "uơ",
        "uy", "uya", "uych", "uyên", "uyêt", "uynh", "uyt", "uyu", "ư", "ưa", "ưc", "ưi", "ưng", "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "ưt", "ưu", "ưm", "ưn",
        "y", "yêm", "yên", "yêng", "yêt", "yêu",
        "uai", "uan", "uang", "uanh", "uat", "uao", "uac", "uach", "uau", "uay", "uăn", "uăng", "uăc", "uăt", "ue", "uen", "ueo", "uet", "uên", "uêt", "uông",
    };

    private static readonly HashSet<string> PlainRimes = new(Rimes.Select(Plain), StringComparer.Ordinal);

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
        return HasBuild(Shapes(normalized), marked) && (!marked || HasTone(lower)) ? marked ? WordLook.MarkedSyllable : WordLook.Syllable
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

    private static string Shapes(string normalized) => string.Concat(normalized.Select(unit => VietnameseLetter.Split(unit).Letter));

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

    private static bool HasBuild(string letters, bool marked)
    {
        for (var onset = Math.Min(3, letters.Length); onset >= 0; onset--)
        {
            if (Onsets.Contains(letters[..onset]) && (Rimes.Contains(letters[onset..]) || (!marked && PlainRimes.Contains(letters[onset..]))))
            {
                return true;
            }
        }

        // "gì" and "qui" have their vowel inside the onset.
        return letters is "gi" or "quy" or "qui" || (letters.StartsWith("gi", StringComparison.Ordinal) && Rimes.Contains("i" + letters[2..]));
    }

    private static string Plain(string rime) => string.Concat(rime.Select(VietnameseLetter.Base));
}
