using CpAssistant.Core.Knowledge;

namespace CpAssistant.Facts;

/// <summary>Shows facts to people: a heading for each kind, a block for each document, a line and its quote for each fact.</summary>
internal static class FactTable
{
    internal static IEnumerable<string> Lines(IEnumerable<FactItem> items)
    {
        foreach (var kind in items.GroupBy(Heading))
        {
            yield return $"== {kind.Key} ({kind.Count()})";
            foreach (var document in kind.GroupBy(item => item.Document))
            {
                var first = document.First();
                yield return $"   {first.Document} · {first.Province ?? "cả nước"} · {first.Number ?? "không có số"}";
                foreach (var item in document)
                {
                    yield return $"   - {Summary(item)}  [{item.Section}]";
                    if (item is not DocumentItem && item.Quote.Length > 0)
                    {
                        yield return $"     {Shorten(item.Quote, 160)}";
                    }
                }
            }
        }
    }

    /// <summary>A fact in a few words.</summary>
    internal static string Summary(FactItem item) => item switch
    {
        ResponsibilityItem responsibility => $"{responsibility.Agency} ({FactWords.Of(responsibility.Role).Vietnamese}): {Shorten(responsibility.Task, 100)}"
            + (responsibility.Partners.Count > 0 ? $" | cùng: {string.Join(", ", responsibility.Partners)}" : ""),
        TargetItem target => $"{BoundName(target.Bound)}{target.Value}{(target.Unit == "%" ? "%" : " " + target.Unit)} · {target.Indicator}"
            + $" · {(target.Period is { } period ? PeriodText.Of(period) : "không nêu năm")} · {FactWords.Of(target.Nature).Vietnamese}",
        ReportingItem reporting => $"{Names(reporting.From)} → {Names(reporting.To)}{(reporting.Frequency.Length > 0 ? $" · {reporting.Frequency}" : "")}",
        FundingItem funding => funding.FundingSource + (funding.Amount is { } amount ? $" · {amount.Value} {amount.Unit}" : ""),
        IndustryItem industry => industry.Industry,
        DocumentItem document => $"{document.Name}: {document.Value}",
        _ => "",
    };

    internal static string Shorten(string text, int characters) => text.Length <= characters ? text : text[..(characters - 1)].TrimEnd() + "…";

    private static string Heading(FactItem item) => item switch
    {
        ResponsibilityItem => "Phân công nhiệm vụ",
        TargetItem => "Chỉ tiêu, đề xuất, kết quả",
        ReportingItem => "Chế độ báo cáo",
        FundingItem => "Nguồn kinh phí",
        IndustryItem => "Ngành ưu tiên",
        _ => "Văn bản",
    };

    private static string Names(IReadOnlyList<string> names) => names.Count > 0 ? string.Join(", ", names) : "(không nêu)";

    private static string BoundName(Bound bound) => bound switch
    {
        Bound.AtLeast => "ít nhất ",
        Bound.AtMost => "tối đa ",
        Bound.About => "khoảng ",
        Bound.Above => "trên ",
        Bound.Below => "dưới ",
        _ => "",
    };
}
