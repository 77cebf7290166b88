using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Understanding;
using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Learning;

/// <summary>Reads anew what logged questions come down to, where that was never read or with other language data.</summary>
internal sealed class GistReading(Database database)
{
    /// <summary>Chat turns wait for no longer than it takes to write these.</summary>
    private const int OneWrite = 100;

    /// <summary>What was no question in any state of the language data: steps of the form, and what could not be read.</summary>
    private static readonly HashSet<string> NoQuestions = [EnquiryDraft.Intent, "fault", "emptyQuestion", "tooLong"];

    private static readonly HashSet<string> NoOutcomes = [Stored.Key(Outcome.SmallTalk), Stored.Key(Outcome.Handoff)];

    /// <param name="tell">Told how many are done, and of how many.</param>
    internal async Task RunAsync(KnowledgeSnapshot knowledge, Action<int, int> tell, CancellationToken cancellation)
    {
        var version = knowledge.Language.Version;
        var ids = Unread(version);
        for (var done = 0; done < ids.Count; done += OneWrite)
        {
            tell(done, ids.Count);
            cancellation.ThrowIfCancellationRequested();
            var gists = Turns(ids.GetRange(done, Math.Min(OneWrite, ids.Count - done))).ConvertAll(turn => new { turn.Id, Gist = Read(turn, knowledge)?.ToString(), version });
            await database.Writer.WriteAsync(connection => connection.Execute("UPDATE turn SET gist = @Gist, gist_version = @version WHERE id = @Id", gists));
        }
    }

    /// <returns>Ids in the order in which turns were logged: those of a conversation come near one another, and what was read is remembered for a while.</returns>
    private List<long> Unread(string version)
    {
        using var connection = database.Read();
        List<long> ids =
        [
            .. connection.Query<long>(
                """
                SELECT id FROM turn INDEXED BY turn_gist WHERE gist_version IS NULL
                UNION ALL SELECT id FROM turn INDEXED BY turn_gist WHERE gist_version < @version
                UNION ALL SELECT id FROM turn INDEXED BY turn_gist WHERE gist_version > @version
                """,
                new { version }),
        ];
        ids.Sort();
        return ids;
    }

    private List<TurnToRead> Turns(IReadOnlyList<long> ids)
    {
        using var connection = database.Read();
        return connection.Query<TurnToRead>("SELECT id, question, intent, outcome, state FROM turn WHERE id IN @ids", new { ids }).AsList();
    }

    private static QuestionGist? Read(TurnToRead turn, KnowledgeSnapshot knowledge) =>
        NoQuestions.Contains(turn.Intent) || NoOutcomes.Contains(turn.Outcome) ? null
        : QuestionGist.Of(Assistant.Understand(Assistant.WordsOf(turn.Question), LoggedState.Read(turn.State), knowledge));

    private sealed record TurnToRead(long Id, string Question, string Intent, string Outcome, string? State);
}
