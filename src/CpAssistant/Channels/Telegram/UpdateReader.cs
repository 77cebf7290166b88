using System.Text;
using System.Text.Json;
using CpAssistant.Core.Text;

namespace CpAssistant.Channels.Telegram;

/// <summary>Reads the updates of the Bot API; what does not concern the bot is passed over. Nothing that comes makes it throw.</summary>
public static class UpdateReader
{
    private const int LongestLanguage = 16;
    private const int LongestCallbackId = 128;
    private const int LongestAlbum = 128;
    private const int LongestDataBytes = 64;

    /// <summary>Twice what Telegram sends in one message; other servers may send anything.</summary>
    private const int LongestText = 8192;

    /// <summary>Parts of a message that stand for its words.</summary>
    private static readonly string[] WithoutWords =
    [
        "voice", "audio", "video", "video_note", "animation", "photo", "document", "sticker", "location", "venue", "contact", "poll", "dice", "story", "game", "invoice",
        "paid_media", "checklist",
    ];

    /// <returns>Null where it is no update.</returns>
    public static long? IdOf(JsonElement update) => update.Find("update_id").Number() is { } id and >= 0 and < long.MaxValue ? id : null;

    /// <returns>Null where it does not concern the bot.</returns>
    public static Incoming? Read(JsonElement update, BotIdentity me)
    {
        JsonElement? json = update;
        return json.FindObject("message") is { } message ? ReadMessage(message, edited: false, me)
            : json.FindObject("edited_message") is { } edited ? ReadMessage(edited, edited: true, me)
            : json.FindObject("callback_query") is { } pressed ? ReadButton(pressed)
            : json.FindObject("my_chat_member") is { } changed ? ReadMembership(changed, me)
            : null;
    }

    private static Incoming? ReadMessage(JsonElement message, bool edited, BotIdentity me)
    {
        if (OriginOf(message, message.Find("from"), edited) is not { } from)
        {
            return null;
        }

        if (message.Find("migrate_to_chat_id").Number() is { } newChat)
        {
            return new Incoming.Migrated(from, newChat);
        }

        // A person tells their id; channels and admins without a name speak through bots of Telegram.
        if (from.UserId == 0 || message.Find("from").Find("is_bot").IsTrue() || message.Find("is_automatic_forward").IsTrue())
        {
            return null;
        }

        var repliesTo = RepliesTo(message, me);
        return message.Find("text").Text() is { } text
            ? ReadText(from, MessageText.Of(Cut(text), message.Find("entities"), me), repliesTo)
            : ReadFile(from, message, repliesTo, me);
    }

    private static Incoming? ReadText(Origin from, MessageText text, long? repliesTo)
    {
        if (text.Command is { } command)
        {
            return command.IsForOther && from.IsGroup ? null : Command(from, command.Name, command.Arguments, command.NamesBot || !from.IsGroup);
        }

        return from.IsGroup && repliesTo is null && !text.MentionsBot ? null
            : text.IsOnlyMention ? Command(from, "start", "", isAddressed: true)
            : text.Words.Length == 0 ? null
            : Question(from, text.Words, repliesTo, hasFile: false);
    }

    private static Incoming? ReadFile(Origin from, JsonElement message, long? repliesTo, BotIdentity me)
    {
        var caption = MessageText.Of(Cut(message.Find("caption").Text() ?? ""), message.Find("caption_entities"), me);
        if (from.IsGroup && repliesTo is null && !caption.MentionsBot)
        {
            return null;
        }

        if (caption.Words.Length > 0 && !caption.IsOnlyMention)
        {
            return Question(from, caption.Words, repliesTo, hasFile: true) with { Album = AlbumOf(message) };
        }

        // A live location is edited without end.
        return from.Edited || !WithoutWords.Any(part => message.Find(part) is { ValueKind: not JsonValueKind.Null })
            ? null
            : new Incoming.Unreadable(from, AlbumOf(message));
    }

    private static string? AlbumOf(JsonElement message) => message.Find("media_group_id").Text() is { Length: <= LongestAlbum } album ? album : null;

    /// <summary>"/0912345678" names no command either.</summary>
    private static Incoming.Command Command(Origin from, string name, string arguments, bool isAddressed) =>
        new(from, PersonalNumbers.Mask(name) == name ? name : "", PersonalNumbers.Mask(arguments), isAddressed);

    private static Incoming.Question Question(Origin from, string words, long? repliesTo, bool hasFile)
    {
        var masked = PersonalNumbers.Mask(words);
        return new Incoming.Question(from, masked, repliesTo, hasFile) { Unmasked = masked == words ? null : words };
    }

    private static long? RepliesTo(JsonElement message, BotIdentity me)
    {
        var repliedTo = message.Find("reply_to_message");
        return repliedTo.Find("from").Find("id").Number() == me.Id ? repliedTo.Find("message_id").Number() : null;
    }

    private static Incoming.Button? ReadButton(JsonElement pressed)
    {
        var person = pressed.Find("from");
        return ((JsonElement?)pressed).FindObject("message") is { } message
            && OriginOf(message, person, edited: false) is { UserId: not 0 } from
            && !person.Find("is_bot").IsTrue()
            && CallbackId(pressed.Find("id")) is { } id
            ? new Incoming.Button(from, id, pressed.Find("data").Text() is { } data && Encoding.UTF8.GetByteCount(data) <= LongestDataBytes ? data : "")
            : null;
    }

    /// <summary>Some test servers send a number.</summary>
    private static string? CallbackId(JsonElement? id) =>
        (id is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : id.Text()) is { Length: > 0 and <= LongestCallbackId } text ? text : null;

    private static Incoming.Membership? ReadMembership(JsonElement changed, BotIdentity me)
    {
        var member = changed.Find("new_chat_member");
        if (OriginOf(changed, changed.Find("from"), edited: false) is not { } from || (member.Find("user").Find("id").Number() ?? me.Id) != me.Id)
        {
            return null;
        }

        return member.Find("status").Text() switch
        {
            "restricted" => new Incoming.Membership(from, member.Find("is_member") is not { ValueKind: JsonValueKind.False }),
            "member" or "administrator" or "creator" => new Incoming.Membership(from, true),
            "left" or "kicked" => new Incoming.Membership(from, false),
            _ => null,
        };
    }

    /// <returns>Null where it is no chat with people; a person who is not told has the id 0.</returns>
    private static Origin? OriginOf(JsonElement json, JsonElement? person, bool edited)
    {
        var chat = json.Find("chat");
        if (chat.Find("id").Number() is not { } chatId || IsGroup(chat.Find("type").Text(), chatId) is not { } isGroup)
        {
            return null;
        }

        var language = person.Find("language_code").Text();
        return new Origin(
            chatId,
            isGroup,
            person.Find("id").Number() ?? 0,
            json.Find("message_id").Number(),
            json.Find("is_topic_message").IsTrue() ? json.Find("message_thread_id").Number() : null,
            language is { Length: > 0 and <= LongestLanguage } ? language : null,
            edited);
    }

    private static bool? IsGroup(string? type, long chatId) => type switch
    {
        "private" => false,
        "group" or "supergroup" => true,
        // Ids of groups and channels are negative.
        null => chatId < 0,
        _ => null,
    };

    private static string Cut(string text) =>
        text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
