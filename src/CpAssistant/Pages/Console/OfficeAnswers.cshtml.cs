using CpAssistant.Accounts;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The office's answers, at <c>/quan-tri/tra-loi-van-phong</c>: what waits for someone first.</summary>
public sealed class OfficeAnswersModel(OfficeAnswerStore answers, KnowledgeStore knowledge, LearningSettings settings, TimeProvider time) : ConsolePage
{
    internal const string Address = ConsoleAddress.Root + "/tra-loi-van-phong";

    /// <summary>One of <see cref="Views"/>; all where there is none.</summary>
    [BindProperty(Name = "xem", SupportsGet = true)]
    public string? View { get; set; }

    internal IReadOnlyList<(string Key, (string, string) Name, Func<OfficeAnswerHistory, bool> Holds)> Views =>
    [
        ("cho-duyet", ("Chờ duyệt", "Waiting for approval"), answer => answer.IsProposed),
        ("can-gia-han", ("Cần gia hạn, xem lại", "To be renewed"), NeedsRenewal),
        ("dang-dung", ("Đang dùng", "In use"), answer => StandingOf(answer) == OfficeAnswerStanding.InForce),
        ("thu-hoi", ("Đã thu hồi, trả lại", "Withdrawn, returned"), answer => answer.InUse is null && !answer.IsProposed),
    ];

    internal IReadOnlyList<OfficeAnswerHistory> All { get; private set; } = [];

    internal IReadOnlyList<OfficeAnswerHistory> Shown { get; private set; } = [];

    /// <summary>Files that cannot be used.</summary>
    internal IReadOnlyList<string> Faults { get; private set; } = [];

    private DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    public void OnGet()
    {
        All = [.. answers.All().OrderByDescending(answer => answer.IsProposed).ThenByDescending(NeedsRenewal).ThenByDescending(answer => answer.Number)];
        Shown = [.. Views.FirstOrDefault(view => view.Key == View) is { Holds: { } holds } ? All.Where(holds) : All];
        Faults = knowledge.State.Load.OfficeFaults;
    }

    /// <returns>Null where nothing of it is approved.</returns>
    internal OfficeAnswerStanding? StandingOf(OfficeAnswerHistory answer) =>
        knowledge.Current.OfficeAnswers.All.FirstOrDefault(given => given.Id == OfficeAnswerFile.IdOf(answer.Number)) is { } given ? knowledge.Current.OfficeAnswers.StandingOf(given, Today) : null;

    /// <summary>Expired, about to expire, or with a source that has changed.</summary>
    internal bool NeedsRenewal(OfficeAnswerHistory answer) =>
        answer.InUse is { } given && (given.ExpiresOn < Today.AddDays(settings.RenewalDays) || StandingOf(answer) == OfficeAnswerStanding.SourceChanged);
}
