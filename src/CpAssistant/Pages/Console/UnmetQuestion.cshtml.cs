using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/cau-hoi/{id}</c>: one group of like questions, in all their wordings.</summary>
public sealed class UnmetQuestionModel(QuestionGroups groups, KnowledgeStore knowledge, TimeProvider time) : ConsolePage
{
    internal QuestionGroupDetail Detail { get; private set; } = null!;

    internal GroupView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (groups.Find(id) is not { } detail)
        {
            return NotFound();
        }

        (Detail, View) = (detail, GroupView.Of(detail.Group, knowledge.Current, VietnamTime.DayOf(time.GetUtcNow())));
        await AuditAsync(AuditActions.GroupViewed, "question_group", id);
        return Page();
    }

    public async Task<IActionResult> OnPostDismissAsync(long id) => await groups.DismissAsync(id, Entry(AuditActions.GroupDismissed, "question_group", id))
        ? See(GroupView.AddressOf(id), T("Đã bỏ qua: nhóm này không còn trong danh sách.", "Dismissed: this group is no longer listed."))
        : Gone(id);

    public async Task<IActionResult> OnPostRestoreAsync(long id) => await groups.RestoreAsync(id, Entry(AuditActions.GroupRestored, "question_group", id))
        ? See(GroupView.AddressOf(id), T("Đã lấy lại: nhóm này lại có trong danh sách.", "Taken back: this group is listed again."))
        : Gone(id);

    /// <summary>Another officer may have done it already.</summary>
    private IActionResult Gone(long id) => groups.Find(id) is null ? NotFound() : See(GroupView.AddressOf(id));
}
