using System.Globalization;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads the number or sign at the beginning of a line. What it reads is a candidate; the outline decides by sequence.</summary>
internal static partial class LabelReader
{
    private const string Letters = "abcdđefghijklmnopqrstuvwxyz";

    private const string Bullets = "-–—−+*•●○◦▪■□·►➢➤✓\uF0B7\uF0A7\uF02D";

    private static readonly string[] DivisionOrdinals =
        ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <returns>Whether a list of points may leave out the letter at this place of the alphabet.</returns>
    internal static bool MayBeLeftOut(int ordinal) => Letters[ordinal - 1] is 'đ' or 'f' or 'j' or 'w' or 'z';

    /// <returns>What the line's beginning can be read as, the likeliest first; two readings where i) or C. can be a letter and a Roman number.</returns>
    internal static IEnumerable<Label> Read(string line)
    {
        if (line.Length == 0)
        {
            yield break;
        }

        if (Bullets.Contains(line[0], StringComparison.Ordinal))
        {
            if (ReadBullet(line) is { } bullet)
            {
                yield return bullet;
            }

            yield break;
        }

        if (NamedPattern().Match(line) is { Success: true } named)
        {
            if (ReadNamed(named) is { } label)
            {
                yield return label;
            }

            yield break;
        }

        if (DecimalPattern().Match(line) is { Success: true } numbers)
        {
            yield return ReadDecimal(numbers);
        }
        else if (NumberPattern().Match(line) is { Success: true } number)
        {
            foreach (var label in ReadNumber(number))
            {
                yield return label;
            }
        }
    }

    private static Label? ReadBullet(string line)
    {
        var sign = line[0] is '–' or '—' or '−' or '\uF02D' ? '-' : line[0];
        var length = 1;
        while (length < line.Length && LineReader.IsBlank(line[length]))
        {
            length++;
        }

        // "-Sở Công Thương" is an item; "-5%", "+84" and "*chú thích" are not.
        var attached = length == 1 && line.Length > 1;
        return attached && !(sign is '-' or '+' or '•' && char.IsUpper(line[1])) ? null
            : new Label(LabelFamily.Bullet, sign, 0, line[..1], length);
    }

    private static Label? ReadNamed(Match match)
    {
        var number = match.Groups["number"].Value;
        var family = match.Groups["name"].Value.ToUpperInvariant() switch
        {
            "PHẦN" => LabelFamily.Division,
            "CHƯƠNG" => LabelFamily.Chapter,
            "MỤC" => LabelFamily.Heading,
            _ => LabelFamily.Article,
        };
        var written = family == LabelFamily.Article ? number : match.Value[..(match.Groups["number"].Index + number.Length)];
        return OrdinalOf(number) is { } ordinal ? new Label(family, ' ', ordinal, written, match.Length) : null;
    }

    private static int? OrdinalOf(string number)
    {
        var word = Array.FindIndex(DivisionOrdinals, ordinal => number.EndsWith(ordinal, StringComparison.OrdinalIgnoreCase));
        return word >= 0 ? word + 1
            : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : Roman(number) is { } roman ? roman
            : number.Length == 1 && char.IsAsciiLetterUpper(number[0]) ? number[0] - 'A' + 1 : null;
    }

    private static Label ReadDecimal(Match match)
    {
        var written = match.Groups["number"].Value;
        var last = written.LastIndexOf('.');
        var depth = written.Count(unit => unit == '.');
        return new Label(LabelFamily.Decimal, (char)('0' + depth), int.Parse(written[(last + 1)..], CultureInfo.InvariantCulture), written,
            match.Length, written[..last]);
    }

    private static IEnumerable<Label> ReadNumber(Match match)
    {
        var written = match.Groups["number"].Value;
        var sign = match.Groups["sign"].Value is { Length: > 0 } text ? text[0] : '(';
        if (char.IsAsciiDigit(written[0]))
        {
            yield return new Label(LabelFamily.Digit, sign, int.Parse(written, CultureInfo.InvariantCulture), written, match.Length);
            yield break;
        }

        var upper = char.IsUpper(written[0]);
        if (Roman(written) is { } roman && upper == written.All(char.IsUpper))
        {
            yield return new Label(upper ? LabelFamily.Roman : LabelFamily.SmallRoman, sign, roman, written, match.Length);
        }

        if (written.Length == 1)
        {
            var place = upper ? written[0] - 'A' + 1 : Letters.IndexOf(written[0], StringComparison.Ordinal) + 1;
            yield return new Label(upper ? LabelFamily.Capital : LabelFamily.Letter, sign, place, written, match.Length);
        }
    }

    private static int? Roman(string number)
    {
        var value = 0;
        var last = 0;
        for (var i = number.Length - 1; i >= 0; i--)
        {
            var digit = char.ToUpperInvariant(number[i]) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (digit == 0)
            {
                return null;
            }

            value += digit < last ? -digit : digit;
            last = Math.Max(last, digit);
        }

        return value is > 0 and <= 89 ? value : null;
    }

    [GeneratedRegex(@"^(?<name>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)[ \t\u00A0]+(?:thứ |THỨ )?(?<number>[IVXLC]{1,7}|\d{1,3}|\p{Lu}|(?<=(?:thứ|THỨ) )\p{L}+)(?:[ \t\u00A0]*[.:\-–/)][*_]*[ \t\u00A0]*|[*_]*$|[*_]*[ \t\u00A0]+(?=[\p{Lu}“""(]))", RegexOptions.CultureInvariant)]
    private static partial Regex NamedPattern();

    [GeneratedRegex(@"^(?<number>\d{1,2}(?:\.\d{1,2}){1,5})(?:[.)/:][*_]*[ \t\u00A0]*(?=$|\p{L}|[“""(*])|[.)][*_]*[ \t\u00A0]+(?=\d{1,3}(?:,\d+)?[ \t\u00A0%–-])|[*_]*[ \t\u00A0]+(?=\p{Lu}|[“""(*]))", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(@"^(?:(?<number>\d{1,3}|[IVXLC]{1,7}|[A-ZĐ]|[ivx]{1,5}|[a-zđ])(?<sign>[.)/\-–])[*_]*(?:[ \t\u00A0]+|(?=\p{L}{2})|$)|\((?<number>\d{1,2}|[ivx]{1,5}|[a-zđ])\)[*_]*[ \t\u00A0]*)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
