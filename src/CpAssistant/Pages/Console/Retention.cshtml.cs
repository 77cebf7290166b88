using CpAssistant.PersonalData;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/luu-giu</c>: how long what is kept, and what was removed.</summary>
public sealed class RetentionModel(Retention retention, RetentionSettings settings) : ConsolePage
{
    private const int RunsShown = 60;

    public RetentionSettings Settings => settings;

    public IReadOnlyList<RetentionRun> Runs { get; private set; } = [];

    public void OnGet() => Runs = retention.Latest(RunsShown);
}
