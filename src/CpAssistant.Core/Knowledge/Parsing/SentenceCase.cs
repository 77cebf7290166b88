using System.Text;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Writes words in capitals as a reader would write them.</summary>
internal sealed class SentenceCase(string text, ProvinceNames provinces)
{
    /// <summary>Beyond this the text is not searched for how it writes a title itself.</summary>
    private const int SearchedUnits = 200_000;

    private static readonly HashSet<string> Capitals = new(StringComparer.Ordinal) { "UBND", "HĐND", "SXSH", "KCN", "CCN", "KKT", "TTg", "BQL", "TNHH", "MTV", "QĐ", "KH", "TP" };

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["VIỆT NAM"] = "Việt Nam",
        ["CHÍNH PHỦ"] = "Chính phủ",
        ["TRUNG ƯƠNG"] = "Trung ương",
        ["CÔNG THƯƠNG"] = "Công Thương",
        ["NHÀ NƯỚC"] = "Nhà nước",
    };

    private readonly string _text = text.Length > SearchedUnits ? text[..SearchedUnits] : text;

    /// <summary>
    /// As the text itself writes these words elsewhere in small letters; else in small letters but for the first, for names of
    /// provinces, and for words that the text writes with a capital only.
    /// </summary>
    internal string Of(string words)
    {
        if (!LineShape.IsCaps(words))
        {
            return Upper(words);
        }

        return Upper(Elsewhere(words) ?? WordByWord(words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    internal static string Upper(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private string? Elsewhere(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || words.Length > 400)
        {
            return null;
        }

        var pattern = string.Join(@"\s+", parts.Select(Regex.Escape));
        foreach (Match match in Regex.Matches(_text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))
        {
            if (!LineShape.IsCaps(match.Value))
            {
                return Words.Of(match.Value);
            }
        }

        return null;
    }

    private string WordByWord(string[] words)
    {
        var result = new StringBuilder();
        for (var i = 0; i < words.Length;)
        {
            var (written, length) = Name(words, i) ?? (Word(words[i]), 1);
            result.Append(result.Length > 0 ? " " : "").Append(written);
            i += length;
        }

        return result.ToString();
    }

    private (string Written, int Length)? Name(string[] words, int i)
    {
        for (var length = Math.Min(5, words.Length - i); length > 1; length--)
        {
            var phrase = string.Join(' ', words.Skip(i).Take(length));
            var core = phrase.TrimEnd('.', ',', ';', ':', ')', '"', '”');
            if (provinces.Exact(core) is { } province && i > 0)
            {
                return (province + phrase[core.Length..], length);
            }

            if (Names.TryGetValue(core, out var name))
            {
                return (name + phrase[core.Length..], length);
            }
        }

        return null;
    }

    private string Word(string word)
    {
        var core = word.Trim('(', ')', '"', '“', '”', ',', ';', ':', '.', '-', '–');
        if (core.Length == 0 || Capitals.Contains(core) || core.Any(char.IsDigit))
        {
            return word;
        }

        var small = word.ToLowerInvariant();
        return char.IsUpper(word[0]) && WrittenWithCapital(core) ? Upper(small) : small;
    }

    /// <summary>Whether the text has the word with a capital inside sentences, and never in small letters.</summary>
    private bool WrittenWithCapital(string core)
    {
        var small = core.ToLowerInvariant();
        return Regex.IsMatch(_text, @"(?<=\p{Ll}[ ,])" + Regex.Escape(Upper(small)) + @"\b", RegexOptions.CultureInvariant)
            && !Regex.IsMatch(_text, @"\b" + Regex.Escape(small) + @"\b", RegexOptions.CultureInvariant);
    }
}
