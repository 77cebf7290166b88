using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Learning;
using CpAssistant.Storage;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Pages.Console;

/// <summary>What the list of unmet questions is narrowed to, as its address says; anything that means nothing counts as not given.</summary>
internal sealed class GroupFilters
{
    internal const string Reason = "ly-do";
    internal const string Province = "tinh";
    internal const string From = "tu";
    internal const string To = "den";
    internal const string Order = "xep";
    internal const string Dismissed = "bo-qua";
    internal const string Page = "trang";

    internal const string ByNewest = "moi";
    internal const string WithDismissed = "co";

    internal static IReadOnlyList<(string Value, (string, string) Name)> Reasons { get; } =
    [
        (Stored.Key(UnmetReason.NotFound), ("Chưa trả lời được", "Not answered")),
        (Stored.Key(UnmetReason.Clarification), ("Hỏi lại", "Asked back")),
        (Stored.Key(UnmetReason.Unhelpful), ("Đánh giá chưa tốt", "Voted not helpful")),
    ];

    private static readonly string[] Names = [Reason, Province, From, To, Order, Dismissed];

    private readonly Dictionary<string, string> _values;

    /// <param name="query">From outside.</param>
    internal GroupFilters(IQueryCollection query, Gazetteer gazetteer)
    {
        _values = Names.Select(name => (name, value: query[name].ToString().Trim())).Where(pair => pair.value.Length is > 0 and <= 100).ToDictionary(pair => pair.name, pair => pair.value);
        Query = new GroupQuery
        {
            Reason = Stored.Read<UnmetReason>(this[Reason]),
            Province = gazetteer.FindProvince(this[Province]) is null ? null : this[Province],
            From = Day(this[From]) is { } from ? VietnamTime.StartOf(from) : null,
            // The last day counts as a whole.
            To = Day(this[To]) is { } to ? VietnamTime.StartOf(to.AddDays(1)) : null,
            ByNewest = this[Order] == ByNewest,
            WithDismissed = this[Dismissed] == WithDismissed,
        };
    }

    internal GroupQuery Query { get; }

    internal bool Any => _values.Count > 0;

    /// <returns>What the address says, as it says it; empty for nothing.</returns>
    internal string this[string name] => _values.GetValueOrDefault(name, "");

    /// <returns>Address of a page with these filters.</returns>
    /// <param name="page">From 1; the first is not named.</param>
    internal string Address(int page)
    {
        var query = new QueryBuilder(_values);
        if (page > 1)
        {
            query.Add(Page, page.ToString(CultureInfo.InvariantCulture));
        }

        return UnmetQuestionsModel.Address + query.ToQueryString();
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9999 ? day : null;
}
