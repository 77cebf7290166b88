using System.Globalization;
using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>The register of what people ask about their data.</summary>
public sealed class DataRequestStore(Database database, KnowledgeStore knowledge, TimeProvider time)
{
    private const int MostShown = 500;

    private const string Rows =
        """
        SELECT data_request.id, kind, enquiry_id AS EnquiryId, reference, data_request.conversation_id AS ConversationId, received_on AS ReceivedOn, acknowledge_by AS AcknowledgeBy,
            data_request.due_on AS DueOn, state, reason, registered.name AS RegisteredBy, registered_at AS RegisteredAt, acknowledged_at AS AcknowledgedAt,
            data_request.closed_at AS ClosedAt, closed.name AS ClosedBy
        FROM data_request
            LEFT JOIN enquiry ON enquiry.id = enquiry_id
            LEFT JOIN officer AS registered ON registered.id = registered_by
            LEFT JOIN officer AS closed ON closed.id = closed_by
        """;

    /// <summary>In Việt Nam.</summary>
    internal DateOnly Today => VietnamTime.DayOf(time.GetUtcNow());

    /// <param name="entry">Of the audit log, still without its subject; as for all changes here.</param>
    /// <returns>The request's number.</returns>
    internal Task<long> RegisterAsync(DataRequestKind kind, DataSubject subject, DateOnly received, AuditEntry entry)
    {
        var (acknowledgeBy, dueOn) = DataRequestDeadlines.Of(kind, received, knowledge.Current.Calendar);
        return database.Writer.WriteAsync(connection =>
        {
            var id = connection.ExecuteScalar<long>(
                """
                INSERT INTO data_request (kind, enquiry_id, conversation_id, received_on, acknowledge_by, due_on, state, registered_by, registered_at)
                VALUES (@kind, @EnquiryId, @ConversationId, @received, @acknowledgeBy, @dueOn, 'received', @OfficerId, @at) RETURNING id
                """,
                new
                {
                    kind = Stored.Key(kind),
                    subject.EnquiryId,
                    subject.ConversationId,
                    received = Stored.Day(received),
                    acknowledgeBy = Stored.Day(acknowledgeBy),
                    dueOn = Stored.Day(dueOn),
                    entry.OfficerId,
                    at = entry.At.ToUnixTimeMilliseconds(),
                });
            AuditLog.Write(connection, About(entry, id));
            return id;
        });
    }

    internal DataRequest? Find(long id)
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<DataRequestRow>(Rows + " WHERE data_request.id = @id", new { id })?.ToRequest();
    }

    private const string Filter =
        """
         WHERE (@kind IS NULL OR kind = @kind)
            AND (@shown = 'all' OR (@shown = 'closed') = (state IN ('done', 'refused')))
            AND (@shown <> 'pressing' OR min(CASE state WHEN 'received' THEN acknowledge_by ELSE data_request.due_on END, data_request.due_on) <= @soon)
        """;

    /// <returns>Those that are to be worked on first come first; at most <see cref="MostShown"/>.</returns>
    internal IReadOnlyList<DataRequest> List(DataRequestQuery query)
    {
        using var connection = database.Read();
        var rows = connection.Query<DataRequestRow>(
            Rows + Filter + """
             ORDER BY state IN ('done', 'refused'), CASE WHEN state IN ('done', 'refused') THEN -data_request.id END, data_request.due_on, data_request.id LIMIT @MostShown
            """,
            new { kind = query.Kind is { } kind ? Stored.Key(kind) : null, shown = Stored.Key(query.Shown), soon = Soon, MostShown });
        return [.. rows.Select(row => row.ToRequest())];
    }

    /// <summary>All requests of a search, the newest first, read as they are asked for.</summary>
    internal IEnumerable<DataRequest> All(DataRequestQuery query) => Batches.Read(
        before =>
        {
            using var connection = database.Read();
            return (IReadOnlyList<DataRequest>)
            [
                .. connection.Query<DataRequestRow>(
                    Rows + Filter + " AND data_request.id < @before ORDER BY data_request.id DESC LIMIT @limit",
                    new { kind = query.Kind is { } kind ? Stored.Key(kind) : null, shown = Stored.Key(query.Shown), soon = Soon, before, limit = Batches.Rows }).Select(row => row.ToRequest()),
            ];
        },
        request => request.Id);

    /// <returns>How many press: overdue, or soon to be.</returns>
    internal int CountPressing()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>(
            """
            SELECT count(*) FROM data_request WHERE state IN ('received', 'acknowledged')
                AND min(CASE state WHEN 'received' THEN acknowledge_by ELSE due_on END, due_on) <= @soon
            """,
            new { soon = Soon });
    }

    /// <returns>False where it is no longer as it was.</returns>
    internal Task<bool> AcknowledgeAsync(long id, AuditEntry entry) => ChangeAsync(
        id, "UPDATE data_request SET state = 'acknowledged', acknowledged_at = @at WHERE id = @id AND state = 'received'", null, entry);

    internal Task<bool> CompleteAsync(long id, AuditEntry entry) => ChangeAsync(id, Closing, new { state = "done", reason = (string?)null }, entry);

    internal Task<bool> RefuseAsync(long id, RefusalReason reason, AuditEntry entry) => ChangeAsync(id, Closing, new { state = "refused", reason = (string?)Stored.Key(reason) }, entry);

    /// <summary>Within the transaction of the change that a request asked for.</summary>
    internal static bool Complete(SqliteConnection connection, long id, AuditEntry entry) =>
        connection.Execute(Closing, new { id, at = entry.At.ToUnixTimeMilliseconds(), entry.OfficerId, state = "done", reason = (string?)null }) == 1;

    internal static AuditEntry About(AuditEntry entry, long request) =>
        entry with { SubjectKind = "data_request", SubjectId = request.ToString(CultureInfo.InvariantCulture) };

    private const string Closing =
        """
        UPDATE data_request SET state = @state, reason = @reason, acknowledged_at = coalesce(acknowledged_at, @at), closed_at = @at, closed_by = @OfficerId
        WHERE id = @id AND state IN ('received', 'acknowledged')
        """;

    private string Soon => Stored.Day(Today.AddDays(DataRequest.PressingDays));

    private Task<bool> ChangeAsync(long id, string sql, object? values, AuditEntry entry) => database.Writer.WriteAsync(connection =>
    {
        var all = new DynamicParameters(values);
        all.AddDynamicParams(new { id, at = entry.At.ToUnixTimeMilliseconds(), entry.OfficerId });
        if (connection.Execute(sql, all) == 0)
        {
            return false;
        }

        AuditLog.Write(connection, About(entry, id));
        return true;
    });

    private sealed record DataRequestRow(
        long Id, string Kind, long? EnquiryId, string? Reference, string? ConversationId, string ReceivedOn, string AcknowledgeBy, string DueOn, string State, string? Reason,
        string? RegisteredBy, long RegisteredAt, long? AcknowledgedAt, long? ClosedAt, string? ClosedBy)
    {
        internal DataRequest ToRequest() => new(
            Id, Stored.Read<DataRequestKind>(Kind)!.Value, EnquiryId, Reference, ConversationId, Stored.Day(ReceivedOn), Stored.Day(AcknowledgeBy), Stored.Day(DueOn), Stored.Read<DataRequestState>(State)!.Value,
            Stored.Read<RefusalReason>(Reason), RegisteredBy, Stored.Time(RegisteredAt)!.Value, Stored.Time(AcknowledgedAt), Stored.Time(ClosedAt), ClosedBy);
    }
}
