using CpAssistant.Enquiries;
using CpAssistant.Pages.Console;
using CpAssistant.TurnLog;

namespace CpAssistant.Exports.Lists;

/// <summary>The enquiries of the inbox, without name and contact: what people told of themselves leaves in no list.</summary>
internal static class EnquiryList
{
    internal static ListExport? Of(HttpContext context, ConsoleLanguage language)
    {
        var store = context.RequestServices.GetRequiredService<EnquiryStore>();
        var filter = new InboxFilter(context.Request.Query);
        var text = TurnTextQuery.Read(filter["q"]);
        return text.HasFault ? null : Of(store.All(filter.ToQuery(store.Today, text)), store.Today, language);
    }

    internal static ListExport Of(IEnumerable<Enquiry> enquiries, DateOnly today, ConsoleLanguage language) => ListExport.Of(
        "hop-thu",
        language.T("Hộp thư", "Inbox"),
        [
            ListColumn.Text<Enquiry>(language.T("Phiếu", "Enquiry"), enquiry => enquiry.Reference),
            ListColumn.Time<Enquiry>(language.T("Nhận lúc", "Received"), enquiry => enquiry.OpenedAt),
            ListColumn.LongText<Enquiry>(language.T("Câu hỏi", "Question"), enquiry => enquiry.IsErased ? language.T("(đã xóa)", "(erased)") : enquiry.Question),
            ListColumn.Text<Enquiry>(language.T("Tỉnh", "Province"), enquiry => enquiry.Province),
            ListColumn.Text<Enquiry>(language.T("Khu công nghiệp", "Industrial park"), enquiry => enquiry.Park),
            ListColumn.Text<Enquiry>(language.T("Ngành", "Industry"), enquiry => enquiry.Industry),
            ListColumn.Text<Enquiry>(language.T("Kênh", "Channel"), enquiry => language.T(TurnText.Channels.NameOf(enquiry.Channel))),
            ListColumn.Text<Enquiry>(language.T("Trạng thái", "Status"), enquiry => language.T(EnquiryWords.Of(enquiry.Status))),
            ListColumn.Text<Enquiry>(language.T("Cán bộ", "Officer"), enquiry => enquiry.OfficerName),
            ListColumn.Day<Enquiry>(language.T("Hạn trả lời", "Due"), enquiry => enquiry.DueOn),
            ListColumn.Text<Enquiry>(language.T("Quá hạn", "Overdue"), enquiry => enquiry.IsOverdue(today) ? language.T("có", "yes") : null),
            ListColumn.Time<Enquiry>(language.T("Trả lời lúc", "Answered"), enquiry => enquiry.AnsweredAt),
            ListColumn.Time<Enquiry>(language.T("Đóng lúc", "Closed"), enquiry => enquiry.ClosedAt),
        ],
        enquiries);
}
