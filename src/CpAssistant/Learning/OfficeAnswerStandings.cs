using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Learning;

/// <summary>How the office's answers stand today.</summary>
public sealed class OfficeAnswerStandings(OfficeAnswerStore answers, KnowledgeStore knowledge, LearningSettings settings, TimeProvider time)
{
    private DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <returns>What waits for someone first, then the newest.</returns>
    public IReadOnlyList<OfficeAnswerHistory> All() => [.. answers.All().OrderByDescending(answer => answer.IsProposed).ThenByDescending(NeedsRenewal).ThenByDescending(answer => answer.Number)];

    /// <returns>Null where nothing of it is approved.</returns>
    public OfficeAnswerStanding? Of(OfficeAnswerHistory answer)
    {
        var given = knowledge.Current.OfficeAnswers;
        return given.All.FirstOrDefault(one => one.Id == OfficeAnswerFile.IdOf(answer.Number)) is { } known ? given.StandingOf(known, Today) : null;
    }

    /// <summary>Expired, about to expire, or with a source that has changed.</summary>
    public bool NeedsRenewal(OfficeAnswerHistory answer) =>
        answer.InUse is { } given && (given.ExpiresOn < Today.AddDays(settings.RenewalDays) || Of(answer) == OfficeAnswerStanding.SourceChanged);
}
