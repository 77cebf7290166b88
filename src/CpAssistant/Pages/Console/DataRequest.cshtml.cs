using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Core.Dialogue;
using CpAssistant.Enquiries;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/du-lieu-ca-nhan/{id}</c>: one request, the person's data, and what is to be done.</summary>
public sealed class DataRequestModel(DataRequestStore requests, PersonalRecords records, PersonalChanges changes, TimeProvider time) : ConsolePage
{
    [FromRoute]
    public long Id { get; set; }

    public DataRequest Asked { get; private set; } = null!;

    public PersonalRecord Record { get; private set; } = null!;

    public DateOnly Today => requests.Today;

    internal static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{ConsoleAddress.PersonalData}/{id}");

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync()
    {
        if (requests.Find(Id) is not { } asked)
        {
            return NotFound();
        }

        (Asked, Record) = (asked, records.Read(SubjectOf(asked)));
        await AuditAsync(AuditActions.PersonalDataViewed, "data_request", Id);
        return Page();
    }

    /// <summary>The copy for the person.</summary>
    public async Task<IActionResult> OnGetExportAsync([FromQuery(Name = "dang")] string? format)
    {
        if (requests.Find(Id) is not { } asked)
        {
            return NotFound();
        }

        var record = records.Read(SubjectOf(asked));
        await AuditAsync(AuditActions.PersonalDataExported, "data_request", Id);
        var name = string.Create(CultureInfo.InvariantCulture, $"du-lieu-ca-nhan-{Id}");
        return format == "txt"
            ? File(PersonalExport.Text(record, time.GetUtcNow()), "text/plain; charset=utf-8", name + ".txt")
            : File(PersonalExport.Json(record, time.GetUtcNow()), "application/json", name + ".json");
    }

    public Task<IActionResult> OnPostAcknowledgeAsync() =>
        ChangeAsync(_ => requests.AcknowledgeAsync(Id, Entry(AuditActions.DataRequestAcknowledged)), T("Đã ghi: đã phản hồi tiếp nhận.", "Noted: it is acknowledged."));

    public Task<IActionResult> OnPostDoneAsync() =>
        ChangeAsync(_ => requests.CompleteAsync(Id, Entry(AuditActions.DataRequestDone)), T("Đã ghi: đã thực hiện xong.", "Noted: it is done."));

    public Task<IActionResult> OnPostRefuseAsync([FromForm(Name = "lydo")] string? reason) => Stored.Read<RefusalReason>(reason) is { } known
        ? ChangeAsync(_ => requests.RefuseAsync(Id, known, Entry(AuditActions.DataRequestRefused)), T("Đã ghi: đã từ chối.", "Noted: it is refused."))
        : Task.FromResult<IActionResult>(See(AddressOf(Id), T("Hãy chọn lý do từ chối.", "Choose a reason.")));

    public Task<IActionResult> OnPostCorrectAsync([FromForm(Name = "phieu")] long enquiry, [FromForm(Name = "ten")] string? name, [FromForm(Name = "lienhe")] string? contact) =>
        (name?.Length ?? 0) <= PersonalChanges.MostCharacters && (contact?.Length ?? 0) <= PersonalChanges.MostCharacters
            ? ChangeAsync(
                asked => changes.CorrectAsync(asked, enquiry, new EnquiryContact(Trim(name), Trim(contact)), Entry(AuditActions.PersonalDataCorrected)),
                T("Đã chỉnh sửa thông tin liên hệ.", "The contact is corrected."))
            : Task.FromResult<IActionResult>(See(AddressOf(Id), T($"Mỗi mục dài tối đa {PersonalChanges.MostCharacters} ký tự.", $"At most {PersonalChanges.MostCharacters} characters each.")));

    public Task<IActionResult> OnPostWithdrawAsync([FromForm(Name = "phieu")] long enquiry, [FromForm(Name = "mucdich")] string? purpose) =>
        Stored.Read<ConsentPurpose>(purpose) is { } known
            ? ChangeAsync(
                asked => changes.WithdrawAsync(asked, enquiry, known, Entry(AuditActions.ConsentWithdrawn)),
                known == ConsentPurpose.Answer
                    ? T("Đã rút lại sự đồng ý; tên, thông tin liên hệ và ghi chú của cán bộ đã bị xóa.", "The consent is withdrawn; name, contact and officers' notes are removed.")
                    : T("Đã rút lại sự đồng ý.", "The consent is withdrawn."))
            : Task.FromResult<IActionResult>(BadRequest());

    private async Task<IActionResult> ChangeAsync(Func<DataRequest, Task<bool>> change, string notice) => requests.Find(Id) is { } asked
        ? See(AddressOf(Id), await change(asked)
            ? notice
            : T("Không thay đổi gì: yêu cầu đã kết thúc hoặc dữ liệu đã khác.", "Nothing was changed: the request is closed, or the data are no longer the same."))
        : NotFound();

    private static DataSubject SubjectOf(DataRequest asked) => new(asked.EnquiryId, asked.ConversationId);

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
