using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>What people do, as updates that wait for the bot. Not safe for threads.</summary>
internal sealed partial class FakeUpdateQueue
{
    private const int Most = 100;

    private readonly List<JsonObject> _waiting = [];
    private HashSet<string>? _wanted;
    private long _lastCallback = 7_000_000_000_000_000_000;

    internal long NextId { get; set; } = 500_000_001;

    internal int Count => _waiting.Count;

    internal JsonObject? First => _waiting.Count > 0 ? _waiting[0] : null;

    internal void Clear() => _waiting.Clear();

    /// <summary>Kinds that the bot asked for are kept by the server; a call that names none changes nothing.</summary>
    internal void Want(JsonNode? kinds)
    {
        if (kinds is JsonArray list)
        {
            _wanted = list.Count == 0 ? null : [.. list.Select(static kind => kind!.GetValue<string>())];
        }
    }

    /// <summary>Forgets what stands before the offset; one from before the ids began anew says nothing.</summary>
    internal void Confirm(long? offset)
    {
        if (offset < 0)
        {
            throw new NotSupportedException("The bot has no use for negative offsets.");
        }

        if (offset <= _waiting.Select(static update => update["update_id"]!.GetValue<long>()).Append(NextId).Max() + 10)
        {
            _waiting.RemoveAll(update => update["update_id"]!.GetValue<long>() < offset);
        }
    }

    internal IReadOnlyList<JsonObject> Next(long? limit) => [.. _waiting.Take((int)Math.Clamp(limit ?? Most, 1, Most))];

    internal long Add(JsonObject update, FakeChats chats)
    {
        if (update["update_id"] is null)
        {
            update = (JsonObject)update.DeepClone();
            update["update_id"] = NextId++;
        }

        if (update["callback_query"]?["id"] is JsonValue callback)
        {
            chats.Callbacks.Add(callback.ToString());
        }

        if (_wanted is null || update.All(part => part.Key == "update_id" || _wanted.Contains(part.Key)))
        {
            _waiting.Add(update);
        }

        return update["update_id"]!.GetValue<long>();
    }

    internal long Say(FakeChats chats, long chatId, string text, long? userId, string? groupTitle, long? replyTo)
    {
        chats.Name(chatId, groupTitle);
        var id = chats.Add(chatId, new ShownMessage(0, false, text, text, []) { ReplyTo = replyTo });
        var message = Message(chats, chatId, id, text, userId);
        if (replyTo is { } to && chats.Find(chatId, to) is { } repliedTo)
        {
            message["reply_to_message"] = repliedTo.FromBot ? FromBot(chats, chatId, repliedTo) : Message(chats, chatId, to, repliedTo.Text, userId);
        }

        Add(new JsonObject { ["message"] = message }, chats);
        return id;
    }

    internal string Press(FakeChats chats, long chatId, long messageId, string data, long? userId)
    {
        var id = (++_lastCallback).ToString(CultureInfo.InvariantCulture);
        var message = chats.Find(chatId, messageId) is { } shown
            ? FromBot(chats, chatId, shown)
            : new JsonObject { ["message_id"] = messageId, ["date"] = 0, ["chat"] = chats.ChatJson(chatId) };
        Add(new JsonObject
        {
            ["callback_query"] = new JsonObject { ["id"] = id, ["from"] = Person(chatId, userId), ["message"] = message, ["chat_instance"] = "1", ["data"] = data },
        }, chats);
        return id;
    }

    internal void Edit(FakeChats chats, long chatId, long messageId, string text)
    {
        chats.Change(chatId, messageId, shown => shown with { Text = text, Source = text, Edited = true });
        var message = Message(chats, chatId, messageId, text, null);
        message["edit_date"] = Now();
        Add(new JsonObject { ["edited_message"] = message }, chats);
    }

    private static JsonObject Message(FakeChats chats, long chatId, long id, string text, long? userId)
    {
        var message = new JsonObject
        {
            ["message_id"] = id,
            ["from"] = Person(chatId, userId),
            ["chat"] = chats.ChatJson(chatId),
            ["date"] = Now(),
            ["text"] = text,
        };
        var entities = EntityPattern().Matches(text).Select(match => (JsonNode)new JsonObject
        {
            ["type"] = match.Value[0] == '/' ? "bot_command" : "mention",
            ["offset"] = match.Index,
            ["length"] = match.Length,
        }).ToArray();
        if (entities.Length > 0)
        {
            message["entities"] = new JsonArray(entities);
        }

        return message;
    }

    private static JsonObject FromBot(FakeChats chats, long chatId, ShownMessage shown) => new()
    {
        ["message_id"] = shown.Id,
        ["from"] = FakeChats.BotJson(),
        ["chat"] = chats.ChatJson(chatId),
        ["date"] = Now(),
        ["text"] = shown.Text,
    };

    private static JsonObject Person(long chatId, long? userId) => new()
    {
        ["id"] = userId ?? (chatId > 0 ? chatId : 1000),
        ["is_bot"] = false,
        ["first_name"] = "Nguyễn Thị Thử",
        ["username"] = "nguoi_thu",
        ["language_code"] = "vi",
    };

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    [GeneratedRegex(@"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?|(?<!\w)@\w{3,32}")]
    private static partial Regex EntityPattern();
}
