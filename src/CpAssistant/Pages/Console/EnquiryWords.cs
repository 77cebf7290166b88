using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Enquiries;

namespace CpAssistant.Pages.Console;

/// <summary>How the console's pages call what concerns enquiries, in both languages.</summary>
internal static class EnquiryWords
{
    internal static (string Vietnamese, string English) Of(EnquiryStatus status) => status switch
    {
        EnquiryStatus.New => ("Mới", "New"),
        EnquiryStatus.Assigned => ("Đã giao", "Assigned"),
        EnquiryStatus.Answered => ("Đã trả lời", "Answered"),
        _ => ("Đã đóng", "Closed"),
    };

    internal static (string Vietnamese, string English) Of(EnquiryEventKind kind, string? detail) => kind switch
    {
        EnquiryEventKind.Opened => ("Gửi phiếu", "Sent the enquiry"),
        EnquiryEventKind.Added => ("Người hỏi bổ sung", "The person added to it"),
        EnquiryEventKind.Assigned when detail is null => ("Bỏ giao", "Assigned to nobody"),
        EnquiryEventKind.Assigned => ($"Giao cho {detail}", $"Assigned to {detail}"),
        EnquiryEventKind.Note => ("Ghi chú nội bộ", "Internal note"),
        EnquiryEventKind.Reply when detail == "closed" => ("Trả lời và đóng phiếu", "Answered and closed"),
        EnquiryEventKind.Reply => ("Trả lời", "Answered"),
        _ when detail == "closed" => ("Đóng phiếu", "Closed"),
        _ => ("Mở lại phiếu", "Opened again"),
    };

    internal static (string Vietnamese, string English) Of(Delivery delivery) => delivery switch
    {
        Delivery.Shown shown => ($"Đã hiện cho người hỏi lúc {VietnamTime.Text(shown.At)}", $"Shown to the person at {VietnamTime.Text(shown.At)}"),
        Delivery.Obstructed obstructed => ($"Không gửi được: {obstructed.Reason}", $"Cannot be delivered: {obstructed.Reason}"),
        _ => ("Đang chờ: sẽ hiện khi người hỏi mở lại cuộc trò chuyện", "Waiting: it is shown once the person is back in the conversation"),
    };

    internal static (string Vietnamese, string English) Of(EnquiryChange change) => change switch
    {
        EnquiryChange.Overtaken => ("Phiếu vừa được người khác thay đổi; hãy xem lại rồi làm lại.", "Someone else has just changed this enquiry; please look at it again."),
        EnquiryChange.Unknown => ("Không có phiếu này.", "There is no such enquiry."),
        _ => ("Không làm được: phiếu đã xóa dữ liệu hoặc đang ở trạng thái khác.", "Not possible: the enquiry is erased or in another state."),
    };

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
