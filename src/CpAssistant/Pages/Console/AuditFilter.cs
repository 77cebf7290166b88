using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Pages.Console;

/// <summary>What the audit log is narrowed to, as an address says; anything that means nothing counts as not given.</summary>
/// <param name="From">First day, in Việt Nam's time.</param>
/// <param name="To">Last day.</param>
/// <param name="OfficerId">0 for nobody that is known.</param>
internal sealed record AuditFilter(DateOnly? From, DateOnly? To, long? OfficerId, string? Action)
{
    internal static AuditFilter Read(IQueryCollection query) => new(
        Day(query["tu"]),
        Day(query["den"]),
        long.TryParse(query["can-bo"], NumberStyles.None, CultureInfo.InvariantCulture, out var officer) ? officer : null,
        query["viec"].ToString() is { Length: > 0 } action ? action : null);

    internal AuditQuery ToQuery() => new(
        // 1 January of the year 1 begins before time does.
        From is { Year: > 1 } from ? VietnamTime.StartOf(from) : null,
        To is { } to && to < DateOnly.MaxValue ? VietnamTime.StartOf(to.AddDays(1)) : null,
        OfficerId,
        Action);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
