using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>The look of a news item: a headline in small letters, and a line that is only a date.</summary>
internal static partial class NewsShape
{
    private const int HeadLength = 6;

    internal static bool IsNews(IReadOnlyList<SourceLine> lines) =>
        lines.Count > 2 && !LineShape.IsCaps(Headline(lines).Text) && DateLine(lines) is not null
        && !lines.Take(HeadLength).Any(line => OfficialMark().IsMatch(line.Text));

    /// <returns>The first line; the second where the date of publication stands above it.</returns>
    internal static SourceLine Headline(IReadOnlyList<SourceLine> lines) =>
        lines.Count > 1 && DateLine(lines) is { } date && date.Line == lines[0] ? lines[1] : lines[0];

    /// <returns>The line with the date of publication and the date, or null.</returns>
    internal static (SourceLine Line, DateOnly Date)? DateLine(IReadOnlyList<SourceLine> lines)
    {
        foreach (var line in lines.Take(HeadLength))
        {
            if (line.Text.Length <= 80 && NewsDate().Match(line.Text) is { Success: true } match && DateText.ToDate(match) is { } date)
            {
                return (line, date);
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:(?:Cập nhật|Ngày đăng|Đăng|Ngày|Thời gian|Đăng ngày)(?:\s+lúc)?[:\s]*)?(?:\d{1,2}[:hg]\d{2}\s*[-,|]?\s*)?(?:(?:[Tt]hứ\s+\p{L}+|[Cc]hủ\s+[Nn]hật)\s*[,\-–|]?\s*)?(?:ngày\s+)?(?<day>\d{1,2})\s*[/.\-]\s*(?<month>\d{1,2})\s*[/.\-]\s*(?<year>\d{4})(?:\s*[-,|–]?\s*\d{1,2}\s*[:hg]\s*\d{2}.{0,20})?(?:\s*[-,|–]\s*(?:(?:Lượt|Lần|Đã) (?:xem|đọc)\s*:?\s*[\d.,]+|[\d.,]+ lượt (?:xem|đọc)))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NewsDate();

    [GeneratedRegex(@"^(?:Số\s*:|V/v|CỘNG H|Kính gửi)", RegexOptions.CultureInvariant)]
    private static partial Regex OfficialMark();
}
