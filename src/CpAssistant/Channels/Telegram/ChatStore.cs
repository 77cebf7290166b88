using System.Text.Json;
using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Channels.Telegram;

/// <summary>Chats and the bot's messages in them, as the work on an update needs them.</summary>
public sealed class ChatStore(Database database, TelegramSettings settings)
{
    /// <returns>What is kept of a chat, and how many messages are on their way to it.</returns>
    internal (Chat Chat, long Waiting) Find(long chatId)
    {
        using var connection = database.Read();
        var of = new { settings.Bot, chatId };
        var row = connection.QuerySingleOrDefault<ChatRow>("SELECT chat_id AS ChatId, language, province, park, noticed, album FROM telegram_chat WHERE bot = @Bot AND chat_id = @chatId", of);
        return (row?.ToChat() ?? Chat.New(chatId), connection.ExecuteScalar<long>("SELECT count(*) FROM telegram_message WHERE bot = @Bot AND chat_id = @chatId AND pending = 1", of));
    }

    /// <returns>The messages that show a reply, in their order; empty where none do.</returns>
    internal IReadOnlyList<ShownMessage> Showing(string conversationId, long replySequence)
    {
        using var connection = database.Read();
        return Read(connection.Query<ShownRow>(
            ShownRow.Select + "WHERE conversation_id = @conversationId AND reply_sequence = @replySequence AND deleted = 0 ORDER BY part", new { conversationId, replySequence }));
    }

    /// <returns>The messages that answer a message of a person; empty where none do.</returns>
    internal IReadOnlyList<ShownMessage> Answering(long chatId, long askedIn)
    {
        using var connection = database.Read();
        return Read(connection.Query<ShownRow>(
            ShownRow.Select + "WHERE bot = @Bot AND chat_id = @chatId AND asked_in = @askedIn AND conversation_id IS NOT NULL AND deleted = 0 ORDER BY reply_sequence, part",
            new { settings.Bot, chatId, askedIn }));
    }

    /// <returns>The reply that a message of the bot shows; null where it shows none.</returns>
    internal (string ConversationId, long ReplySequence)? ShownIn(long chatId, long messageId)
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<(string, long)?>(
            "SELECT conversation_id, reply_sequence FROM telegram_message WHERE bot = @Bot AND chat_id = @chatId AND message_id = @messageId AND conversation_id IS NOT NULL AND reply_sequence IS NOT NULL",
            new { settings.Bot, chatId, messageId });
    }

    /// <returns>Ids of all conversations of a chat: in a group each person has one.</returns>
    internal IReadOnlyList<string> Conversations(string first)
    {
        using var connection = database.Read();
        return [.. connection.Query<string>("SELECT id FROM conversation WHERE id = @first OR (id > @first || '|' AND id < @first || '}')", new { first })];
    }

    /// <returns>How much is kept of a conversation: questions and answers.</returns>
    internal int Messages(string conversationId)
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM message WHERE conversation_id = @conversationId", new { conversationId });
    }

    /// <returns>How much is kept of a person, in all their chats.</returns>
    internal int MessagesOf(string user)
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>(
            "SELECT count(*) FROM message JOIN conversation ON conversation.id = message.conversation_id WHERE channel = 'telegram' AND user_id = @user", new { user });
    }

    private static IReadOnlyList<ShownMessage> Read(IEnumerable<ShownRow> rows) => [.. rows.Select(row => row.ToMessage())];

    private sealed record ChatRow(long ChatId, string? Language, string? Province, string? Park, long Noticed, string? Album)
    {
        internal Chat ToChat() => new(ChatId, Language, Province, Park, Noticed != 0, Album);
    }

    private sealed record ShownRow(long Id, string ConversationId, long ReplySequence, long FirstReply, string Keyboard)
    {
        internal const string Select =
            "SELECT id, conversation_id AS ConversationId, reply_sequence AS ReplySequence, first_reply AS FirstReply, keyboard FROM telegram_message ";

        internal ShownMessage ToMessage() =>
            new(Id, ConversationId, ReplySequence, FirstReply, JsonSerializer.Deserialize<List<List<InlineButton>>>(Keyboard, JsonText.Line)!);
    }
}

/// <summary>A message of the bot that shows a reply or a part of one.</summary>
/// <param name="FirstReply">Sequence of the reply to what the person typed; another than the present one where a choice was made since.</param>
internal sealed record ShownMessage(long Id, string ConversationId, long ReplySequence, long FirstReply, IReadOnlyList<IReadOnlyList<InlineButton>> Keyboard);
