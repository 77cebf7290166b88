using CpAssistant.Accounts;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The office's answers, at <c>/quan-tri/tra-loi-van-phong</c>: what waits for someone first.</summary>
public sealed class OfficeAnswersModel(OfficeAnswerStandings standings, KnowledgeStore knowledge) : ConsolePage
{
    internal const string Address = ConsoleAddress.Root + "/tra-loi-van-phong";

    /// <summary>Name of a <see cref="OfficeAnswerView"/>; all where it is none.</summary>
    [BindProperty(Name = OfficeAnswerView.Key, SupportsGet = true)]
    public string? View { get; set; }

    internal OfficeAnswerStandings Standings => standings;

    internal IReadOnlyList<OfficeAnswerHistory> All { get; private set; } = [];

    internal IEnumerable<OfficeAnswerHistory> Shown => OfficeAnswerView.Find(View) is { } view ? All.Where(answer => view.Holds(standings, answer)) : All;

    /// <summary>Files that cannot be used.</summary>
    internal IReadOnlyList<string> Faults => knowledge.State.Load.OfficeFaults;

    public void OnGet() => All = standings.All();
}
