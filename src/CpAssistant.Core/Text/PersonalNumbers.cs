using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Text;

/// <summary>Masks what tells who a person is: telephone numbers, e-mail addresses, numbers of identity papers, accounts and cards. Pure.</summary>
/// <remarks>
/// A telephone number is 0 or +84 and 9 or 10 digits (Thông tư 22/2014/TT-BTTTT), however it is grouped; an identity number has 9
/// digits or, since the căn cước, 12 that begin with 0. In doubt a number is masked. Dates, numbers of documents, and sums with
/// their unit are left as they are. Digits written as words or letters, or parted by other words, are not found.
/// </remarks>
public static partial class PersonalNumbers
{
    public const string Phone = "[số điện thoại]";
    public const string Email = "[email]";
    public const string Identity = "[số định danh]";

    /// <summary>Fewer digits identify no one.</summary>
    private const int LeastDigits = 7;

    /// <summary>What people put between the digits of one number.</summary>
    private const string Gap = @"[\s.\p{Pd}()·•*|_]{0,5}";

    private const string Unit = @"\s*(?:đồng|dong|đ|vnđ|vnd|usd|kwh|kw|mj|m3|m2|tấn|tan|kg|lít|lit|triệu|trieu|tỷ|tỉ|ty)\b";

    private static readonly (Regex Pattern, string Label)[] Rules =
    [
        (EmailAddress(), Email),
        (NamedNumber(), Identity),
        (CitizenNumber(), Identity),
        (PhoneInOnePiece(), Phone),
        (PhoneNumber(), Phone),
        (CardNumber(), Identity),
        (PassportNumber(), Identity),
        (NineDigits(), Identity),
    ];

    /// <returns>The text with a label in place of each; the same text where there is none. Masking twice is masking once.</returns>
    public static string Mask(string text)
    {
        string before;
        do
        {
            before = text;
            if (!MayHoldAny(text))
            {
                return text;
            }

            foreach (var (pattern, label) in Rules)
            {
                text = Replace(text, pattern, label);
            }
        }
        while (text != before);

        return text;
    }

    private static bool MayHoldAny(string text)
    {
        var digits = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            digits += Rune.IsDigit(rune) ? 1 : 0;
            if (digits >= LeastDigits || rune.Value is '@' or '＠')
            {
                return true;
            }
        }

        return text.Contains("at", StringComparison.OrdinalIgnoreCase) || text.Contains("còng", StringComparison.OrdinalIgnoreCase);
    }

    private static string Replace(string text, Regex pattern, string label)
    {
        var (plain, offsets) = Plain(text);
        var masked = new StringBuilder();
        var end = 0;
        foreach (Match match in pattern.Matches(plain))
        {
            var number = match.Groups["number"] is { Success: true } inner ? inner : match;
            masked.Append(text, end, offsets[number.Index] - end).Append(label);
            end = offsets[number.Index + number.Length];
        }

        return end == 0 ? text : masked.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>The text with plain digits and signs, without what is not seen; and for each of its units, and its end, the place in the text.</summary>
    private static (string Plain, List<int> Offsets) Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var offsets = new List<int>(text.Length + 1);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = Rune.IsDigit(rune) ? ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture)
                : Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? ""
                : rune.Value switch { '＠' => "@", '．' or '。' or '｡' => ".", '＋' => "+", _ => rune.ToString() };
            plain.Append(shown);
            offsets.AddRange(Enumerable.Repeat(at, shown.Length));
            at += rune.Utf16SequenceLength;
        }

        offsets.Add(text.Length);
        return (plain.ToString(), offsets);
    }

    [GeneratedRegex(@"[\p{L}\d._%+\-]{1,64}\s{0,2}(?:@|[(\[]\s?(?:at|a còng|a cong)\s?[)\]]|(?<=\s)(?:a còng|a cong)(?=\s))\s{0,2}[\p{L}\d\-]{1,63}(?:(?:\.[\p{L}\d\-]{1,63}){1,5}|(?:(?:\s?[.,]\s?|\s?[(\[](?:dot|chấm|cham)[)\]]\s?|\s(?:chấm|cham|dot)\s)(?:com|vn|net|org|edu|gov|info)\b){1,3})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"\b(?:CMND|CMTND|CMT|CCCD|căn cước(?: công dân)?|can cuoc(?: cong dan)?|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?|hộ chiếu|ho chieu|passport|identity card|STK|tài khoản|tai khoan|account|BHXH|BHYT|mã số thuế|ma so thue|MST)\b[^\d\n\[]{0,20}?(?<number>\b[A-Z]{0,2}\d(?:" + Gap + @"\d){6,18})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedNumber();

    [GeneratedRegex(@"(?<!\d)(?:0\d{2}(?:[ .\-_]?\d{3}){3}|0\d{3}(?:[ .\-_]\d{4}){2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CitizenNumber();

    [GeneratedRegex(@"(?<!\d)(?:0\d{9,10}|84\d{9,10}|0\d{2,3}([/,])\d{3}\1\d{3,4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneInOnePiece();

    /// <remarks>A date is no number to call: "04-01-2013 25 cơ sở".</remarks>
    [GeneratedRegex(@"(?<![\d/,])(?!\d{1,2}[\-./]\d{1,2}[\-./](?:19|20)\d{2}(?!\d))(?:\+" + Gap + @"84|0084|84|0)(?:" + Gap + @"\d){9,10}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"(?<![\d/])[2-6]\d{3}(?:[ \-]?\d{4}){3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CardNumber();

    [GeneratedRegex(@"\b[A-Z]\d{7,8}\b", RegexOptions.CultureInvariant)]
    private static partial Regex PassportNumber();

    [GeneratedRegex(@"(?<![\d/.,])(?:\d{9}|\d{3}[ ._]\d{3}[ ._](?!000)\d{3})(?!\d|/\p{Lu}|[.,]\d|" + Unit + ")", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NineDigits();
}
