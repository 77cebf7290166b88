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

        Remember(connection, found.Select(pseudonyms.OfConversation));
        Delete(connection, found);
        return found;
    }

    /// <summary>Name and contact of an enquiry, with the officers' notes on it: the consent to keep them was withdrawn. The conversation stays.</summary>
    internal void RemoveContact(SqliteConnection connection, long enquiry)
    {
        Remember(connection, [pseudonyms.OfEnquiry(connection.ExecuteScalar<string>("SELECT reference FROM enquiry WHERE id = @enquiry", new { enquiry })!)]);
        PersonalFields.RemoveContact(connection, [enquiry]);
    }

    private void Remember(SqliteConnection connection, IEnumerable<string> names)
    {
        var now = time.GetUtcNow();
        var (before, after) = ledger.Append(names.Select(name => new LedgerEntry(now, name)));
        // An entry before this one that was never committed keeps its place: then the count stays, and the next start applies both.
        connection.Execute("UPDATE erasure_state SET compact_due = 1, applied = CASE applied WHEN @before THEN @after ELSE applied END", new { before, after });
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
    /// <returns>How many conversations and contacts.</returns>
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

        var all = again.Count + WithdrawAgain(connection, last);
        connection.Execute("UPDATE erasure_state SET applied = @length, compact_due = max(compact_due, @any)", new { length, any = all > 0 });
        return all;
    }

    private int WithdrawAgain(SqliteConnection connection, Dictionary<string, DateTimeOffset> last)
    {
        var again = connection.Query<(long Id, string Reference, long OpenedAt)>("SELECT id, reference, opened_at FROM enquiry WHERE contact IS NOT NULL")
            .Select(row => (row.Id, row.OpenedAt, At: last.GetValueOrDefault(pseudonyms.OfEnquiry(row.Reference)).ToUnixTimeMilliseconds()))
            .Where(row => row.OpenedAt <= row.At)
            .ToList();
        PersonalFields.RemoveContact(connection, [.. again.Select(row => row.Id)]);
        connection.Execute("UPDATE consent SET withdrawn_at = @At WHERE enquiry_id = @Id AND purpose = 'answer' AND given = 1 AND withdrawn_at IS NULL", again.Select(row => new { row.Id, row.At }));
        return again.Count;
    }

    /// <summary>An enquiry that waits until then is closed by it, which decides on whether it was late.</summary>
    private void Delete(SqliteConnection connection, IReadOnlyList<string> conversations) => connection.Execute(
        """
        UPDATE enquiry SET status = 'closed', closed_at = @now WHERE conversation_id IN @conversations AND status IN ('new', 'assigned');
        DELETE FROM conversation WHERE id IN @conversations
        """,
        new { conversations, now = time.GetUtcNow().ToUnixTimeMilliseconds() });
}
