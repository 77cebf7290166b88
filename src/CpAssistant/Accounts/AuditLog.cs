using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Accounts;

/// <summary>The log of what was done, seen and refused in the console. The database lets nobody change or delete a line of it.</summary>
public sealed class AuditLog(Database database)
{
    /// <summary>Within the transaction of the change that it tells of.</summary>
    public static void Write(SqliteConnection connection, AuditEntry entry) => connection.Execute(
        """
        INSERT INTO audit (at, officer_id, action, subject_kind, subject_id, outcome)
        VALUES (@at, @OfficerId, @Action, @SubjectKind, @SubjectId, @Outcome)
        """,
        new { at = entry.At.ToUnixTimeMilliseconds(), entry.OfficerId, entry.Action, entry.SubjectKind, entry.SubjectId, entry.Outcome });

    /// <summary>For what changes nothing else: something seen, or refused.</summary>
    /// <returns>When it is on disk.</returns>
    public Task AppendAsync(AuditEntry entry) => database.Writer.WriteAsync(connection =>
    {
        Write(connection, entry);
        return true;
    });

    /// <returns>The newest lines, newest first.</returns>
    /// <param name="before">Only lines older than the one of this id.</param>
    public async Task<IReadOnlyList<AuditLine>> SearchAsync(AuditQuery query, long? before, int limit)
    {
        await using var connection = database.Read();
        return [.. await connection.QueryAsync<AuditLine>(Lines(query, before), Values(query, before, limit))];
    }

    /// <summary>All lines of a search, the newest first, read as they are asked for.</summary>
    public IEnumerable<AuditLine> All(AuditQuery query) => Batches.Read(
        before =>
        {
            using var connection = database.Read();
            return (IReadOnlyList<AuditLine>)[.. connection.Query<AuditLine>(Lines(query, before), Values(query, before, Batches.Rows))];
        },
        line => line.Id);

    private static string Lines(AuditQuery query, long? before)
    {
        // Only conditions that are asked for, so that the index of each can be used.
        var conditions = new[]
        {
            before is null ? null : "audit.id < @before",
            query.From is null ? null : "audit.at >= @from",
            query.Until is null ? null : "audit.at < @until",
            query.OfficerId is null ? null : query.OfficerId == 0 ? "audit.officer_id IS NULL" : "audit.officer_id = @OfficerId",
            query.Action is null ? null : "audit.action = @Action",
        }.OfType<string>();
        return $"""
            SELECT audit.id, audit.at, audit.officer_id AS OfficerId, officer.name AS Officer, audit.action, audit.subject_kind AS SubjectKind, audit.subject_id AS SubjectId,
                   subject.name AS SubjectName, audit.outcome
            FROM audit
            LEFT JOIN officer ON officer.id = audit.officer_id
            LEFT JOIN officer AS subject ON audit.subject_kind = 'officer' AND subject.id = CAST(audit.subject_id AS INTEGER)
            WHERE {string.Join(" AND ", conditions.DefaultIfEmpty("TRUE"))}
            ORDER BY audit.id DESC LIMIT @limit
            """;
    }

    private static object Values(AuditQuery query, long? before, int limit) => new
    {
        before,
        from = query.From?.ToUnixTimeMilliseconds(),
        until = query.Until?.ToUnixTimeMilliseconds(),
        query.OfficerId,
        query.Action,
        limit,
    };
}
