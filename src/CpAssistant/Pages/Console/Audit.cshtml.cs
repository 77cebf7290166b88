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

    /// <summary>First day, in Việt Nam's time.</summary>
    [BindProperty(Name = "tu", SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    [BindProperty(Name = "den", SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>0 for nobody that is known.</summary>
    [BindProperty(Name = "can-bo", SupportsGet = true)]
    public long? OfficerId { get; set; }

    [BindProperty(Name = "viec", SupportsGet = true)]
    public string? Action { get; set; }

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
        var until = To is { } to && to < DateOnly.MaxValue ? VietnamTime.StartOf(to.AddDays(1)) : (DateTimeOffset?)null;
        // 1 January of the year 1 begins before time does.
        var from = From is { Year: > 1 } day ? VietnamTime.StartOf(day) : (DateTimeOffset?)null;
        var found = await log.SearchAsync(new AuditQuery(from, until, OfficerId, string.IsNullOrEmpty(Action) ? null : Action), Before, LinesOnPage + 1);
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

    internal string Subject(AuditLine line) => line.SubjectKind switch
    {
        null => "–",
        "officer" => $"{T("tài khoản", "account")} {line.SubjectName ?? line.SubjectId}",
        "enquiry" => $"{T("phiếu", "enquiry")} {line.SubjectId}",
        "turn" => $"{T("lượt hỏi", "turn")} {line.SubjectId}",
        "data_request" => $"{T("yêu cầu", "request")} {line.SubjectId}",
        "office_answer" => $"{T("câu trả lời của Văn phòng số", "office's answer")} {line.SubjectId}",
        "canned" => $"{T("mẫu trả lời", "canned text")} {line.SubjectId}",
        "route" => line.SubjectId ?? "",
        var kind => $"{kind} {line.SubjectId}",
    };

    internal string Outcome(string outcome) => outcome switch
    {
        AuditOutcome.Done => T("Xong", "Done"),
        AuditOutcome.Refused => T("Từ chối", "Refused"),
        AuditOutcome.Failed => T("Không thành công", "Failed"),
        _ => outcome,
    };
}
