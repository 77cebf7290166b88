using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Reads what a document rests on: laws and documents named before its body, or where its first part tells of them.</summary>
internal static partial class GroundReader
{
    internal static List<Extracted<string>> Read(Outline outline, IReadOnlyList<Provision> provisions, string? own)
    {
        var opening = Opening(outline.Text, provisions).SelectMany(provision => provision.Sentences);
        var grounds = Distinct(opening.SelectMany(span => Grounds(outline.Text, span, own, isOpening: true)));
        return grounds.Count > 0 ? grounds
            : Distinct(provisions.Take(12).SelectMany(provision => provision.Sentences).SelectMany(span => Grounds(outline.Text, span, own, isOpening: false)).Take(1));
    }

    /// <summary>What stands before the first number; in a text without numbers, up to the words that order or report ("… chỉ thị:").</summary>
    private static IEnumerable<Provision> Opening(string text, IReadOnlyList<Provision> provisions)
    {
        var opening = provisions.TakeWhile(provision => provision.Label.Length == 0).ToList();
        var order = opening.Count == provisions.Count ? opening.FindIndex(provision => provision.Sentences.Count > 0 && Orders().IsMatch(Words.Of(text, provision.Sentences[^1]))) : -1;
        return order < 0 ? opening : opening.Take(order + 1);
    }

    private static IEnumerable<Extracted<string>> Grounds(string text, TextSpan span, string? own, bool isOpening)
    {
        var words = Words.Of(text, span);
        if (isOpening ? OwnLine().IsMatch(words) || Ends().IsMatch(words) : !Issued().IsMatch(words))
        {
            yield break;
        }

        var numbers = DocumentNumber.FindAll(words).Where(cited => cited.Number != own).ToList();
        foreach (var (_, named) in numbers)
        {
            yield return new Extracted<string>(named, span);
        }

        if (numbers.Count == 0 && Law().Match(words) is { Success: true } law)
        {
            yield return new Extracted<string>(law.Groups["law"].Value.Trim(), span);
        }
    }

    private static List<Extracted<string>> Distinct(IEnumerable<Extracted<string>> grounds) => [.. grounds.DistinctBy(ground => ground.Value)];

    [GeneratedRegex(@"^(?:Số\s*[:.]|\(|.*\|)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnLine();

    [GeneratedRegex(@"^[-–+*]?\s*Căn cứ\s+(?:vào\s+)?(?<law>(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)[^;,.]*?)(?=\s+ngày\b|\s+được\b|\s+số\b|[;,.]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Law();

    [GeneratedRegex(@"\s(?:chỉ thị|yêu cầu|quyết định|báo cáo|như sau|sau đây)\s*:$", RegexOptions.CultureInvariant)]
    private static partial Regex Orders();

    /// <summary>"… thay thế Chỉ thị số 04": what ends with a document is no ground of it; a ground may itself have replaced another.</summary>
    [GeneratedRegex(@"^(?![-–+*]?\s*(?:Căn cứ|Theo|Thực hiện|Xét)\b).*?(?:(?:[Tt]hay thế|[Bb]ãi bỏ|[Hh]ủy bỏ|[Hh]uỷ bỏ)\s+(?:cho\s+|các\s+|toàn bộ\s+)*(?:Quyết định|Kế hoạch|Chỉ thị|Chương trình|Nghị quyết|Nghị định|Thông tư|Văn bản|Công văn|Đề án|Quy định)|\b(?:hết hiệu lực|bị bãi bỏ|được thay thế|bị thay thế))", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex(@"ban hành (?:Quyết định|Nghị quyết|Nghị định|Kế hoạch|Chương trình|Chỉ thị)\b.*\bsố\b", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();
}
