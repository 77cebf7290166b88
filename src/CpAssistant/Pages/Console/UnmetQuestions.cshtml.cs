using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/cau-hoi</c>: questions that were not met, like ones together.</summary>
public sealed class UnmetQuestionsModel(QuestionGroups groups, GroupingJob job, KnowledgeStore knowledge, TimeProvider time) : ConsolePage
{
    internal const string Address = ConsoleAddress.Root + "/cau-hoi";

    private const int OnPage = 25;

    private const int MostPages = 100_000;

    [BindProperty(Name = GroupFilters.Page, SupportsGet = true)]
    public int Number { get; set; } = 1;

    internal GroupFilters Filters { get; private set; } = null!;

    internal IReadOnlyList<GroupView> Groups { get; private set; } = [];

    internal GroupingState State { get; private set; } = null!;

    internal GroupingProgress Progress { get; private set; } = null!;

    internal bool HasNext { get; private set; }

    /// <summary>"Có 1.204 nhóm câu hỏi".</summary>
    internal string CountText { get; private set; } = "";

    /// <summary>Names of provinces, old and new, in the order of the alphabet.</summary>
    internal IEnumerable<string> Provinces => knowledge.Current.Gazetteer.ProvinceNames.OrderBy(VietnameseText.Fold, StringComparer.Ordinal);

    public async Task OnGetAsync()
    {
        var snapshot = knowledge.Current;
        Filters = new GroupFilters(Request.Query, snapshot.Gazetteer);
        Number = Math.Clamp(Number, 1, MostPages);
        var page = groups.Search(Filters.Query, (Number - 1) * OnPage, OnPage);
        var today = VietnamTime.DayOf(time.GetUtcNow());
        Groups = [.. page.Groups.Select(group => GroupView.Of(group, snapshot, today))];
        HasNext = Number * OnPage < page.Count;
        (State, Progress) = (groups.State(), job.Progress);
        CountText = page.Count == 0 ? T("Không có câu hỏi nào như vậy.", "There is no such question.") : T($"Có {GroupView.Number(this, page.Count)} nhóm câu hỏi.", page.Count == 1 ? "1 group of questions." : $"{GroupView.Number(this, page.Count)} groups of questions.");
        await AuditAsync(AuditActions.GroupsListed);
    }

    public async Task<IActionResult> OnPostGroupAsync()
    {
        job.Ask();
        await AuditAsync(AuditActions.GroupingAsked);
        return See(Address, T("Đang gom lại câu hỏi; danh sách dưới đây là của lần gom trước.", "Questions are being grouped anew; the list below is that of the time before."));
    }

    internal static IReadOnlyList<(GroupingStage Value, (string, string) Name)> Stages { get; } =
    [
        (GroupingStage.Waiting, ("Đang chờ bắt đầu", "Waiting to begin")),
        (GroupingStage.Reading, ("Đang đọc lại câu hỏi", "Reading questions anew")),
        (GroupingStage.Comparing, ("Đang so sánh câu hỏi", "Comparing questions")),
        (GroupingStage.Writing, ("Đang ghi các nhóm", "Writing the groups")),
    ];
}
