using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Channels.Telegram;

/// <summary>What is kept of a chat beside its conversations.</summary>
internal static class ChatTraces
{
    /// <summary>What stands beside an erased conversation: in a private chat all of the chat, in a group what the person has just sent. Of other channels nothing does.</summary>
    /// <param name="until">Of updates that came in later nothing is taken.</param>
    internal static void Erase(SqliteConnection connection, string conversation, DateTimeOffset until)
    {
        var at = until.ToUnixTimeMilliseconds();
        switch (conversation.Split('|'))
        {
            case ["telegram", var botText, var chatText] when Number(botText) is { } bot && Number(chatText) is { } chatId:
                Erase(connection, bot, chatId, at);
                connection.Execute(
                    "UPDATE telegram_update SET content = NULL, chat_id = NULL WHERE bot = @bot AND chat_id = @chatId AND content IS NOT NULL AND received_at <= @at", new { bot, chatId, at });
                break;
            case ["telegram", var botText, var chatText, var userText] when Number(botText) is { } bot && Number(chatText) is { } chatId && Number(userText) is { } user:
                connection.Execute(
                    """
                    UPDATE telegram_update SET content = NULL, chat_id = NULL
                    WHERE bot = @bot AND chat_id = @chatId AND content IS NOT NULL AND received_at <= @at AND json_extract(content, '$.from.userId') = @user
                    """,
                    new { bot, chatId, user, at });
                break;
        }
    }

    /// <summary>All of a private chat. That Telegram has asked to wait is no data of the person's.</summary>
    /// <param name="now">Milliseconds since 1970 UTC.</param>
    internal static void Erase(SqliteConnection connection, long bot, long chatId, long now) => connection.Execute(
        """
        DELETE FROM telegram_message WHERE bot = @bot AND chat_id = @chatId;
        DELETE FROM telegram_chat WHERE bot = @bot AND chat_id = @chatId AND coalesce(paused_until, 0) <= @now;
        UPDATE telegram_chat SET language = NULL, province = NULL, park = NULL, noticed = 0, album = NULL WHERE bot = @bot AND chat_id = @chatId
        """,
        new { bot, chatId, now });

    private static long? Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
