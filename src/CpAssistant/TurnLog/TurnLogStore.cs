using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.TurnLog;

/// <summary>Reads the log of turns.</summary>
public sealed class TurnLogStore(Database database)
{
    /// <summary>So many are counted; of more it is said that there are more.</summary>
    public const int MostCounted = 10_000;

    /// <summary>Turns of the conversation that are shown on each side of one.</summary>
    private const int Neighbours = 5;

    private const string Filters =
        """
        turn.id BETWEEN @first AND @last
        AND (@from IS NULL OR turn.at >= @from) AND (@to IS NULL OR turn.at < @to)
        AND (@channel IS NULL OR turn.channel = @channel)
        AND (turn.intent = @intent OR (@intent IS NULL AND turn.intent <> 'Enquiry'))
        AND (@outcome IS NULL OR turn.outcome = @outcome)
        AND (@province IS NULL OR ifnull(turn.province, '') = @province OR (@province <> '' AND instr(', ' || turn.province || ', ', ', ' || @province || ', ') > 0))
        AND (@vote IS NULL OR ifnull(turn.helpful, -1) = @vote)
        AND (@least IS NULL OR turn.confidence >= @least) AND (@most IS NULL OR turn.confidence <= @most)
        """;

    private const string Items =
        "SELECT id, at, channel, question, intent, province, outcome, confidence, helpful, comment FROM turn";

    /// <summary>In the order in which they were logged, the newest first.</summary>
    /// <param name="before">Id of the last turn that was seen; null for the beginning.</param>
    /// <param name="limit">At least 1.</param>
    public TurnPage Search(TurnQuery query, long? before, int limit)
    {
        using var connection = database.Read();
        // One state of the log for all that is read of it.
        using var transaction = connection.BeginTransaction(deferred: true);
        var time = IdsOfTime(connection, query);
        var counted = Ids(connection, query, time, before: null, MostCounted + 1);
        var ids = before is null ? [.. counted.Take(limit + 1)] : Ids(connection, query, time, before, limit + 1);
        var shown = ids.Take(limit).ToList();
        return new TurnPage(ItemsOf(connection, shown), ids.Count > limit ? shown[^1] : null, Math.Min(counted.Count, MostCounted), counted.Count > MostCounted);
    }

    /// <summary>All turns of a search in the same order, read as they are asked for.</summary>
    public IEnumerable<TurnItem> All(TurnQuery query)
    {
        (long, long) time;
        using (var connection = database.Read())
        {
            time = IdsOfTime(connection, query);
        }

        return Batches.Read(
            before =>
            {
                using var connection = database.Read();
                using var transaction = connection.BeginTransaction(deferred: true);
                return ItemsOf(connection, Ids(connection, query, time, before, Batches.Rows));
            },
            turn => turn.Id);
    }

    /// <returns>Null where there is no such turn, or no longer.</returns>
    public TurnDetail? Find(long id)
    {
        using var connection = database.Read();
        using var transaction = connection.BeginTransaction(deferred: true);
        var row = connection.QuerySingleOrDefault<TurnDetailRow>(
            """
            SELECT turn.id, turn.conversation_id AS ConversationId, reply_sequence AS ReplySequence, turn.at, channel, user, question, language, intent, province, outcome,
                confidence, milliseconds, knowledge_version AS KnowledgeVersion, helpful, comment, state, trace, reply
            FROM turn LEFT JOIN message ON message.conversation_id = turn.conversation_id AND message.sequence = turn.reply_sequence
            WHERE turn.id = @id
            """,
            new { id });
        return row?.ToDetail(
            [.. Around(connection, row, "reply_sequence < @ReplySequence ORDER BY reply_sequence DESC").Reverse()],
            Around(connection, row, "reply_sequence > @ReplySequence ORDER BY reply_sequence"));
    }

    private static IReadOnlyList<TurnItem> Around(SqliteConnection connection, TurnDetailRow row, string side) =>
    [
        .. connection.Query<TurnItemRow>($"{Items} WHERE conversation_id = @ConversationId AND {side} LIMIT {Neighbours}", new { row.ConversationId, row.ReplySequence })
            .Select(other => other.ToItem()),
    ];

    private static IReadOnlyList<TurnItem> ItemsOf(SqliteConnection connection, IReadOnlyList<long> ids) =>
        [.. connection.Query<TurnItemRow>(Items + " WHERE id IN @ids ORDER BY id DESC", new { ids }).Select(row => row.ToItem())];

    /// <param name="time">As <see cref="IdsOfTime"/> gives it.</param>
    /// <returns>Ids, the newest first.</returns>
    private static IReadOnlyList<long> Ids(SqliteConnection connection, TurnQuery query, (long First, long Last) time, long? before, int limit)
    {
        var values = new
        {
            // No provision has this number: of one that nothing cites nothing is found.
            provision = query.Cited is { } place ? connection.ExecuteScalar<long?>("SELECT id FROM provision WHERE document = @Document AND section = @Section", place) ?? 0 : (long?)null,
            first = time.First,
            // One bound: of two, SQLite reads from the one that it comes upon first, and a list would be read again from its beginning for each batch.
            last = Math.Min(time.Last, (before ?? long.MaxValue) - 1),
            limit,
            match = query.Text.Match,
            from = query.From?.ToUnixTimeMilliseconds(),
            to = query.To?.ToUnixTimeMilliseconds(),
            channel = query.Channel,
            intent = query.Intent,
            outcome = query.Outcome is { } outcome ? Stored.Key(outcome) : null,
            province = query.Province,
            vote = query.Vote switch { TurnVote.Helpful => 1, TurnVote.Unhelpful => 0, TurnVote.None => -1, _ => (int?)null },
            least = query.LeastConfidence,
            most = query.MostConfidence,
        };
        if (query is { Cited: not null, Text.Match: null })
        {
            // What is cited leads: these turns are few.
            return [.. connection.Query<long>(
                $"""
                SELECT turn.id FROM turn_citation CROSS JOIN turn INDEXED BY turn_filter ON turn.id = turn_citation.turn
                WHERE turn_citation.provision = @provision AND turn_citation.turn BETWEEN @first AND @last AND {Filters}
                ORDER BY turn_citation.turn DESC LIMIT @limit
                """,
                values)];
        }

        return query.Text.Match is null
            ? [.. connection.Query<long>($"SELECT id FROM turn INDEXED BY turn_filter WHERE {Filters} ORDER BY id DESC LIMIT @limit", values)]
            // The words lead: their postings stand in the order of ids, so that of common words only the newest are read.
            : [.. connection.Query<long>(
                $"""
                SELECT turn.id FROM turn_text CROSS JOIN turn INDEXED BY turn_filter ON turn.id = turn_text.rowid
                WHERE turn_text MATCH @match AND turn_text.rowid BETWEEN @first AND @last AND {Filters}
                    AND (@provision IS NULL OR EXISTS (SELECT 1 FROM turn_citation WHERE turn_citation.provision = @provision AND turn_citation.turn = turn.id))
                ORDER BY turn_text.rowid DESC LIMIT @limit
                """,
                values)];
    }

    /// <summary>The clock may have gone back, so that ids and times are not in the same order; between these ids stand all turns of the time.</summary>
    private static (long First, long Last) IdsOfTime(SqliteConnection connection, TurnQuery query)
    {
        if (query is { From: null, To: null })
        {
            return (0, long.MaxValue);
        }

        var (first, last) = connection.QuerySingle<(long? First, long? Last)>(
            "SELECT min(id), max(id) FROM turn INDEXED BY turn_by_time WHERE at >= @from AND at < @to",
            new { from = query.From?.ToUnixTimeMilliseconds() ?? long.MinValue, to = query.To?.ToUnixTimeMilliseconds() ?? long.MaxValue });
        return (first ?? 0, last ?? -1);
    }
}
