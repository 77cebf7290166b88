using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Finds annexes, lists and attached texts that a document names and does not hold.</summary>
internal static partial class AnnexReader
{
    /// <returns>The words that name each, with the sentence they stand in.</returns>
    internal static List<Extracted<string>> Missing(Outline outline, IReadOnlyList<Provision> provisions)
    {
        var present = provisions.Where(provision => provision.Kind == ProvisionKind.Annex && HasContent(provisions, provision)).Select(provision => provision.Heading).ToList();
        var missing = provisions.Where(provision => provision.Kind == ProvisionKind.Annex && !HasContent(provisions, provision))
            .Select(provision => new Extracted<string>(provision.Heading, provision.Span)).ToList();
        var attached = HasAttachedText(provisions);
        foreach (var span in provisions.Where(IsBody).SelectMany(provision => provision.Sentences))
        {
            missing.AddRange(Named(Words.Of(outline.Text, span), attached)
                .Where(name => !present.Any(heading => IsSame(heading, name))).Select(name => new Extracted<string>(name, span)));
        }

        return [.. missing.OrderBy(name => name.Span!.Value.Start).DistinctBy(name => name.Value.ToUpperInvariant())];
    }

    private static IEnumerable<string> Named(string sentence, bool attached)
    {
        if (InBrackets().Match(sentence) is { Success: true } bracket)
        {
            yield return bracket.Groups["name"].Value.Trim();
        }
        else if (Numbered().Match(sentence) is { Success: true } numbered && !OfAnother().IsMatch(sentence[(numbered.Index + numbered.Length)..]))
        {
            yield return numbered.Value.Trim();
        }
        else if (WithIt().Match(sentence) is { Success: true } with && !OfAnother().IsMatch(sentence[(with.Index + with.Length)..]))
        {
            yield return with.Value.Trim();
        }

        if (!attached && IssuedHereby().Match(sentence) is { Success: true } text)
        {
            yield return text.Groups["name"].Value.Trim(' ', '.', ',', '“', '”', '"');
        }
    }

    private static bool IsBody(Provision provision) =>
        provision.Kind is not (ProvisionKind.Preamble or ProvisionKind.Signature or ProvisionKind.Recipients or ProvisionKind.Annex);

    /// <summary>A programme or plan whose own head stands after the articles that issue it.</summary>
    private static bool HasAttachedText(IReadOnlyList<Provision> provisions)
    {
        var article = provisions.FirstOrDefault(provision => provision.Kind == ProvisionKind.Article);
        return article is not null && provisions.Skip(article.Index).Any(provision => provision.Kind is ProvisionKind.Preamble or ProvisionKind.Annex or ProvisionKind.Part);
    }

    private static bool HasContent(IReadOnlyList<Provision> provisions, Provision annex) =>
        annex.Index + 1 < provisions.Count && provisions[annex.Index + 1].Parent == annex.Index;

    /// <summary>The same word for the list, and the same number where both have one.</summary>
    private static bool IsSame(string heading, string name)
    {
        var (here, there) = (Kind().Match(heading), Kind().Match(name));
        var (number, other) = (here.Groups["number"].Value.TrimStart('0'), there.Groups["number"].Value.TrimStart('0'));
        return string.Equals(here.Groups["kind"].Value, there.Groups["kind"].Value, StringComparison.OrdinalIgnoreCase)
            && (number.Length == 0 || other.Length == 0 || number == other);
    }

    [GeneratedRegex(@"\(\s*(?:(?:Xem|Chi tiết|Có|Theo|Kèm theo|xem|chi tiết|có|theo|kèm theo|như|tại)\s+)*(?<name>(?:[Pp]hụ lục|[Dd]anh mục|[Dd]ự trù|[Dd]ự toán|[Bb]iểu|[Bb]ảng|[Pp]hụ biểu)(?:[ \d][^)]*)?)\)", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\b(?:[Pp]hụ lục|[Bb]iểu|[Pp]hụ biểu|[Bb]ảng|[Mm]ẫu)\s+(?:số\s*)?(?:\d{1,2}|[IVX]{1,5})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?:[Pp]hụ lục|[Dd]anh mục|[Dd]ự toán|[Bb]ảng|[Bb]iểu)(?:\s+\p{L}[\p{L},]*){0,12}?\s+(?:(?:ban hành\s+)?kèm theo|đính kèm)(?: (?:Chương trình|Kế hoạch|Quyết định|Chỉ thị|Đề án|Báo cáo)(?: hành động)? này)?", RegexOptions.CultureInvariant)]
    private static partial Regex WithIt();

    [GeneratedRegex(@"^\s*(?:(?:của|tại|ban hành kèm theo|kèm theo)\s+)?(?:Nghị định|Thông tư|Luật|(?:Quyết định|Kế hoạch|Chương trình|Nghị quyết|Chỉ thị) số)", RegexOptions.CultureInvariant)]
    private static partial Regex OfAnother();

    [GeneratedRegex(@"(?:[Bb]an hành|[Pp]hê duyệt) kèm theo (?:Quyết định|Nghị quyết|Chỉ thị|Kế hoạch) này (?<name>[^.;]{4,300})", RegexOptions.CultureInvariant)]
    private static partial Regex IssuedHereby();

    [GeneratedRegex(@"^(?<kind>phụ lục|danh mục|dự trù|dự toán|biểu|bảng|phụ biểu|mẫu)(?:\s+(?:số\s*)?(?<number>\d{1,2}|[IVX]{1,5})\b)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Kind();
}
