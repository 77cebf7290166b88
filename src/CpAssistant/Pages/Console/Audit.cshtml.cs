using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/nhat-ky</c>: the audit log.</summary>
[MinimumRole(Role.Reviewer)]
public sealed class AuditModel(AuditLog log, OfficerRegister register) : ConsolePage
{
    internal const int LinesOnPage = 100;

    internal AuditFilter Filter { get; private set; } = null!;

    /// <summary>Only lines older than the one of this id.</summary>
    [BindProperty(Name = "truoc", SupportsGet = true)]
    public long? Before { get; set; }

    internal IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    /// <summary>What the next page begins before; null where this is the last.</summary>
    internal long? Next { get; private set; }

    internal IReadOnlyList<ListedOfficer> Officers { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Officers = await register.ListAsync(removed: true);
        Filter = AuditFilter.Read(Request.Query);
        var found = await log.SearchAsync(Filter.ToQuery(), Before, LinesOnPage + 1);
        Lines = [.. found.Take(LinesOnPage)];
        Next = found.Count > LinesOnPage ? Lines[^1].Id : null;
    }

    /// <returns>The address of a page with the same filters.</returns>
    internal string PageFrom(long? before)
    {
        var kept = Request.Query.Where(pair => pair.Key != "truoc").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        var query = new QueryBuilder(before is { } id ? kept.Append(KeyValuePair.Create("truoc", id.ToString(CultureInfo.InvariantCulture))) : kept);
        return Request.PathBase + ConsoleAddress.Audit + query.ToQueryString();
    }

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static string Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToString("O", CultureInfo.InvariantCulture);

    /// <returns>To the second: the order of things matters here.</returns>
    internal static string Shown(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(VietnamTime.Offset).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture);
}
