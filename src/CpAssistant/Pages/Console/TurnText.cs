using System.Globalization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Understanding;
using CpAssistant.TurnLog;

namespace CpAssistant.Pages.Console;

/// <summary>What the console calls the values that the log keeps; Vietnamese, then English.</summary>
internal static class TurnText
{
    private const int MostShownOfQuestion = 160;

    internal static IReadOnlyList<(string Value, (string, string) Name)> Channels { get; } =
        [("webchat", ("Trang hỏi đáp", "Chat page")), ("telegram", ("Telegram", "Telegram")), ("directline", ("Trang web khác", "Other sites"))];

    /// <summary>Kinds of question, and reasons for which a question was not read.</summary>
    internal static IReadOnlyList<(string Value, (string, string) Name)> Intents { get; } =
    [
        (nameof(QuestionKind.Target), ("Mục tiêu, chỉ tiêu", "Targets")),
        (nameof(QuestionKind.Result), ("Kết quả đạt được", "Results")),
        (nameof(QuestionKind.NumberMeaning), ("Ý nghĩa con số", "Meaning of a figure")),
        (nameof(QuestionKind.ResponsibleAgency), ("Cơ quan chủ trì", "Responsible agency")),
        (nameof(QuestionKind.AgencyDuties), ("Nhiệm vụ của cơ quan", "Duties of an agency")),
        (nameof(QuestionKind.EnterpriseDuties), ("Trách nhiệm của doanh nghiệp", "Duties of enterprises")),
        (nameof(QuestionKind.EnterpriseSupport), ("Hỗ trợ doanh nghiệp", "Support for enterprises")),
        (nameof(QuestionKind.Reporting), ("Chế độ báo cáo", "Reporting")),
        (nameof(QuestionKind.Funding), ("Kinh phí", "Funding")),
        (nameof(QuestionKind.Industry), ("Ngành sản xuất", "Industries")),
        (nameof(QuestionKind.Successor), ("Cơ quan kế thừa", "Successor of an agency")),
        (nameof(QuestionKind.DocumentFact), ("Thông tin về văn bản", "Facts of a document")),
        (nameof(QuestionKind.Documents), ("Danh mục văn bản", "List of documents")),
        (nameof(QuestionKind.Definition), ("Khái niệm", "Definition")),
        (nameof(QuestionKind.Method), ("Phương pháp, giải pháp", "Method")),
        (nameof(QuestionKind.Passage), ("Câu hỏi khác", "Other question")),
        (EnquiryDraft.Intent, ("Điền phiếu gửi Văn phòng", "Writing an enquiry")),
        (nameof(QuestionKind.Handoff), ("Gửi Văn phòng", "For the office")),
        (nameof(QuestionKind.Greeting), ("Chào hỏi", "Greeting")),
        (nameof(QuestionKind.Thanks), ("Cảm ơn", "Thanks")),
        (nameof(QuestionKind.Help), ("Cách sử dụng", "How to use it")),
        ("emptyQuestion", ("Không có nội dung", "Nothing asked")),
        ("tooLong", ("Câu hỏi quá dài", "Too long")),
        ("fault", ("Lỗi hệ thống", "Fault of the system")),
    ];

    internal static IReadOnlyList<(Outcome Value, (string, string) Name)> Outcomes { get; } =
    [
        (Outcome.Answered, ("Đã trả lời", "Answered")),
        (Outcome.Clarification, ("Hỏi lại", "Asked back")),
        (Outcome.NotFound, ("Không tìm thấy", "Not found")),
        (Outcome.Handoff, ("Chuyển Văn phòng", "Handed to the office")),
        (Outcome.SmallTalk, ("Xã giao", "Small talk")),
    ];

    internal static IReadOnlyList<(TurnVote Value, (string, string) Name)> Votes { get; } =
        [(TurnVote.Helpful, ("Hữu ích", "Helpful")), (TurnVote.Unhelpful, ("Chưa hữu ích", "Not helpful")), (TurnVote.None, ("Chưa đánh giá", "No vote"))];

    /// <returns>The name of a value; the value itself where it has none.</returns>
    internal static (string Vietnamese, string English) NameOf<T>(this IReadOnlyList<(T Value, (string, string) Name)> names, T value)
        where T : notnull =>
        names.FirstOrDefault(name => name.Value.Equals(value)) is { Name.Item1: not null } found ? found.Name : (value.ToString()!, value.ToString()!);

    /// <returns>"87%".</returns>
    internal static string Percent(double confidence) => Math.Round(confidence * 100).ToString(CultureInfo.InvariantCulture) + "%";

    /// <returns>A question short enough for a list.</returns>
    internal static string Short(string question)
    {
        var line = string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MostShownOfQuestion)
        {
            return line.Length == 0 ? "…" : line;
        }

        // Not within a letter of two units.
        return line[..(char.IsHighSurrogate(line[MostShownOfQuestion - 1]) ? MostShownOfQuestion - 1 : MostShownOfQuestion)] + "…";
    }
}
