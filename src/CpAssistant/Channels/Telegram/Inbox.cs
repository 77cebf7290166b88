using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Channels.Telegram;

/// <summary>Updates that have come in, in the database: seen once, and kept until they are worked off.</summary>
public sealed class Inbox(Database database, IDataProtectionProvider protection, TelegramSettings settings, TimeProvider time)
{
    /// <summary>
    /// Telegram keeps updates for a day, and chooses new ids at random only after a week without any: for so long an id that comes again
    /// is the same update.
    /// </summary>
    internal static readonly TimeSpan SeenFor = TimeSpan.FromDays(3);

    /// <summary>So that one chat does not hold its place for long while others wait.</summary>
    private const int MostOfChat = 20;

    private readonly Sealed<Incoming> _seal = new(protection, "Telegram.Inbox.1");
    private readonly Signal _filled = new();

    /// <returns>How many of them are new, once they are on disk.</returns>
    /// <param name="updates">With null for those that do not concern the bot; they count as seen.</param>
    internal async Task<int> ReceiveAsync(IReadOnlyList<(long Id, Incoming? Content)> updates)
    {
        var now = time.GetUtcNow();
        var rows = updates.Select(update => new
        {
            settings.Bot,
            update.Id,
            update.Content?.From.ChatId,
            Content = _seal.Seal(update.Content),
            Now = now.ToUnixTimeMilliseconds(),
        }).ToList();
        var added = await database.Writer.WriteAsync(connection =>
        {
            connection.Execute("DELETE FROM telegram_update WHERE content IS NULL AND received_at < @old", new { old = (now - SeenFor).ToUnixTimeMilliseconds() });
            return connection.Execute(
                "INSERT INTO telegram_update (bot, update_id, chat_id, content, received_at) VALUES (@Bot, @Id, @ChatId, @Content, @Now) ON CONFLICT DO NOTHING", rows);
        });
        _filled.Set();
        return added;
    }

    /// <summary>Ends when something new may have come in, or the time is up.</summary>
    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _filled.WaitAsync(atMost, time, cancellation);

    /// <summary>Wakes who waits.</summary>
    internal void Wake() => _filled.Set();

    /// <param name="chats">At most so many.</param>
    /// <param name="busy">Chats whose updates are being worked off.</param>
    /// <returns>What is to be worked off in the chats that have waited longest, in the order of the updates.</returns>
    internal IReadOnlyList<IGrouping<long, InboxItem>> Open(int chats, IReadOnlyCollection<long> busy)
    {
        using var connection = database.Read();
        return [.. connection.Query<(long Id, long ChatId, string Content, long ReceivedAt)>(
            """
            SELECT update_id, chat_id, content, received_at FROM (
                SELECT update_id, chat_id, content, received_at, row_number() OVER (PARTITION BY chat_id ORDER BY update_id) AS place FROM telegram_update
                WHERE bot = @Bot AND content IS NOT NULL AND chat_id IN (
                    SELECT chat_id FROM telegram_update WHERE bot = @Bot AND content IS NOT NULL AND chat_id NOT IN @busy GROUP BY chat_id ORDER BY min(update_id) LIMIT @chats))
            WHERE place <= @MostOfChat ORDER BY update_id
            """,
            new { settings.Bot, chats, busy, MostOfChat })
            .GroupBy(row => row.ChatId, row => new InboxItem(row.Id, row.ReceivedAt, _seal.Unseal(row.Content)))];
    }

    internal int CountOpen()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM telegram_update WHERE bot = @Bot AND content IS NOT NULL", new { settings.Bot });
    }

    /// <summary>Ends the work on an update, with all that comes of it, in one transaction; a second time it does nothing.</summary>
    internal Task<bool> CompleteAsync(long updateId, IReadOnlyList<Change> changes) => database.Writer.WriteAsync(
        connection =>
        {
            if (connection.Execute("UPDATE telegram_update SET content = NULL, chat_id = NULL WHERE bot = @Bot AND update_id = @updateId AND content IS NOT NULL", new { settings.Bot, updateId }) == 0)
            {
                return false;
            }

            Write(changes, connection);
            return true;
        },
        erases: changes.Any(change => change is Change.Erase));

    private void Write(IReadOnlyList<Change> changes, SqliteConnection connection)
    {
        foreach (var change in changes)
        {
            change.Write(connection, settings.Bot, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }
}

/// <param name="ReceivedAt">Milliseconds since 1970 UTC; with the id it names the update for good, since ids may begin anew.</param>
/// <param name="Content">Null where it cannot be read.</param>
internal sealed record InboxItem(long UpdateId, long ReceivedAt, Incoming? Content);
