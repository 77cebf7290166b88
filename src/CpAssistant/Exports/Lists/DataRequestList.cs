using CpAssistant.Pages.Console;
using CpAssistant.PersonalData;
using CpAssistant.Storage;

namespace CpAssistant.Exports.Lists;

/// <summary>The register of what people ask about their data: which enquiry, and never who.</summary>
internal static class DataRequestList
{
    internal static ListExport Of(HttpContext context, ConsoleLanguage language)
    {
        var store = context.RequestServices.GetRequiredService<DataRequestStore>();
        var query = new DataRequestQuery(
            Stored.Read<DataRequestShown>(context.Request.Query["hien"]) ?? DataRequestShown.Open, Stored.Read<DataRequestKind>(context.Request.Query["loai"]));
        return Of(store.All(query), store.Today, language);
    }

    internal static ListExport Of(IEnumerable<DataRequest> requests, DateOnly today, ConsoleLanguage language) => ListExport.Of(
        "du-lieu-ca-nhan",
        language.T("Dữ liệu cá nhân", "Personal data"),
        [
            ListColumn.Id<DataRequest>(language.T("Số", "No."), request => request.Id),
            ListColumn.Text<DataRequest>(language.T("Loại", "Kind"), request => language.T(DataRequestText.Of(request.Kind))),
            ListColumn.Text<DataRequest>(language.T("Phiếu", "Enquiry"), request => request.Reference),
            ListColumn.Day<DataRequest>(language.T("Ngày nhận", "Received"), request => request.ReceivedOn),
            ListColumn.Day<DataRequest>(language.T("Hạn phản hồi", "Acknowledge by"), request => request.AcknowledgeBy),
            ListColumn.Day<DataRequest>(language.T("Hạn cuối", "Due"), request => request.DueOn),
            ListColumn.Text<DataRequest>(language.T("Tình trạng", "State"), request => language.T(DataRequestText.Of(request.State))),
            ListColumn.Text<DataRequest>(language.T("Quá hạn", "Overdue"), request => request.IsOverdue(today) ? language.T("có", "yes") : null),
            ListColumn.Text<DataRequest>(language.T("Lý do từ chối", "Reason of refusal"), request => request.Reason is { } reason ? language.T(DataRequestText.Of(reason)) : null),
            ListColumn.Time<DataRequest>(language.T("Phản hồi lúc", "Acknowledged"), request => request.AcknowledgedAt),
            ListColumn.Time<DataRequest>(language.T("Kết thúc lúc", "Closed"), request => request.ClosedAt),
        ],
        requests);
}
