using System.Text.Json;
using CpAssistant.PersonalData;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Channels.Telegram;

/// <summary>What comes of an update beside its turn; all changes of an update are written together.</summary>
internal abstract record Change
{
    internal abstract void Write(SqliteConnection connection, long bot, long now);

    /// <summary>A message to be sent.</summary>
    internal sealed record Say(NewMessage Message) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now) => connection.Execute(
            """
            INSERT INTO telegram_message (bot, chat_id, thread_id, conversation_id, reply_sequence, first_reply, part, asked_in, quotes_asked, text, keyboard, message_id, pending)
            SELECT @bot, @ChatId, @ThreadId, @ConversationId, @ReplySequence, @ReplySequence, @Part, @AskedIn, @QuotesAsked, @Text, @keyboard,
                -- A message that shows an answer is never overwritten by what a button claims to stand under.
                CASE WHEN EXISTS (SELECT 1 FROM telegram_message WHERE bot = @bot AND chat_id = @ChatId AND message_id = @InPlaceOf AND conversation_id IS NOT NULL) THEN NULL ELSE @InPlaceOf END, 1
            WHERE @ConversationId IS NULL OR EXISTS (SELECT 1 FROM conversation WHERE id = @ConversationId)
            """,
            new
            {
                bot,
                Message.ChatId,
                Message.ThreadId,
                Message.ConversationId,
                Message.ReplySequence,
                Message.Part,
                Message.AskedIn,
                Message.QuotesAsked,
                Message.Text,
                keyboard = Json(Message.Keyboard),
                Message.InPlaceOf,
            });
    }

    /// <summary>Other words and buttons in a message that was said before; of another reply too, where one is named.</summary>
    internal sealed record Rewrite(long Id, string Text, IReadOnlyList<IReadOnlyList<InlineButton>> Keyboard, long? ReplySequence = null, long? FirstReply = null) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now) => connection.Execute(
            """
            UPDATE telegram_message
            SET text = @Text, keyboard = @keyboard, reply_sequence = coalesce(@ReplySequence, reply_sequence), first_reply = coalesce(@FirstReply, first_reply), deleted = 0, pending = 1, version = version + 1,
                attempts = CASE WHEN message_id IS NULL THEN attempts ELSE 0 END -- what was sent under a lost response may be there
            WHERE id = @Id
            """,
            new { Id, Text, keyboard = Json(Keyboard), ReplySequence, FirstReply });
    }

    /// <summary>Other buttons under a message that was said before.</summary>
    internal sealed record Rekey(long Id, IReadOnlyList<IReadOnlyList<InlineButton>> Keyboard) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now) => connection.Execute(
            "UPDATE telegram_message SET keyboard = @keyboard, pending = 1, attempts = CASE pending WHEN 1 THEN attempts ELSE 0 END, version = version + 1 WHERE id = @Id AND deleted = 0",
            new { Id, keyboard = Json(Keyboard) });
    }

    /// <summary>A message that is to vanish.</summary>
    internal sealed record Remove(long Id) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now)
        {
            connection.Execute("DELETE FROM telegram_message WHERE id = @Id AND message_id IS NULL AND attempts = 0", new { Id });
            connection.Execute("UPDATE telegram_message SET deleted = 1, pending = 1, attempts = 0, version = version + 1 WHERE id = @Id", new { Id });
        }
    }

    /// <summary>What is kept of the chat's choices.</summary>
    internal sealed record Keep(Chat Chat) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now) => connection.Execute(
            """
            INSERT INTO telegram_chat (bot, chat_id, language, province, park, noticed, album) VALUES (@bot, @Id, @Language, @Province, @Park, @Noticed, @Album)
            ON CONFLICT (bot, chat_id) DO UPDATE SET language = @Language, province = @Province, park = @Park, noticed = @Noticed, album = @Album,
                unreachable = NULL, unreachable_since = NULL
            """,
            new { bot, Chat.Id, Chat.Language, Chat.Province, Chat.Park, Chat.Noticed, Chat.Album });
    }

    /// <summary>Nothing can be sent to the chat: what was to be sent is not kept for it; the transcripts have it.</summary>
    internal sealed record Lose(long ChatId, string Reason) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now) => connection.Execute(
            """
            INSERT INTO telegram_chat (bot, chat_id, unreachable, unreachable_since) VALUES (@bot, @ChatId, @Reason, @now)
            ON CONFLICT (bot, chat_id) DO UPDATE SET unreachable = @Reason, unreachable_since = coalesce(unreachable_since, @now);
            DELETE FROM telegram_message WHERE bot = @bot AND chat_id = @ChatId AND pending = 1 AND message_id IS NULL;
            UPDATE telegram_message SET pending = 0, text = NULL WHERE bot = @bot AND chat_id = @ChatId AND pending = 1
            """,
            new { bot, ChatId, Reason, now });
    }

    /// <summary>What is kept of a person in a group, or, where they ask for it in their own chat, all that is kept of them and of the chat.</summary>
    /// <param name="Conversation">Id of the person's conversation here.</param>
    /// <param name="User">The person, as conversations name them.</param>
    internal sealed record Erase(long ChatId, bool IsGroup, string Conversation, string User, Erasure Erasure) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now)
        {
            var others = IsGroup ? [] : connection.Query<string>("SELECT id FROM conversation WHERE channel = 'telegram' AND user_id = @User", new { User });
            Erasure.Erase(connection, [Conversation, .. others]);
            if (!IsGroup)
            {
                // What has come in since waits for its own answer.
                ChatTraces.Erase(connection, bot, ChatId, now);
            }
        }
    }

    /// <summary>A group goes on under another id, with its people's conversations and what is on its way.</summary>
    /// <param name="Conversations">What the ids of its conversations begin with, before and after.</param>
    internal sealed record Move(long ChatId, long NewChatId, (string From, string To) Conversations) : Change
    {
        internal override void Write(SqliteConnection connection, long bot, long now)
        {
            connection.Execute(
                """
                UPDATE OR IGNORE telegram_chat SET chat_id = @NewChatId WHERE bot = @bot AND chat_id = @ChatId;
                UPDATE telegram_message SET pending = 0, text = NULL WHERE bot = @bot AND chat_id = @ChatId AND message_id IS NOT NULL;
                UPDATE telegram_message SET chat_id = @NewChatId, asked_in = NULL, quotes_asked = 0 WHERE bot = @bot AND chat_id = @ChatId AND message_id IS NULL;
                DELETE FROM telegram_message WHERE bot = @bot AND chat_id = @ChatId AND conversation_id IS NULL
                """,
                new { bot, ChatId, NewChatId });
            foreach (var old in connection.Query<string>("SELECT id FROM conversation WHERE id > @From || '|' AND id < @From || '}'", new { Conversations.From }))
            {
                Rename(connection, old, Conversations.To + old[Conversations.From.Length..]);
            }
        }

        /// <summary>Someone who has asked in the new chat already keeps both.</summary>
        private static void Rename(SqliteConnection connection, string old, string to)
        {
            connection.Execute("PRAGMA defer_foreign_keys = ON");
            if (connection.Execute("UPDATE OR IGNORE conversation SET id = @to WHERE id = @old", new { old, to }) == 1)
            {
                connection.Execute(
                    """
                    UPDATE message SET conversation_id = @to WHERE conversation_id = @old;
                    UPDATE turn SET conversation_id = @to WHERE conversation_id = @old;
                    UPDATE enquiry SET conversation_id = @to WHERE conversation_id = @old;
                    UPDATE telegram_message SET conversation_id = @to WHERE conversation_id = @old
                    """,
                    new { old, to });
            }
        }
    }

    private static string Json(IReadOnlyList<IReadOnlyList<InlineButton>> keyboard) => JsonSerializer.Serialize(keyboard, JsonText.Line);

    private Change() { }
}

/// <summary>A message of the bot before it is sent.</summary>
/// <param name="Text">HTML, at most 4,096 UTF-16 units.</param>
/// <param name="Keyboard">Rows of buttons; empty for none.</param>
internal sealed record NewMessage(long ChatId, long? ThreadId, string Text, IReadOnlyList<IReadOnlyList<InlineButton>> Keyboard)
{
    /// <summary>The reply that it shows, or a part of it; null for what is no answer.</summary>
    internal string? ConversationId { get; init; }

    internal long? ReplySequence { get; init; }

    internal int Part { get; init; }

    /// <summary>The person's message that it answers.</summary>
    internal long? AskedIn { get; init; }

    /// <summary>Whether it is sent as a reply to that message.</summary>
    internal bool QuotesAsked { get; init; }

    /// <summary>A message that Telegram shows, to be edited instead; null for a new one.</summary>
    internal long? InPlaceOf { get; init; }
}

/// <summary>What is kept of a chat.</summary>
/// <param name="Language">Chosen; null where none is.</param>
/// <param name="Province">Chosen, a name of the gazetteer.</param>
/// <param name="Noticed">It was told what becomes of what is written.</param>
internal sealed record Chat(long Id, string? Language, string? Province, string? Park, bool Noticed, string? Album)
{
    internal static Chat New(long id) => new(id, null, null, null, Noticed: false, null);
}
