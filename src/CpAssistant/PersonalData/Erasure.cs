using CpAssistant.Channels.Telegram;
using CpAssistant.Conversations;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>
/// The one way in which conversations are erased, whoever asks for it: what hangs on them goes by cascades and triggers of the schema, and
/// the ledger remembers it. Callers write with <c>erases: true</c>.
/// </summary>
public sealed class Erasure(ErasureLedger ledger, Pseudonyms pseudonyms, TimeProvider time)
{
    /// <summary>
    /// Within a transaction that writes. The ledger is on disk before the database is: where the commit then fails, the next start
    /// applies what the ledger has.
    /// </summary>
    /// <returns>Those that were there.</returns>
    internal IReadOnlyList<string> Erase(SqliteConnection connection, IReadOnlyCollection<string> conversations)
    {
        IReadOnlyList<string> found = [.. connection.Query<string>("SELECT id FROM conversation WHERE id IN @conversations", new { conversations })];
        if (found.Count == 0)
        {
            return found;
        }

        var now = time.GetUtcNow();
        var (before, after) = ledger.Append(found.Select(id => new LedgerEntry(now, pseudonyms.OfConversation(id))));
        Delete(connection, found);
        // An entry before this one that was never committed keeps its place: then the count stays, and the next start applies both.
        connection.Execute("UPDATE erasure_state SET compact_due = 1, applied = CASE applied WHEN @before THEN @after ELSE applied END", new { before, after });
        return found;
    }

    /// <summary>As <see cref="Erase"/>, with what a channel keeps of the chat beside the conversation.</summary>
    internal IReadOnlyList<string> EraseWithChat(SqliteConnection connection, IReadOnlyCollection<string> conversations)
    {
        var found = Erase(connection, conversations);
        foreach (var id in found)
        {
            ChatTraces.Erase(connection, id, time.GetUtcNow());
        }

        return found;
    }

    /// <summary>Erases again what the ledger says was erased and this database still has.</summary>
    /// <param name="entries">Not yet applied to this database.</param>
    /// <param name="length">Of the ledger, in bytes.</param>
    /// <returns>How many conversations.</returns>
    internal int Apply(SqliteConnection connection, IReadOnlyList<LedgerEntry> entries, long length)
    {
        var last = entries.GroupBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Max(entry => entry.At), StringComparer.Ordinal);
        // Under the same id someone may have begun anew since.
        var again = connection.Query<(string Id, long StartedAt)>("SELECT id, started_at FROM conversation")
            .Select(row => (row.Id, row.StartedAt, Erased: last.GetValueOrDefault(pseudonyms.OfConversation(row.Id))))
            .Where(row => row.Erased != default && row.StartedAt <= row.Erased.ToUnixTimeMilliseconds())
            .ToList();
        foreach (var (id, _, erased) in again)
        {
            Delete(connection, [id]);
            ChatTraces.Erase(connection, id, erased);
        }

        connection.Execute("UPDATE erasure_state SET applied = @length, compact_due = max(compact_due, @any)", new { length, any = again.Count > 0 });
        return again.Count;
    }

    private static void Delete(SqliteConnection connection, IReadOnlyList<string> conversations) =>
        connection.Execute("DELETE FROM conversation WHERE id IN @conversations", new { conversations });
}
