using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.PersonalData;

/// <summary>At the start, before anything is served: what was erased since this copy of the database was made is erased from it too.</summary>
public sealed partial class ErasureReplay(Database database, ErasureLedger ledger, Erasure erasure, Compaction compaction, ILogger<ErasureReplay> logger)
{
    internal async Task RunAsync()
    {
        var applied = Applied();
        var (entries, unread, length) = ledger.ReadFrom(applied);
        if (unread > 0)
        {
            LogUnread(unread, ledger.FilePath);
        }

        if (length < applied)
        {
            LogShorter(ledger.FilePath);
        }

        if (length == applied || (length == 0 && entries.Count == 0))
        {
            return;
        }

        var erased = await database.Writer.WriteAsync(connection => erasure.Apply(connection, entries, length), erases: true);
        if (erased > 0)
        {
            LogErased(erased);
            await compaction.RunAsync();
        }
    }

    private long Applied()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<long>("SELECT applied FROM erasure_state");
    }

    [LoggerMessage(LogLevel.Warning, "{Count} conversations or contacts that had been erased were in the database again, from a backup say; they are erased again")]
    private partial void LogErased(int count);

    [LoggerMessage(LogLevel.Warning, "{Count} lines of {File} cannot be read: what was erased under them may be in a restored database again")]
    private partial void LogUnread(int count, string file);

    [LoggerMessage(LogLevel.Warning, "{File} is shorter than this database remembers it: erasures that stood in it cannot be applied to old copies any more")]
    private partial void LogShorter(string file);
}
