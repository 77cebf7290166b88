using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Understanding;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using CpAssistant.TurnLog;
using Dapper;

namespace CpAssistant.Learning;

/// <summary>A recorded question that would be answered differently.</summary>
/// <param name="Turn">The newest of those that asked so.</param>
/// <param name="Count">How many asked so.</param>
/// <param name="Change">The answer of now beside that to come.</param>
public sealed record ChangedQuestion(TurnDetail Turn, long Count, TurnReplay Change);

/// <param name="Changed">The most asked first.</param>
/// <param name="Turns">All turns of the changed questions together.</param>
/// <param name="Tried">How many different questions were played.</param>
/// <param name="IsWhole">False where more of them come near than can be played.</param>
/// <param name="Unread">Turns that the log has not yet made ready for comparison.</param>
public sealed record OfficeAnswerEffect(IReadOnlyList<ChangedQuestion> Changed, long Turns, int Tried, bool IsWhole, long Unread);

/// <summary>What would change if an answer of the office were in force: recorded questions are played on the knowledge with it and without it.</summary>
public sealed class OfficeAnswerPreview(Database database, TurnLogStore log, TurnRunner runner, KnowledgeStore knowledge, OfficeAnswerStore answers)
{
    /// <summary>Two replies of some milliseconds each.</summary>
    private const int MostTried = 300;

    /// <returns>The knowledge with this version in force.</returns>
    internal KnowledgeSnapshot With(OfficeAnswerFile version) =>
        KnowledgeLoader.With(knowledge.Current, [.. answers.All().Where(answer => answer.Number != version.Number).Select(answer => answer.InUse).OfType<OfficeAnswerFile>().Append(version)]);

    /// <param name="then">As <see cref="With"/> makes it of this version.</param>
    internal OfficeAnswerEffect Of(OfficeAnswerFile version, KnowledgeSnapshot then)
    {
        var now = knowledge.Current;
        var mayTouch = then.OfficeAnswers.MayTouch(then.OfficeAnswers.All.First(answer => answer.Id == OfficeAnswerFile.IdOf(version.Number)));
        using var connection = database.Read();
        var near = connection.Query<(string Gist, long Count, long Newest)>(
                "SELECT gist, count(*), max(id) FROM turn INDEXED BY turn_gist WHERE gist_version = @Version AND gist IS NOT NULL GROUP BY gist", now.Language, buffered: false)
            .Where(row => QuestionGist.Parse(row.Gist) is { } gist && mayTouch(gist))
            .OrderByDescending(row => row.Count).ThenByDescending(row => row.Newest).ToList();
        var changed = near.Take(MostTried).Select(row => Play(row.Newest, row.Count, now, then)).OfType<ChangedQuestion>().ToList();
        return new OfficeAnswerEffect(
            changed, changed.Sum(question => question.Count), Math.Min(near.Count, MostTried), near.Count <= MostTried, connection.ExecuteScalar<long>("SELECT count(*) FROM turn INDEXED BY turn_gist WHERE gist_version IS NOT @Version", now.Language));
    }

    private ChangedQuestion? Play(long id, long count, KnowledgeSnapshot now, KnowledgeSnapshot then)
    {
        if (log.Find(id) is not { } turn)
        {
            return null;
        }

        var change = TurnReplay.Of(turn with { Reply = TurnReplay.Of(turn, runner, now).Today }, runner, then);
        return change.IsSame ? null : new ChangedQuestion(turn, count, change);
    }
}
