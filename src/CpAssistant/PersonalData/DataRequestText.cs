using CpAssistant.Conversations;
using CpAssistant.Core.Dialogue;

namespace CpAssistant.PersonalData;

/// <summary>What requests and personal data are called, in both languages.</summary>
internal static class DataRequestText
{
    internal static (string Vietnamese, string English) Of(DataRequestKind kind) => kind switch
    {
        DataRequestKind.View => ("Xem dữ liệu", "View"),
        DataRequestKind.Correct => ("Chỉnh sửa", "Correct"),
        DataRequestKind.Supply => ("Cung cấp bản sao", "Supply a copy"),
        DataRequestKind.Withdraw => ("Rút lại sự đồng ý", "Withdraw consent"),
        DataRequestKind.Objection => ("Phản đối xử lý", "Object"),
        _ => ("Xóa dữ liệu", "Erase"),
    };

    internal static (string Vietnamese, string English) Of(DataRequestState state) => state switch
    {
        DataRequestState.Received => ("Mới nhận", "Received"),
        DataRequestState.Acknowledged => ("Đã phản hồi tiếp nhận", "Acknowledged"),
        DataRequestState.Done => ("Đã thực hiện", "Done"),
        _ => ("Đã từ chối", "Refused"),
    };

    internal static (string Vietnamese, string English) Of(RefusalReason reason) => reason switch
    {
        RefusalReason.IdentityNotShown => ("Không xác minh được người yêu cầu", "Who asks could not be established"),
        RefusalReason.NothingKept => ("Không lưu dữ liệu nào của người yêu cầu", "Nothing is kept of the person"),
        RefusalReason.LawAsksToKeep => ("Pháp luật quy định phải lưu giữ", "The law asks to keep the data"),
        RefusalReason.HarmsOthers => ("Ảnh hưởng đến quyền, lợi ích của người khác", "It would harm the rights of others"),
        RefusalReason.AskedAgainWithoutNeed => ("Yêu cầu lặp lại, không có nội dung mới", "The same was asked before, nothing is new"),
        _ => ("Người yêu cầu đã rút yêu cầu", "The person took the request back"),
    };

    internal static (string Vietnamese, string English) Of(DataRequestShown shown) => shown switch
    {
        DataRequestShown.Open => ("Đang xử lý", "Open"),
        DataRequestShown.Pressing => ("Quá hạn hoặc sắp đến hạn", "Overdue or due soon"),
        DataRequestShown.Closed => ("Đã kết thúc", "Closed"),
        _ => ("Tất cả", "All"),
    };

    internal static (string Vietnamese, string English) Of(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Answer => ("Để trả lời câu hỏi", "To answer the enquiry"),
        _ => ("Để mời tập huấn, hỗ trợ", "To invite to training and support"),
    };

    internal static (string Vietnamese, string English) Of(MessageAuthor author) => author switch
    {
        MessageAuthor.User => ("Người hỏi", "The person"),
        MessageAuthor.Officer => ("Cán bộ", "Officer"),
        _ => ("Trợ lý", "Assistant"),
    };

    internal static (string Vietnamese, string English) OfEnquiryStatus(string status) => status switch
    {
        "new" => ("Mới", "New"),
        "assigned" => ("Đã giao", "Assigned"),
        "answered" => ("Đã trả lời", "Answered"),
        _ => ("Đã đóng", "Closed"),
    };
}
