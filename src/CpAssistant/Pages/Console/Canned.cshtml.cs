using CpAssistant.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The canned texts, at <c>/quan-tri/mau-tra-loi</c>: shared by all officers, added, changed and removed here.</summary>
public sealed class CannedModel(CannedTexts canned) : ConsolePage
{
    internal const string Address = "/quan-tri/mau-tra-loi";

    /// <summary>The one to be changed; null for a new one.</summary>
    [BindProperty(Name = "mau", SupportsGet = true)]
    public long? Id { get; set; }

    [BindProperty(Name = "title")]
    public string? TextTitle { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    internal IReadOnlyList<CannedText> All { get; private set; } = [];

    internal string? Fault { get; private set; }

    public IActionResult OnGet()
    {
        if (Id is { } id)
        {
            if (canned.Find(id) is not { } found)
            {
                return NotFound();
            }

            (TextTitle, Text) = (found.Title, found.Text);
        }

        All = canned.All();
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync()
    {
        var (title, text) = (TextTitle?.Trim() ?? "", Text?.ReplaceLineEndings("\n").Trim() ?? "");
        if (title.Length is 0 or > CannedTexts.MaxTitle || text.Length is 0 or > EnquiryReplies.MaxLength)
        {
            Fault = T($"Cần có tên (tối đa {CannedTexts.MaxTitle} ký tự) và nội dung (tối đa {EnquiryReplies.MaxLength} ký tự).", $"A title (at most {CannedTexts.MaxTitle} characters) and a text (at most {EnquiryReplies.MaxLength}) are needed.");
            All = canned.All();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await canned.KeepAsync(Id, title, text, Entry("canned.kept", "canned", Id)) ? See(Address, T("Đã lưu mẫu.", "Saved.")) : NotFound();
    }

    public async Task<IActionResult> OnPostRemoveAsync() =>
        Id is { } id && await canned.RemoveAsync(id, Entry("canned.removed", "canned", id)) ? See(Address, T("Đã xóa mẫu.", "Removed.")) : NotFound();
}
