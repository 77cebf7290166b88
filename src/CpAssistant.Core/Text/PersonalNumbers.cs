using System.Text.RegularExpressions;

namespace CpAssistant.Core.Text;

/// <summary>Masks what tells who a person is: telephone numbers, e-mail addresses, identity numbers. Pure.</summary>
/// <remarks>
/// A telephone number is 0 or +84 and 9 or 10 digits (Thông tư 22/2014/TT-BTTTT), however it is grouped; an identity number has 9
/// digits or, since the căn cước, 12 that begin with 0. In doubt a number is masked. Dates, numbers of documents, and sums with
/// their unit are left as they are.
/// </remarks>
public static partial class PersonalNumbers
{
    public const string Phone = "[số điện thoại]";
    public const string Email = "[email]";
    public const string Identity = "[số định danh]";

    /// <summary>What people put between the digits of one number, and what is put there unseen.</summary>
    private const string Gap = @"[\s.\-–()·\u00AD\u200B-\u200D\u2060\uFEFF]{0,3}";

    /// <returns>The text with a label in place of each; the same text where there is none.</returns>
    public static string Mask(string text)
    {
        var masked = EmailAddress().Replace(text, Email);
        masked = NamedIdentity().Replace(masked, match => match.Groups["name"].Value + Identity);
        masked = CitizenNumber().Replace(masked, Identity);
        masked = PhoneNumber().Replace(masked, Phone);
        return NineDigits().Replace(masked, Identity);
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}._%+\-]{1,64}\s?(?:@|＠|\(at\)|\[at\])\s?[\p{L}\p{Nd}\-]{1,63}(?:\.[\p{L}\p{Nd}\-]{1,63}){1,5}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"(?<name>\b(?:CMND|CMTND|CMT|CCCD|căn cước(?: công dân)?|can cuoc(?: cong dan)?|chứng minh(?: nhân dân| thư)?|chung minh(?: nhan dan| thu)?|hộ chiếu|ho chieu|passport|identity card)\b[^\d\n]{0,20}?)\b[A-Z]?\d(?:" + Gap + @"\d){6,13}(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedIdentity();

    [GeneratedRegex(@"(?<![\d/])[0０]\d{2}(?:[ .\-]?\d{3}){3}(?![\d/])", RegexOptions.CultureInvariant)]
    private static partial Regex CitizenNumber();

    /// <remarks>A date is no number to call: "04-01-2013 25 cơ sở".</remarks>
    [GeneratedRegex(@"(?<![\d/])(?!\d{1,2}[\-.]\d{1,2}[\-.](?:19|20)\d{2}(?!\d))(?:[+＋]" + Gap + @"84|0084|84|[0０])(?:" + Gap + @"\d){9,10}(?![\d/])", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"(?<![\d/.,])\d{9}(?![\d/]|[.,]\d|\s*(?:đồng|dong|đ|vnđ|vnd|usd|kwh|kw|mj|m3|m2|tấn|tan|kg|lít|lit)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NineDigits();
}
