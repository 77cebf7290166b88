using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>
/// Writes the database file anew, so that nothing of what was erased is left in any corner of it. That takes as long as the file is big
/// and nobody can write meanwhile, so it is done only after an officer's erasure, by the daily retention, and after a backup was put back.
/// What people erase in chat is overwritten at once and marks the file as due: nobody is to make the service write a large file again and again.
/// </summary>
public sealed partial class Compaction(Database database, ILogger<Compaction> logger)
{
    /// <returns>False where it could not be done, on a full disk say; the file stays due.</returns>
    internal async Task<bool> RunAsync()
    {
        try
        {
            await database.Writer.RunAloneAsync(WriteAnew);
            return true;
        }
        catch (SqliteException fault)
        {
            LogFailed(fault);
            await database.Writer.WriteAsync(connection => connection.Execute("UPDATE erasure_state SET compact_due = 1"));
            return false;
        }
    }

    private static void WriteAnew(SqliteConnection connection)
    {
        connection.Execute("UPDATE erasure_state SET compact_due = 0");
        // A search index that deletes securely still keeps, in its directory of pages, beginnings of words that stood first on one (measured:
        // up to six letters). Built anew it knows only what is there. Names of tables cannot be parameters; these are the schema's own.
        foreach (var index in connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%'"))
        {
            connection.Execute($"INSERT INTO {index} ({index}) VALUES ('rebuild')");
        }

        // Two words: Dapper takes one for the name of a procedure.
        connection.Execute("VACUUM main");
    }

    internal bool IsDue()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<bool>("SELECT compact_due FROM erasure_state");
    }

    [LoggerMessage(LogLevel.Warning, "The database file could not be written anew after an erasure; it is tried again with the next retention run")]
    private partial void LogFailed(Exception fault);
}
