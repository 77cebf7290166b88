using CpAssistant.Accounts;

namespace CpAssistant.Pages.Console;

/// <summary>What the console calls what stands in the audit log; Vietnamese, then English.</summary>
internal static class AuditText
{
    internal static (string Vietnamese, string English) Subject(AuditLine line) => line.SubjectKind switch
    {
        null => ("–", "–"),
        "officer" => Both("tài khoản", "account", line.SubjectName ?? line.SubjectId),
        "enquiry" => Both("phiếu", "enquiry", line.SubjectId),
        "turn" => Both("lượt hỏi", "turn", line.SubjectId),
        "data_request" => Both("yêu cầu", "request", line.SubjectId),
        "canned" => Both("mẫu trả lời", "canned text", line.SubjectId),
        "office_answer" => Both("câu trả lời của Văn phòng số", "office's answer", line.SubjectId),
        "question_group" => Both("nhóm câu hỏi", "group of questions", line.SubjectId),
        "file" => Both("tệp", "file", line.SubjectId),
        "period" => Both("kỳ", "period", line.SubjectId),
        "route" => (line.SubjectId ?? "", line.SubjectId ?? ""),
        var kind => Both(kind, kind, line.SubjectId),
    };

    internal static (string Vietnamese, string English) Outcome(string outcome) => outcome switch
    {
        AuditOutcome.Done => ("Xong", "Done"),
        AuditOutcome.Refused => ("Từ chối", "Refused"),
        AuditOutcome.Failed => ("Không thành công", "Failed"),
        _ => (outcome, outcome),
    };

    private static (string, string) Both(string vietnamese, string english, string? id) => ($"{vietnamese} {id}", $"{english} {id}");
}
