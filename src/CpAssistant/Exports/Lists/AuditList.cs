using CpAssistant.Accounts;
using CpAssistant.Pages.Console;

namespace CpAssistant.Exports.Lists;

/// <summary>The audit log.</summary>
internal static class AuditList
{
    internal static ListExport Of(HttpContext context, ConsoleLanguage language) =>
        Of(context.RequestServices.GetRequiredService<AuditLog>().All(AuditFilter.Read(context.Request.Query).ToQuery()), language);

    internal static ListExport Of(IEnumerable<AuditLine> lines, ConsoleLanguage language) => ListExport.Of(
        "nhat-ky",
        language.T("Nhật ký", "Audit log"),
        [
            ListColumn.Id<AuditLine>(language.T("Số", "No."), line => line.Id),
            ListColumn.Time<AuditLine>(language.T("Lúc", "Time"), line => DateTimeOffset.FromUnixTimeMilliseconds(line.At)),
            ListColumn.Text<AuditLine>(language.T("Cán bộ", "Officer"), line => line.Officer),
            ListColumn.Text<AuditLine>(language.T("Việc", "Action"), line => language.T(AuditActions.Name(line.Action))),
            ListColumn.Text<AuditLine>(language.T("Mã việc", "Code"), line => line.Action),
            ListColumn.Text<AuditLine>(language.T("Đối tượng", "Subject"), line => line.SubjectKind is null ? null : language.T(AuditText.Subject(line))),
            ListColumn.Text<AuditLine>(language.T("Kết quả", "Outcome"), line => language.T(AuditText.Outcome(line.Outcome))),
        ],
        lines);
}
