using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.PersonalData;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/du-lieu-ca-nhan/{id}/xoa</c>: asks back, then erases.</summary>
[MinimumRole(Role.Reviewer)]
public sealed class EraseDataModel(DataRequestStore requests, PersonalChanges changes) : ConsolePage
{
    [FromRoute]
    public long Id { get; set; }

    public DataRequest Asked { get; private set; } = null!;

    /// <summary>Null where nothing is left.</summary>
    internal ErasedData? Kept { get; private set; }

    internal static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{DataRequestModel.AddressOf(id)}/xoa");

    public IActionResult OnGet()
    {
        if (requests.Find(Id) is not { IsOpen: true, Kind: DataRequestKind.Erase } asked)
        {
            return NotFound();
        }

        (Asked, Kept) = (asked, changes.Count(asked));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (requests.Find(Id) is not { IsOpen: true, Kind: DataRequestKind.Erase } asked)
        {
            return NotFound();
        }

        return See(DataRequestModel.AddressOf(Id), await changes.EraseAsync(asked, Entry(AuditActions.PersonalDataErased)) switch
        {
            null => T("Không còn gì để xóa.", "There was nothing left to erase."),
            { Compacted: false } erased => $"{Said(erased)} {T("Chưa dọn lại được tệp dữ liệu; dịch vụ sẽ thử lại.", "The file could not be written anew yet; it is tried again.")}",
            var erased => Said(erased),
        });
    }

    private string Said(ErasedData erased) => T(
        $"Đã xóa: {erased.Conversations} cuộc trao đổi, {erased.Messages} tin, {erased.Turns} lượt hỏi trong nhật ký, dữ liệu của {erased.Enquiries} phiếu.",
        $"Erased: {erased.Conversations} conversations, {erased.Messages} messages, {erased.Turns} turns of the log, the data of {erased.Enquiries} enquiries.");
}
