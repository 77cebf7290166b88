using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Learning;

/// <summary>Reads the groups of the latest grouping, and keeps which of them need no answer.</summary>
public sealed class QuestionGroups(Database database)
{
    public const int MostWordings = 200;

    /// <summary>Turns of the latest run that count.</summary>
    private const string Counted =
        """
        run = (SELECT run FROM question_grouping)
        AND (@reason IS NULL OR CASE @reason WHEN 'unhelpful' THEN helpful = 0 ELSE outcome = @reason END)
        AND (@province IS NULL OR province = @province OR instr(', ' || province || ', ', ', ' || @province || ', ') > 0)
        AND (@from IS NULL OR at >= @from) AND (@to IS NULL OR at < @to)
        """;

    private const string SumColumns =
        """
        group_id AS Id, count(*) AS Count, sum(outcome = 'not_found') AS NotFound, sum(outcome = 'clarification') AS Clarifications, sum(ifnull(helpful = 0, 0)) AS Unhelpful,
        min(at) AS First, max(at) AS Last, max(turn_id) AS Newest, count(*) OVER () AS Found
        """;

    public GroupingState State()
    {
        using var connection = database.Read();
        var (endedAt, turns, groups) = connection.QuerySingle<(long?, long, long)>("SELECT ended_at, turns, groups FROM question_grouping");
        return new GroupingState(Stored.Time(endedAt), turns, groups);
    }

    /// <param name="skip">Groups before the first that is wanted.</param>
    /// <param name="limit">At least 1.</param>
    public GroupPage Search(GroupQuery query, int skip, int limit)
    {
        using var connection = database.Read();
        // One state of the groups for all that is read of them.
        using var transaction = connection.BeginTransaction(deferred: true);
        var found = Sum(
            connection,
            $"""
            {(query.WithDismissed ? "" : "AND group_id NOT IN (SELECT group_id FROM question_group_dismissed)")}
            GROUP BY group_id ORDER BY {(query.ByNewest ? "max(at)" : "count(*)")} DESC, max(at) DESC, group_id LIMIT @limit OFFSET @skip
            """,
            Values(query, skip, limit));
        return new GroupPage(Complete(connection, query, found), found.Count > 0 ? found[0].Found : 0);
    }

    /// <summary>For the office's report: questions that found no answer, the most asked first; those that need none are left out.</summary>
    /// <param name="to">Included, like <paramref name="from"/>: days in Việt Nam.</param>
    /// <param name="province">A name of the gazetteer; null for all.</param>
    public IReadOnlyList<OpenQuestion> Top(DateOnly from, DateOnly to, string? province, int most)
    {
        var query = new GroupQuery { Reason = UnmetReason.NotFound, Province = province, From = VietnamTime.StartOf(from), To = to < DateOnly.MaxValue ? VietnamTime.StartOf(to.AddDays(1)) : null };
        return [.. Search(query, 0, most).Groups.Select(group => new OpenQuestion(
            group.Newest.Question, group.Count, VietnamTime.DayOf(group.First), VietnamTime.DayOf(group.Last), group.Provinces is [var only] && only.Count == group.Count ? only.Name : null))];
    }

    /// <returns>Null where there is no such group, or no longer.</returns>
    public QuestionGroupDetail? Find(long id)
    {
        using var connection = database.Read();
        using var transaction = connection.BeginTransaction(deferred: true);
        if (Sum(connection, "AND group_id = @id GROUP BY group_id", Values(new GroupQuery(), id: id)) is not [var sums])
        {
            return null;
        }

        const string members = "FROM question_group_member AS member JOIN turn ON turn.id = member.turn_id WHERE run = (SELECT run FROM question_grouping) AND group_id = @id";
        var wordings = connection.Query<(string Question, string Language, long Count, long Newest, long LastAt, long All)>(
            $"SELECT question, language, count(*) AS count, max(turn.id), max(turn.at), count(*) OVER () {members} GROUP BY question ORDER BY count DESC, max(turn.id) DESC LIMIT {MostWordings}", new { id }).ToList();
        return new QuestionGroupDetail(
            Complete(connection, new GroupQuery(), [sums])[0],
            [.. wordings.Select(row => new Wording(row.Question, row.Language, row.Count, row.Newest, row.LastAt))],
            wordings[0].All,
            [.. connection.Query<NamedCount>($"SELECT channel AS Name, count(*) AS Count {members} GROUP BY channel ORDER BY count(*) DESC, channel", new { id })]);
    }

    /// <summary>The group needs no answer: it is not listed any more unless asked for.</summary>
    /// <param name="entry">Its line in the audit log.</param>
    /// <returns>False where there is no such group.</returns>
    public Task<bool> DismissAsync(long id, AuditEntry entry) => ChangeAsync(
        """
        INSERT INTO question_group_dismissed (group_id, officer_id, at)
        SELECT @id, @OfficerId, @at WHERE EXISTS (SELECT 1 FROM question_group_member WHERE run = (SELECT run FROM question_grouping) AND group_id = @id)
        ON CONFLICT (group_id) DO NOTHING
        """,
        id,
        entry);

    /// <returns>False where nobody has dismissed it.</returns>
    public Task<bool> RestoreAsync(long id, AuditEntry entry) => ChangeAsync("DELETE FROM question_group_dismissed WHERE group_id = @id", id, entry);

    private Task<bool> ChangeAsync(string sql, long id, AuditEntry entry) => database.Writer.WriteAsync(connection =>
    {
        var isDone = connection.Execute(sql, new { id, entry.OfficerId, at = entry.At.ToUnixTimeMilliseconds() }) == 1;
        AuditLog.Write(connection, isDone ? entry : entry with { Outcome = AuditOutcome.Refused });
        return isDone;
    });

    private static List<Sums> Sum(SqliteConnection connection, string which, object values) =>
        connection.Query<Sums>($"SELECT {SumColumns} FROM question_group_member WHERE {Counted} {which}", values).AsList();

    private static object Values(GroupQuery query, int skip = 0, int limit = 0, long? id = null, IEnumerable<long>? ids = null) => new
    {
        skip,
        limit,
        id,
        ids,
        reason = query.Reason is { } reason ? Stored.Key(reason) : null,
        province = query.Province,
        from = query.From?.ToUnixTimeMilliseconds(),
        to = query.To?.ToUnixTimeMilliseconds(),
    };

    /// <summary>With what is read for the groups that are shown only.</summary>
    private static IReadOnlyList<QuestionGroup> Complete(SqliteConnection connection, GroupQuery query, IReadOnlyList<Sums> found)
    {
        var ids = found.Select(group => group.Id).ToList();
        var turns = connection.Query<AskedTurn>("SELECT id, question, language, state FROM turn WHERE id IN @turns", new { turns = found.Select(group => group.Newest) }).ToDictionary(turn => turn.Id);
        var dismissed = connection.Query<(long Id, long At)>("SELECT group_id, at FROM question_group_dismissed WHERE group_id IN @ids", new { ids }).ToDictionary(row => row.Id, row => row.At);
        var provinces = connection.Query<(long Id, string Names, long Count)>(
            $"SELECT group_id, province, count(*) FROM question_group_member WHERE {Counted} AND group_id IN @ids AND province IS NOT NULL GROUP BY group_id, province", Values(query, ids: ids)).ToLookup(row => row.Id);
        return
        [
            .. found.Select(group => new QuestionGroup(
                group.Id,
                group.Count,
                group.NotFound,
                group.Clarifications,
                group.Unhelpful,
                DateTimeOffset.FromUnixTimeMilliseconds(group.First),
                DateTimeOffset.FromUnixTimeMilliseconds(group.Last),
                turns[group.Newest],
                [.. provinces[group.Id].SelectMany(row => row.Names.Split(", ").Select(name => (Name: name, row.Count))).GroupBy(row => row.Name, StringComparer.Ordinal)
                    .Select(rows => new NamedCount(rows.Key, rows.Sum(row => row.Count))).OrderByDescending(row => row.Count).ThenBy(row => row.Name, StringComparer.Ordinal)],
                dismissed.TryGetValue(group.Id, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null)),
        ];
    }

    /// <remarks>By properties, since SQLite does not name the types of sums where there is no row.</remarks>
    private sealed record Sums
    {
        public long Id { get; init; }

        public long Count { get; init; }

        public long NotFound { get; init; }

        public long Clarifications { get; init; }

        public long Unhelpful { get; init; }

        public long First { get; init; }

        public long Last { get; init; }

        public long Newest { get; init; }

        /// <summary>How many groups there are with these filters.</summary>
        public long Found { get; init; }
    }
}
