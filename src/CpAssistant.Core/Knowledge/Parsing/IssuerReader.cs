using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Who issued a document: from the letterhead, from "(Ban hành kèm theo … của …)", or from the signature.</summary>
internal static partial class IssuerReader
{
    internal static Extracted<string>? Read(Head head, string? province, string number) =>
        Letterhead(head, province, number) ?? Attachment(head, province) ?? OnBehalf(head, province);

    internal static bool IsNational(string issuer) => NationalName().IsMatch(issuer);

    private static Extracted<string>? Letterhead(Head head, string? province, string number)
    {
        var cells = head.Cells.Where(cell => !Head.IsMotto(cell.Text)).TakeWhile(cell => !Ground().IsMatch(cell.Text)).ToList();
        for (var i = 0; i < cells.Count; i++)
        {
            var text = cells[i].Text;
            if (!LineShape.IsCaps(text) || Agency().Match(text) is not { Success: true } agency)
            {
                continue;
            }

            var below = cells.Skip(i + 1).FirstOrDefault(cell => cell.Column == cells[i].Column && LineShape.IsCaps(cell.Text));
            var level = Level().Match(text) is { Success: true } own ? own
                : below is not null && Level().Match(below.Text) is { Success: true } next && next.Index == 0 ? next : null;
            var span = level is not null && !text.Contains(level.Value, StringComparison.Ordinal) ? cells[i].Span.Union(below!.Span) : cells[i].Span;
            return Department(head, cells, i, level is null ? province : Place(head, level), level) is { } department ? department
                : new Extracted<string>(Named(head, agency.Value, level, province), span);
        }

        return number.Contains("UBND", StringComparison.Ordinal) && cells.Find(cell => LineShape.IsCaps(cell.Text) && Level().Match(cell.Text) is { Success: true, Index: 0 }) is { } place
            ? new Extracted<string>($"UBND {Placed(head, Level().Match(place.Text))}", place.Span) : null;
    }

    /// <summary>A department whose letterhead stands under that of the people's committee.</summary>
    private static Extracted<string>? Department(Head head, List<Cell> cells, int i, string? place, Match? level)
    {
        var under = cells.Skip(i + 1).Take(3).FirstOrDefault(cell => cell.Column == cells[i].Column && LineShape.IsCaps(cell.Text) && DepartmentName().IsMatch(cell.Text));
        if (under is null)
        {
            return null;
        }

        var name = head.Case.Of(under.Text);
        return new Extracted<string>(place is null || name.Contains(place, StringComparison.Ordinal) ? name : $"{name} {(level is null ? place : Placed(head, level))}", under.Span);
    }

    private static string Named(Head head, string agency, Match? level, string? province)
    {
        var name = agency.StartsWith("UBND", StringComparison.Ordinal) || agency.Contains("BAN NHÂN DÂN", StringComparison.Ordinal) ? "UBND"
            : agency.Contains("ĐỒNG NHÂN DÂN", StringComparison.Ordinal) ? "HĐND"
            : head.Case.Of(agency);
        return name is "UBND" or "HĐND" ? level is not null ? $"{name} {Placed(head, level)}" : province is not null ? $"{name} tỉnh {province}" : name : name;
    }

    private static string Placed(Head head, Match level)
    {
        var kind = level.Groups["level"].Value.ToLowerInvariant();
        return $"{(kind.StartsWith("tp", StringComparison.Ordinal) ? "thành phố" : kind)} {Place(head, level)}";
    }

    private static string Place(Head head, Match level)
    {
        var name = level.Groups["place"].Value.Trim();
        return head.Provinces.Exact(name) ?? string.Join(' ', name.ToLowerInvariant().Split(' ').Select(SentenceCase.Upper));
    }

    private static Extracted<string>? Attachment(Head head, string? province)
    {
        foreach (var cell in head.Cells.Concat(head.Attached))
        {
            if (Attached().Match(cell.Text) is { Success: true } match)
            {
                var words = match.Groups["issuer"].Value.Trim(' ', ')', '.');
                var short_ = Committee().Replace(words, "UBND");
                return new Extracted<string>(short_ is "UBND tỉnh" && province is not null ? $"UBND tỉnh {province}" : short_, cell.Span);
            }
        }

        return null;
    }

    private static Extracted<string>? OnBehalf(Head head, string? province)
    {
        foreach (var node in head.Outline.Nodes.Where(node => node.Kind is ProvisionKind.Signature or ProvisionKind.Recipients))
        {
            var words = head.Outline.Text[node.Start..node.End];
            if (province is not null && CommitteeSign().Match(words) is { Success: true } sign)
            {
                var city = Regex.IsMatch(head.Outline.Text, @"thành phố\s+" + Regex.Escape(province), RegexOptions.CultureInvariant)
                    && !Regex.IsMatch(head.Outline.Text, @"tỉnh\s+" + Regex.Escape(province), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
                return new Extracted<string>($"UBND {(city ? "thành phố" : "tỉnh")} {province}", new TextSpan(node.Start + sign.Index, node.Start + sign.Index + sign.Value.TrimEnd().Length));
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|BỘ \p{Lu}[\p{Lu} ,]+|THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|QUỐC HỘI|SỞ \p{Lu}[\p{Lu} ,]+|BAN QUẢN LÝ [\p{Lu} ]+|TỔNG CỤC [\p{Lu} ]+|CỤC [\p{Lu} ]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Agency();

    [GeneratedRegex(@"(?<level>TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|THỊ XÃ)\s+(?<place>\p{Lu}[\p{Lu}\s\-–]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex(@"^(?:SỞ|BAN QUẢN LÝ|CHI CỤC|TRUNG TÂM|VĂN PHÒNG)\s", RegexOptions.CultureInvariant)]
    private static partial Regex DepartmentName();

    [GeneratedRegex(@"^\(\s*(?:Ban hành )?[Kk]èm theo .*\scủa\s+(?<issuer>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Attached();

    [GeneratedRegex(@"(?:Ủy|Uỷ) ban nhân dân", RegexOptions.CultureInvariant)]
    private static partial Regex Committee();

    [GeneratedRegex(@"TM\s?\.\s*(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND)(?: TỈNH| THÀNH PHỐ)?[^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex CommitteeSign();

    [GeneratedRegex(@"^(?:Căn cứ|CHỈ THỊ|KẾ HOẠCH|CHƯƠNG TRÌNH|BÁO CÁO|QUYẾT ĐỊNH)", RegexOptions.CultureInvariant)]
    private static partial Regex Ground();

    [GeneratedRegex(@"^(?:Bộ|Thủ tướng|Chính phủ|Quốc hội|Tổng cục|Cục)\b", RegexOptions.CultureInvariant)]
    private static partial Regex NationalName();
}
