using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;

namespace CpAssistant.Pages.Console;

/// <summary>What the console calls states and faults of the office's answers; Vietnamese, then English.</summary>
internal static class OfficeAnswerWords
{
    internal static (string, string) Of(OfficeAnswerState state) => state switch
    {
        OfficeAnswerState.Proposed => ("Chờ duyệt", "Waiting for approval"),
        OfficeAnswerState.Approved => ("Đã duyệt", "Approved"),
        OfficeAnswerState.Returned => ("Trả lại", "Returned"),
        _ => ("Đã thu hồi", "Withdrawn"),
    };

    internal static (string, string) Of(OfficeAnswerStanding standing) => standing switch
    {
        OfficeAnswerStanding.InForce => ("Đang dùng", "In use"),
        OfficeAnswerStanding.Expired => ("Hết hạn", "Expired"),
        _ => ("Căn cứ đã đổi", "Source changed"),
    };

    internal static (string, string) Of(OfficeAnswerChange change) => change switch
    {
        OfficeAnswerChange.Overtaken => ("Có người vừa sửa câu trả lời này. Xin xem lại bản mới rồi làm lại.", "Someone has just changed this answer. Please look at it again."),
        OfficeAnswerChange.NeedsSecond => ("Câu trả lời phải do người duyệt khác với người soạn duyệt.", "A reviewer other than its author has to approve it."),
        _ => ("Không thực hiện được: câu trả lời không ở trạng thái phù hợp.", "Not possible in its present state."),
    };

    internal static (string, string) Of(OfficeAnswerFault fault) => fault switch
    {
        OfficeAnswerFault.NoQuestion => ("Cần ít nhất một cách hỏi.", "At least one way to ask is needed."),
        OfficeAnswerFault.TooManyQuestions => ($"Tối đa {OfficeAnswerDraft.MostQuestions} cách hỏi.", $"At most {OfficeAnswerDraft.MostQuestions} ways to ask."),
        OfficeAnswerFault.QuestionUnusable => (
            "Có cách hỏi quá ngắn, quá dài hoặc quá chung (không có từ nào để phân biệt với câu khác). Hãy viết thành câu hỏi đầy đủ.",
            "One way to ask is too short, too long or too general to be told from other questions. Please write whole questions."),
        OfficeAnswerFault.NoAnswer => ("Chưa có nội dung trả lời.", "There is no answer yet."),
        OfficeAnswerFault.AnswerTooLong => ($"Nội dung trả lời dài quá {OfficeAnswerDraft.LongestAnswer} ký tự.", $"The answer is longer than {OfficeAnswerDraft.LongestAnswer} characters."),
        OfficeAnswerFault.UnknownProvince => ("Không có tỉnh này.", "There is no such province."),
        OfficeAnswerFault.OtherProvince => ("Có cách hỏi nêu tỉnh khác với tỉnh được chọn.", "One way to ask names another province than the one chosen."),
        OfficeAnswerFault.DayUnusable => ($"Ngày hết hạn phải sau hôm nay và trong vòng {OfficeAnswerDraft.MostMonths} tháng.", $"The day of expiry must be after today and within {OfficeAnswerDraft.MostMonths} months."),
        OfficeAnswerFault.NoSource => ("Cần ít nhất một căn cứ: một đoạn văn bản trong kho hoặc một căn cứ khác.", "At least one source is needed: words of a document at hand, or another source."),
        OfficeAnswerFault.TooManySources => (
            $"Tối đa {OfficeAnswerDraft.MostQuoted} đoạn trích và {OfficeAnswerDraft.MostOthers} căn cứ khác, mỗi căn cứ khác không quá {OfficeAnswerDraft.LongestSource} ký tự.",
            $"At most {OfficeAnswerDraft.MostQuoted} quotations and {OfficeAnswerDraft.MostOthers} other sources of at most {OfficeAnswerDraft.LongestSource} characters."),
        _ => ("Có đoạn trích không còn trong văn bản. Hãy tìm và chọn lại.", "A quotation is no longer in its document. Please look for it again."),
    };
}
