using System.Globalization;
using CpAssistant.Conversations;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Channels.Telegram;

/// <summary>What officers write to people in Telegram: into the outgoing queue, like every message of the bot.</summary>
public sealed class TelegramReplies(Outbox outbox, Database database, TelegramSettings settings, TimeProvider time) : IChannel
{
    public bool Serves(string channel) => channel == "telegram";

    public void Send(SqliteConnection connection, Conversation conversation, Message message)
    {
        if (message.Reply is not { } reply || ChatOf(conversation.Id) is not { } chat)
        {
            return;
        }

        var parts = ReplyHtml.Of(reply, settings.PublicAddress);
        var keyboard = ReplyKeyboard.Of(reply, message.Sequence, owner: null);
        foreach (var (html, part) in parts.Select((html, part) => (html, part)))
        {
            var said = new NewMessage(chat, null, html, part == parts.Count - 1 ? keyboard : []) { ConversationId = conversation.Id, ReplySequence = message.Sequence, Part = part };
            new Change.Say(said).Write(connection, settings.Bot, time.GetUtcNow().ToUnixTimeMilliseconds());
        }
    }

    public void Wake(string conversationId) => outbox.Wake();

    public string? ObstacleOf(string conversationId)
    {
        if (settings.Token is null || ChatOf(conversationId) is not { } chat)
        {
            return "the bot is off or another one";
        }

        using var connection = database.Read();
        return connection.QuerySingleOrDefault<string?>("SELECT unreachable FROM telegram_chat WHERE bot = @Bot AND chat_id = @chat", new { settings.Bot, chat });
    }

    /// <returns>Null for a conversation with another bot, and for one in a group, where nothing that could be private is said.</returns>
    private long? ChatOf(string conversationId) =>
        conversationId.Split('|') is [_, var bot, var chat] && bot == settings.Bot.ToString(CultureInfo.InvariantCulture) && long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null;
}
