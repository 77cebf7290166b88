using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Number and sign of a document: 86/QĐ-UBND, 496/2010/QĐ-UBND, 1819/BCT-TKNL, 55/2014/QH13.</summary>
internal static partial class DocumentNumber
{
    /// <returns>The number without inner space, or null.</returns>
    internal static string? Find(string text) => Pattern().Match(text) is { Success: true } match ? Compact(match.Value) : null;

    /// <returns>Each number with the word for the kind of document before it, where there is one: "Quyết định 1419/QĐ-TTg".</returns>
    internal static IEnumerable<(string Number, string Named)> FindAll(string text)
    {
        foreach (Match match in Cited().Matches(text))
        {
            var number = Compact(match.Groups["number"].Value);
            var kind = match.Groups["kind"].Value;
            yield return (number, kind.Length > 0 ? $"{char.ToUpperInvariant(kind[0])}{kind[1..]} {number}" : number);
        }
    }

    /// <returns>The number that a line "Số: …" gives; empty where its place was left open; null where the line is no such line.</returns>
    internal static string? OfLine(string line) =>
        Own().Match(line) is { Success: true } own ? Compact(own.Groups["number"].Value)
        : Open().IsMatch(line) ? "" : null;

    private static string Compact(string number) => string.Concat(number.Where(unit => !char.IsWhiteSpace(unit))).Replace('–', '-');

    private const string Sign = @"\p{Lu}[\p{Lu}a-zđ&]{0,5}(?:\s?[-–]\s?[\p{Lu}\d][\p{L}\d&]{0,9}){1,3}";

    private const string Number = @"\d{1,5}[a-zA-Z]?\s?/\s?(?:(?:19|20)\d{2}\s?/\s?(?:QH\d{1,2}|UBTVQH\d{1,2}|" + Sign + ")|" + Sign + ")";

    [GeneratedRegex(@"(?<![\d/])" + Number, RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?:(?<kind>Quyết định|Nghị định|Nghị quyết|Thông tư|Chỉ thị|Kế hoạch|Chương trình|Văn bản|Công văn|Tờ trình|Thông báo|Kết luận|Luật|Pháp lệnh|Báo cáo|Hướng dẫn|quyết định|kế hoạch|chương trình|chỉ thị|công văn)[^.;,:""“”()\d]{0,60}?\s)?(?:(?:[Ss]ố)\s*:?\s*)?(?<![\d/])(?<number>" + Number + ")", RegexOptions.CultureInvariant)]
    private static partial Regex Cited();

    [GeneratedRegex(@"^Số\s*[:.]?\s*(?<number>" + Number + @")\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Own();

    [GeneratedRegex(@"^Số\s*[:.]?[\s.…_]*/\s*(?:\d{4}\s*/\s*)?" + Sign + @"\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Open();
}
