using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Enquiries;
using CpAssistant.TurnLog;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Pages.Console;

/// <summary>What the inbox is narrowed to, as its address says; anything that means nothing counts as not given.</summary>
public sealed class InboxFilter
{
    internal static readonly IReadOnlyList<string> Keys = ["trang-thai", "tinh", "nganh", "kenh", "can-bo", "han", "tu", "den", "tra-loi", "q"];

    /// <summary>Stands for "none named" in an address.</summary>
    internal const string None = "-";

    private readonly Dictionary<string, string> _values;

    internal InboxFilter(IQueryCollection query) =>
        _values = Keys.Select(key => (key, Value: query[key].ToString().Trim())).Where(pair => pair.Value.Length is > 0 and <= 200).ToDictionary(pair => pair.key, pair => pair.Value);

    /// <summary>"open" (or nothing), "new", "assigned", "answered", "closed", "all".</summary>
    internal string Status => this["trang-thai"] is { Length: > 0 } status ? status : "open";

    internal bool IsNarrowed => _values.Count > 0;

    internal string this[string key] => _values.GetValueOrDefault(key, "");

    /// <returns>Address of a page with this filter.</returns>
    /// <param name="path">From the service's root on.</param>
    /// <param name="page">From 1; the first is not named.</param>
    internal string Address(string path, int page = 1)
    {
        var query = new QueryBuilder(Keys.Where(_values.ContainsKey).Select(key => KeyValuePair.Create(key, _values[key])));
        if (page > 1)
        {
            query.Add("trang", page.ToString(CultureInfo.InvariantCulture));
        }

        return path + query.ToQueryString();
    }

    internal EnquiryQuery ToQuery(DateOnly today, TurnTextQuery text) => new()
    {
        OpenOnly = Status == "open",
        Status = Enum.TryParse<EnquiryStatus>(Status, ignoreCase: true, out var status) && Enum.IsDefined(status) && !char.IsDigit(Status[0]) ? status : null,
        Province = Or("tinh"),
        Industry = Or("nganh"),
        Channel = Or("kenh"),
        OfficerId = long.TryParse(this["can-bo"], NumberStyles.None, CultureInfo.InvariantCulture, out var officer) ? officer : null,
        DueBy = this["han"] switch { "overdue" => today.AddDays(-1), "today" => today, "week" => today.AddDays(7), _ => null },
        LateBy = this["han"] == "late" ? today : null,
        From = Day("tu") is { } from ? VietnamTime.StartOf(from) : null,
        // The last day counts as a whole.
        To = Day("den") is { } to ? VietnamTime.StartOf(to.AddDays(1)) : null,
        IsAnswered = this["tra-loi"] switch { "yes" => true, "no" => false, _ => null },
        Match = text.Match,
    };

    private string? Or(string key) => this[key] switch { "" => null, None => "", var value => value };

    private DateOnly? Day(string key) =>
        DateOnly.TryParseExact(this[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1970 and < 9999 ? day : null;
}
