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
}
