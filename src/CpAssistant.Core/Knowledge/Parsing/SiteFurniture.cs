using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>What a web page sets around a news item: the way to it through the site, buttons, counts, links to other items.</summary>
internal static partial class SiteFurniture
{
    /// <summary>Lines; above the headline stand a menu and the way through the site.</summary>
    private const int HeadLength = 12;

    private const int LongestLine = 160;

    /// <param name="noise">Takes the spans of what is left out.</param>
    /// <returns>The lines without it, what follows some of it as after a gap; links and buttons below the headline count as such in a news item only.</returns>
    internal static List<SourceLine> Remove(List<SourceLine> lines, List<TextSpan> noise)
    {
        var kept = lines.Where((line, i) => i >= HeadLength || !(IsPath(line.Text) || IsButtons(line.Text))).ToList();
        var item = NewsShape.IsNews(kept) ? WithoutLinks(kept) : kept;
        if (item.Count == lines.Count)
        {
            return lines;
        }

        var left = item.ToHashSet(ReferenceEqualityComparer.Instance);
        var apart = new List<SourceLine>(item.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!left.Contains(lines[i]))
            {
                noise.Add(lines[i].Span);
            }
            else
            {
                apart.Add(i > 0 && !left.Contains(lines[i - 1]) ? lines[i] with { Gap = true } : lines[i]);
            }
        }

        return apart;
    }

    private static List<SourceLine> WithoutLinks(List<SourceLine> lines)
    {
        var kept = new List<SourceLine>(lines.Count);
        var links = false;
        foreach (var line in lines)
        {
            // Below the writer's name stands nothing of the item; a box of links inside it ends with the next whole sentence.
            var signed = kept.Count > 1 && NewsShape.IsWriter(kept[^1].Text);
            links = IsLinksTitle(line.Text) || (links && (signed || !HeadLines.IsRunningText(line.Text)));
            if (!links && !IsButtons(line.Text))
            {
                kept.Add(line);
            }
        }

        return kept;
    }

    private static bool IsPath(string line) => line.Length <= LongestLine && Path().IsMatch(line);

    private static bool IsLinksTitle(string line) => line.Length <= LongestLine && LinksTitle().IsMatch(line);

    private static bool IsButtons(string line) => line.Length <= LongestLine && Cuts().Split(line).All(part => part.Length == 0 || Button().IsMatch(part));

    [GeneratedRegex(@"^(?:(?:Trang chủ|Trang nhất|Home)(?:\s*[>›»→/|]\s*[^>›»→/|.;:]{1,60})*|[^>›»→.;:]{1,50}(?:\s*[>›»→]\s*[^>›»→.;:]{1,60}){1,5})\s*[>›»→/|]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Path();

    [GeneratedRegex(@"\s*[|·•]\s*|\t+|[ \u00A0]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Cuts();

    [GeneratedRegex(@"^(?:Cỡ chữ\s*:?)?(?:\s*[aA][+\-–]?)+$|^(?:Cỡ chữ\s*:?|(?:In|Bản in|Lưu|Gửi|Nghe|Đọc|Chia sẻ)(?: (?:bài|trang|bản|tin))?(?: viết)?(?: này)?|Chia sẻ(?: (?:lên|qua))?(?: Facebook| Zalo| Twitter)?\s*:?|Gửi (?:e?mail|cho bạn bè)|E-?mail|Facebook|Zalo|Twitter|Tweet|Share|Like|Print|Google News|(?:Sao chép|Copy) (?:liên kết|link)|Theo dõi[^.]{0,60}|(?:Số |Tổng )?(?:lượt|lần) (?:xem|đọc|truy cập)\s*:?\s*[\d.,]+|(?:Đã )?xem\s*:?\s*[\d.,]+(?: lần)?|[\d.,]+ (?:lượt|lần) (?:xem|đọc)|[\d.,]+ bình luận|(?:Từ khóa|Từ khoá|Tags?)\s*:.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Button();

    [GeneratedRegex(@"^(?:(?:Các )?(?:tin|bài)(?: tức| viết)?,?(?: bài)? (?:liên quan|khác|mới|mới nhất|cùng (?:chuyên mục|chuyên đề|chủ đề|loại)|đã đưa|đã đăng|cũ hơn|mới hơn|nổi bật|(?:được )?(?:xem|đọc) nhiều(?: nhất)?)|Có thể bạn quan tâm|(?:Đọc|Xem) thêm|(?:Ý kiến )?bình luận|Ý kiến(?: bạn đọc| của bạn)?|Gửi bình luận)\s*(?:\(\d+\))?\s*[:>»]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LinksTitle();
}
