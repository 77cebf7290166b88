using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Understanding;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Learning;

/// <summary>
/// Puts the questions of the log that were not met together by likeness. A run writes its groups beside those of the run before, in short
/// pieces, and then takes their place; one that fails or is broken off leaves them as they are.
/// </summary>
public sealed class Grouping(Database database, KnowledgeStore knowledge, Pseudonyms pseudonyms, TimeProvider time)
{
    /// <summary>Chat turns wait for no longer than it takes to write or remove these.</summary>
    private const int OneWrite = 5000;

    private static readonly GroupingProgress AtRest = new(GroupingStage.Idle, 0, 0, HasFailed: false);

    private int _runs;
    private volatile GroupingProgress _progress = AtRest;

    public GroupingProgress Progress => _progress;

    /// <returns>Whether the log or the language data has changed since the latest run.</returns>
    public bool IsDue()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<string?>("SELECT seen FROM question_grouping") != Seen(connection, knowledge.Current.Language.Version);
    }

    /// <returns>False where a run is under way already.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (Interlocked.CompareExchange(ref _runs, 1, 0) != 0)
        {
            return false;
        }

        var hasFailed = true;
        try
        {
            await RunAsync(knowledge.Current, cancellation);
            hasFailed = false;
            return true;
        }
        catch (OperationCanceledException)
        {
            hasFailed = false;
            throw;
        }
        finally
        {
            _progress = AtRest with { HasFailed = hasFailed };
            Volatile.Write(ref _runs, 0);
        }
    }

    private async Task RunAsync(KnowledgeSnapshot snapshot, CancellationToken cancellation)
    {
        Tell(GroupingStage.Reading, 0, 0);
        await new GistReading(database).RunAsync(snapshot, (done, of) => Tell(GroupingStage.Reading, done, of), cancellation);
        Tell(GroupingStage.Comparing, 0, 0);
        var (turns, seen) = Unmet(snapshot.Language.Version);
        var members = Group(turns, snapshot.Likeness, cancellation);
        await WriteAsync(members, seen, cancellation);
    }

    /// <returns>Turns that count, like questions side by side, and what they were read of.</returns>
    private (List<UnmetTurn> Turns, string Seen) Unmet(string version)
    {
        using var connection = database.Read();
        using var transaction = connection.BeginTransaction(deferred: true);
        var turns = new List<UnmetTurn>();
        foreach (var turn in connection.Query<UnmetTurn>(
            """
            SELECT gist, id, at, outcome, helpful, province FROM turn INDEXED BY turn_gist
            WHERE gist_version = @version AND gist IS NOT NULL AND (outcome IN ('not_found', 'clarification') OR helpful = 0)
            ORDER BY gist, id
            """,
            new { version },
            buffered: false))
        {
            // The same line is kept once.
            turns.Add(turns.Count > 0 && turns[^1].Gist == turn.Gist ? turn with { Gist = turns[^1].Gist } : turn);
        }

        return (turns, Seen(connection, version));
    }

    /// <returns>Changes whenever a turn comes or goes, or is voted on.</returns>
    private static string Seen(SqliteConnection connection, string version) =>
        connection.QuerySingle<string>("SELECT @version || ' ' || ifnull(max(id), 0) || ' ' || count(*) || ' ' || count(helpful) || ' ' || ifnull(sum(helpful), 0) FROM turn INDEXED BY turn_filter", new { version });

    /// <summary>The places that questions name do not keep them apart; groups that officers have dismissed stay what they are.</summary>
    private List<Member> Group(List<UnmetTurn> turns, Likeness likeness, CancellationToken cancellation)
    {
        var questions = new Dictionary<string, List<UnmetTurn>>(StringComparer.Ordinal);
        var gists = new List<QuestionGist>();
        foreach (var same in turns.GroupBy(turn => turn.Gist, StringComparer.Ordinal))
        {
            if (QuestionGist.Parse(same.Key) is not { IsEmpty: false } gist)
            {
                // Nothing is asked for in it ("thế nào?").
                continue;
            }

            var anywhere = gist with { Provinces = [] };
            var line = anywhere.ToString();
            if (!questions.TryGetValue(line, out var asked))
            {
                questions[line] = asked = [];
                gists.Add(anywhere);
            }

            asked.AddRange(same);
        }

        var dismissed = Dismissed();
        var ids = questions.Keys.Select(pseudonyms.OfGroup).ToList();
        var counts = questions.Values.Select((asked, i) => dismissed.Contains(ids[i]) ? long.MaxValue : asked.Count);
        Tell(GroupingStage.Comparing, 0, gists.Count);
        var leaders = LikenessGroups.Of([.. gists.Zip(counts)], likeness, done =>
        {
            cancellation.ThrowIfCancellationRequested();
            Tell(GroupingStage.Comparing, done, gists.Count);
        });
        return [.. questions.Values.SelectMany((asked, i) => asked.Select(turn => new Member(ids[leaders[i]], turn.Id, turn.At, turn.Outcome, turn.Helpful, turn.Province))).OrderBy(member => member.Turn)];
    }

    private HashSet<long> Dismissed()
    {
        using var connection = database.Read();
        return [.. connection.Query<long>("SELECT group_id FROM question_group_dismissed")];
    }

    private async Task WriteAsync(List<Member> members, string seen, CancellationToken cancellation)
    {
        var run = await database.Writer.WriteAsync(connection => connection.QuerySingle<long>("UPDATE question_grouping SET begun = begun + 1 RETURNING begun"));
        var done = 0;
        foreach (var piece in members.Chunk(OneWrite))
        {
            Tell(GroupingStage.Writing, done, members.Count);
            cancellation.ThrowIfCancellationRequested();
            done += await database.Writer.WriteAsync(connection => Write(connection, run, piece));
        }

        // Another process may have finished a later run meanwhile: then that one stands.
        await database.Writer.WriteAsync(connection => connection.Execute(
            "UPDATE question_grouping SET run = @run, ended_at = @now, turns = @Count, groups = @groups, seen = @seen WHERE run < @run",
            new { run, now = time.GetUtcNow().ToUnixTimeMilliseconds(), members.Count, groups = members.Select(member => member.Group).Distinct().Count(), seen }));
        for (long? removed = 0; removed is { } last; removed = await database.Writer.WriteAsync(connection => Remove(connection, last)))
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A turn that was erased since it was read is left out.</summary>
    private static int Write(SqliteConnection connection, long run, IReadOnlyList<Member> members)
    {
        connection.Execute(
            """
            INSERT INTO question_group_member (run, group_id, turn_id, at, outcome, helpful, province)
            SELECT @run, @Group, id, @At, @Outcome, @Helpful, @Province FROM turn WHERE id = @Turn
            """,
            members.Select(member => new { run, member.Group, member.Turn, member.At, member.Outcome, member.Helpful, member.Province }));
        return members.Count;
    }

    /// <summary>Removes some members of runs before the latest, of turns after one.</summary>
    /// <returns>The last turn that was come to; null where there is none left.</returns>
    private static long? Remove(SqliteConnection connection, long after)
    {
        var last = connection.QuerySingle<long?>(
            "SELECT max(turn_id) FROM (SELECT turn_id FROM question_group_member WHERE turn_id > @after AND run < (SELECT run FROM question_grouping) ORDER BY turn_id LIMIT @OneWrite)", new { after, OneWrite });
        connection.Execute("DELETE FROM question_group_member WHERE turn_id > @after AND turn_id <= @last AND run < (SELECT run FROM question_grouping)", new { after, last });
        return last;
    }

    private void Tell(GroupingStage stage, int done, int of) => _progress = new GroupingProgress(stage, done, of, HasFailed: false);

    private sealed record Member(long Group, long Turn, long At, string Outcome, long? Helpful, string? Province);
}
