using System.Text.Json;
using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Channels.Telegram;

/// <summary>The outgoing queue: messages that Telegram does not yet show as they are to look.</summary>
public sealed class Outbox(Database database, TelegramSettings settings, TimeProvider time)
{
    private readonly Signal _filled = new();

    /// <summary>Wakes the one that sends.</summary>
    internal void Wake() => _filled.Set();

    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _filled.WaitAsync(atMost, time, cancellation);

    /// <returns>The first change of each chat that is on its way: a chat's messages go out one after the other.</returns>
    internal IReadOnlyList<(long Chat, long Message)> Heads()
    {
        using var connection = database.Read();
        return [.. connection.Query<(long, long)>("SELECT chat_id, min(id) FROM telegram_message WHERE bot = @Bot AND pending = 1 GROUP BY chat_id", new { settings.Bot })];
    }

    internal IReadOnlyList<OutgoingMessage> Read(IReadOnlyCollection<long> ids)
    {
        using var connection = database.Read();
        return [.. connection.Query<OutgoingRow>(
            """
            SELECT id, chat_id AS ChatId, thread_id AS ThreadId, asked_in AS AskedIn, quotes_asked AS QuotesAsked, text, keyboard, message_id AS MessageId, deleted, version, attempts
            FROM telegram_message WHERE id IN @ids AND pending = 1
            """,
            new { ids }).Select(row => row.ToMessage())];
    }

    internal int Count()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM telegram_message WHERE bot = @Bot AND pending = 1", new { settings.Bot });
    }

    internal int CountUnreachable()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM telegram_chat WHERE bot = @Bot AND unreachable IS NOT NULL", new { settings.Bot });
    }

    /// <summary>Sends that were repeated since their response was lost: Telegram may show them twice.</summary>
    internal long CountRepeated()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<long?>("SELECT repeated FROM telegram_count WHERE bot = @Bot", new { settings.Bot }) ?? 0;
    }

    /// <returns>When messages went out in the latest span of time, in its order, and which chats have been told to wait.</returns>
    internal (IReadOnlyList<(long Chat, DateTimeOffset At)> Sent, IReadOnlyList<(long Chat, DateTimeOffset Until)> Paused) Since(DateTimeOffset start)
    {
        using var connection = database.Read();
        var since = start.ToUnixTimeMilliseconds();
        var sent = connection.Query<(long, long)>("SELECT chat_id, tried_at FROM telegram_message WHERE bot = @Bot AND tried_at > @since AND tried_at <= @Now ORDER BY tried_at", new { settings.Bot, since, Now });
        var paused = connection.Query<(long, long)>("SELECT chat_id, paused_until FROM telegram_chat WHERE bot = @Bot AND paused_until > @since", new { settings.Bot, since });
        return ([.. sent.Select(At)], [.. paused.Select(At)]);

        static (long, DateTimeOffset) At((long Chat, long Milliseconds) row) => (row.Chat, DateTimeOffset.FromUnixTimeMilliseconds(row.Milliseconds));
    }

    /// <summary>Written before the call, so that after the end of the process it is known that the call may have been made.</summary>
    /// <returns>False where the message has changed or gone since it was read.</returns>
    internal Task<bool> BeginAsync(OutgoingMessage message) => database.Writer.WriteAsync(connection =>
    {
        if (connection.Execute(
            "UPDATE telegram_message SET attempts = attempts + 1, tried_at = @now WHERE id = @Id AND version = @Version AND pending = 1", new { message.Id, message.Version, now = Now }) == 0)
        {
            return false;
        }

        if (message is { MayBeShown: true, MessageId: null, Deleted: false })
        {
            connection.Execute("INSERT INTO telegram_count (bot, repeated) VALUES (@Bot, 1) ON CONFLICT (bot) DO UPDATE SET repeated = repeated + 1", new { settings.Bot });
        }

        return true;
    });

    /// <summary>Telegram shows the message so, and the chat can be reached. One that has changed meanwhile stays in the queue.</summary>
    /// <param name="messageId">Null where nothing new was sent.</param>
    internal Task EndAsync(OutgoingMessage message, long? messageId) => database.Writer.WriteAsync(connection =>
    {
        if (messageId is not null)
        {
            connection.Execute(
                "UPDATE telegram_chat SET unreachable = NULL, unreachable_since = NULL WHERE bot = @Bot AND chat_id = @ChatId AND unreachable IS NOT NULL", new { settings.Bot, message.ChatId });
        }

        return connection.Execute(
            """
            DELETE FROM telegram_message WHERE id = @Id AND deleted = 1 AND version = @Version;
            UPDATE telegram_message SET message_id = coalesce(@messageId, message_id), tried_at = @now WHERE id = @Id;
            UPDATE message SET shown_at = @now
            WHERE (conversation_id, sequence) = (SELECT conversation_id, reply_sequence FROM telegram_message WHERE id = @Id) AND author = 'officer' AND shown_at IS NULL;
            UPDATE telegram_message SET pending = 0, text = NULL, attempts = 0 WHERE id = @Id AND version = @Version
            """,
            new { message.Id, message.Version, messageId, now = Now });
    });

    /// <summary>What is no answer is kept only as long as the limits need it.</summary>
    internal Task PruneAsync() => database.Writer.WriteAsync(connection => connection.Execute(
        "DELETE FROM telegram_message WHERE pending = 0 AND conversation_id IS NULL AND tried_at < @recent",
        new { recent = Now - (long)SendLimits.Minute.TotalMilliseconds }));

    /// <summary>The call was certainly not carried out: to be made again, and no repetition.</summary>
    internal Task AgainAsync(OutgoingMessage message) => database.Writer.WriteAsync(connection =>
        connection.Execute("UPDATE telegram_message SET attempts = 0 WHERE id = @Id AND version = @Version", new { message.Id, message.Version }));

    /// <summary>The message that was to be edited is gone: its words are sent as a new one.</summary>
    internal Task AnewAsync(OutgoingMessage message) => database.Writer.WriteAsync(connection =>
        connection.Execute("UPDATE telegram_message SET message_id = NULL, attempts = 0 WHERE id = @Id", new { message.Id }));

    internal Task PauseAsync(OutgoingMessage message, DateTimeOffset until) => database.Writer.WriteAsync(connection =>
    {
        connection.Execute("UPDATE telegram_message SET attempts = 0 WHERE id = @Id AND version = @Version", new { message.Id, message.Version });
        return connection.Execute(
            "INSERT INTO telegram_chat (bot, chat_id, paused_until) VALUES (@Bot, @ChatId, @until) ON CONFLICT (bot, chat_id) DO UPDATE SET paused_until = @until",
            new { settings.Bot, message.ChatId, until = until.ToUnixTimeMilliseconds() });
    });

    internal Task WriteAsync(Change change) => database.Writer.WriteAsync(connection =>
    {
        change.Write(connection, settings.Bot, Now);
        return true;
    });

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record OutgoingRow(
        long Id, long ChatId, long? ThreadId, long? AskedIn, long QuotesAsked, string? Text, string Keyboard, long? MessageId, long Deleted, long Version, long Attempts)
    {
        internal OutgoingMessage ToMessage() => new(
            Id, ChatId, ThreadId, QuotesAsked != 0 ? AskedIn : null, Text, JsonSerializer.Deserialize<List<List<InlineButton>>>(Keyboard, JsonText.Line)!, MessageId, Deleted != 0, Version, MayBeShown: Attempts > 0);
    }
}

/// <summary>A change that Telegram is to be told of.</summary>
/// <param name="Text">HTML; null where only the buttons change.</param>
/// <param name="MessageId">Null for a message that is not known to be sent.</param>
/// <param name="Version">Of the change; a later one has a greater number.</param>
/// <param name="MayBeShown">An earlier call may have been carried out.</param>
internal sealed record OutgoingMessage(
    long Id, long ChatId, long? ThreadId, long? RepliesTo, string? Text, IReadOnlyList<IReadOnlyList<InlineButton>> Keyboard, long? MessageId, bool Deleted, long Version, bool MayBeShown);
