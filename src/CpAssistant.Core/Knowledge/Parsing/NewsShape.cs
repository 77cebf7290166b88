using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>The look of a news item: a headline in small letters, and a line that is only a date.</summary>
internal static partial class NewsShape
{
    private const int HeadLength = 6;

    /// <summary>Words; names of columns are shorter.</summary>
    private const int LeastHeadline = 6;

    internal static bool IsNews(IReadOnlyList<SourceLine> lines) =>
        lines.Count > 2 && !LineShape.IsCaps(Headline(lines).Text) && DateLine(lines) is not null
        && !lines.Take(HeadLength).Any(line => OfficialMark().IsMatch(line.Text));

    /// <returns>
    /// The first line above the running text that is no date and long enough to tell something: above a headline may stand the
    /// name of its column. The first line where none is.
    /// </returns>
    internal static SourceLine Headline(IReadOnlyList<SourceLine> lines)
    {
        var date = DateLine(lines)?.Line;
        var above = lines.Take(HeadLength).TakeWhile(line => line == date || !HeadLines.IsRunningText(line.Text)).Where(line => line != date).ToList();
        return above.Find(line => LineShape.WordCount(line.Text) >= LeastHeadline) ?? above.FirstOrDefault() ?? lines[0];
    }

    /// <summary>The line below a news item that says who wrote it.</summary>
    internal static bool IsWriter(string line) => LineShape.IsPersonName(line) || Writer().IsMatch(line);

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

    [GeneratedRegex(@"^(?:Tác giả|Người viết|Bài(?: và|,) ảnh|Tin(?: và|,) (?:bài|ảnh)|Nguồn(?: tin)?|Theo)\s*:\s*\S.{1,50}$", RegexOptions.CultureInvariant)]
    private static partial Regex Writer();

    [GeneratedRegex(@"^(?:Số\s*:|V/v|CỘNG H|Kính gửi)", RegexOptions.CultureInvariant)]
    private static partial Regex OfficialMark();
}
