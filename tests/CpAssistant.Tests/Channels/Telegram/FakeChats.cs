using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CpAssistant.Channels.Telegram;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>The chats as people see them, and the methods that change them. Not safe for threads.</summary>
internal sealed partial class FakeChats
{
    private const int LongestText = 4096;
    private const int LongestDataBytes = 64;

    private readonly SortedDictionary<long, List<ShownMessage>> _chats = [];
    private readonly Dictionary<long, long> _lastIds = [];
    private readonly Dictionary<long, string> _titles = [];

    /// <summary>Callbacks that may be answered.</summary>
    internal HashSet<string> Callbacks { get; } = [];

    internal static JsonObject BotJson() => new()
    {
        ["id"] = FakeTelegram.Me.Id,
        ["is_bot"] = true,
        ["first_name"] = "Sản xuất sạch hơn",
        ["username"] = FakeTelegram.Me.Username,
    };

    internal IReadOnlyList<ShownMessage> Shown(long chatId) => _chats.TryGetValue(chatId, out var messages) ? [.. messages] : [];

    internal IReadOnlyList<(long Chat, IReadOnlyList<ShownMessage> Messages)> All() => [.. _chats.Select(chat => (chat.Key, (IReadOnlyList<ShownMessage>)[.. chat.Value]))];

    internal ShownMessage? Find(long chatId, long messageId) => Shown(chatId).FirstOrDefault(message => message.Id == messageId);

    internal void Name(long chatId, string? title)
    {
        if (title is not null)
        {
            _titles[chatId] = title;
        }
    }

    internal JsonObject ChatJson(long chatId) => chatId > 0
        ? new() { ["id"] = chatId, ["type"] = "private", ["first_name"] = "Nguyễn Thị Thử" }
        : new() { ["id"] = chatId, ["type"] = "supergroup", ["title"] = _titles.GetValueOrDefault(chatId, "Nhóm thử") };

    /// <returns>The id that the message got.</returns>
    internal long Add(long chatId, ShownMessage message)
    {
        var id = _lastIds[chatId] = _lastIds.GetValueOrDefault(chatId) + 1;
        _chats.TryAdd(chatId, []);
        _chats[chatId].Add(message with { Id = id });
        return id;
    }

    internal void Change(long chatId, long messageId, Func<ShownMessage, ShownMessage> change)
    {
        var messages = _chats[chatId];
        var index = messages.FindIndex(message => message.Id == messageId);
        messages[index] = change(messages[index]);
    }

    /// <exception cref="RefusedException">As the Bot API refuses it.</exception>
    internal JsonNode? Do(FakeCall call, ConcurrentDictionary<string, IReadOnlyList<BotCommand>> commands) => call.Method switch
    {
        "getMe" => BotJson(),
        "setMyCommands" => SetCommands(call.Body, commands),
        "sendMessage" => Send(call),
        "editMessageText" => EditText(call),
        "editMessageReplyMarkup" => EditMarkup(call),
        "deleteMessage" => Delete(call),
        "answerCallbackQuery" => Callbacks.Contains(call.Body["callback_query_id"]?.ToString() ?? "") ? true
            : throw RefusedException.Bad("query is too old and response timeout expired or query ID is invalid"),
        "sendChatAction" => call.Body["action"]?.GetValue<string>() == "typing" && ChatOf(call) != 0 ? true : throw RefusedException.Bad("wrong parameter action in request"),
        _ => throw new RefusedException(404, "Not Found"),
    };

    private JsonObject Send(FakeCall call)
    {
        var chatId = ChatOf(call);
        var (text, source) = TextOf(call.Body);
        var message = new ShownMessage(0, true, text, source, KeyboardOf(call.Body))
        {
            ReplyTo = ReplyTo(chatId, call.Body["reply_parameters"]),
            ThreadId = call.Number("message_thread_id"),
        };
        return MessageJson(chatId, message with { Id = Add(chatId, message) });
    }

    private JsonObject EditText(FakeCall call)
    {
        var (chatId, message) = Editable(call);
        var (text, source) = TextOf(call.Body);
        return Replace(chatId, message, message with { Text = text, Source = source, Keyboard = KeyboardOf(call.Body), Edited = true }, message.Source == source);
    }

    private JsonObject EditMarkup(FakeCall call)
    {
        var (chatId, message) = Editable(call);
        return Replace(chatId, message, message with { Keyboard = KeyboardOf(call.Body) }, sameText: true);
    }

    private JsonObject Replace(long chatId, ShownMessage old, ShownMessage message, bool sameText)
    {
        if (sameText && old.Keyboard.Select(static row => string.Join('|', row)).SequenceEqual(message.Keyboard.Select(static row => string.Join('|', row))))
        {
            throw RefusedException.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        }

        Change(chatId, old.Id, _ => message);
        return MessageJson(chatId, message);
    }

    private JsonNode Delete(FakeCall call)
    {
        var chatId = ChatOf(call);
        return _chats.TryGetValue(chatId, out var messages) && messages.RemoveAll(message => message.Id == call.MessageId) > 0
            ? true
            : throw RefusedException.Bad("message to delete not found");
    }

    private (long ChatId, ShownMessage Message) Editable(FakeCall call)
    {
        var chatId = ChatOf(call);
        var message = Find(chatId, call.MessageId ?? throw RefusedException.Bad("message identifier is not specified")) ?? throw RefusedException.Bad("message to edit not found");
        return message.FromBot ? (chatId, message) : throw RefusedException.Bad("message can't be edited");
    }

    private JsonObject MessageJson(long chatId, ShownMessage message) => new()
    {
        ["message_id"] = message.Id,
        ["from"] = BotJson(),
        ["chat"] = ChatJson(chatId),
        ["date"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
        ["text"] = message.Text,
    };

    private long? ReplyTo(long chatId, JsonNode? parameters)
    {
        if (parameters is null)
        {
            return null;
        }

        var id = parameters["message_id"]!.GetValue<long>();
        return Find(chatId, id) is not null ? id
            : parameters["allow_sending_without_reply"]?.GetValue<bool>() == true ? null
            : throw RefusedException.Bad("message to be replied not found");
    }

    private static long ChatOf(FakeCall call) => call.ChatId is { } chat and not 0 ? chat : throw RefusedException.Bad("chat_id is empty");

    private static (string Text, string Source) TextOf(JsonObject body)
    {
        var source = body["text"]?.GetValue<string>() ?? "";
        var (text, error) = body["parse_mode"]?.GetValue<string>() switch
        {
            null => (source, null),
            "HTML" => FakeTelegramHtml.Parse(source),
            var mode => throw RefusedException.Bad($"unsupported parse_mode {mode}"),
        };
        return error is not null ? throw RefusedException.Bad("can't parse entities: " + error)
            : string.IsNullOrWhiteSpace(text) ? throw RefusedException.Bad("message text is empty")
            : text.Length > LongestText ? throw RefusedException.Bad("message is too long")
            : (text, source);
    }

    private static List<IReadOnlyList<ShownButton>> KeyboardOf(JsonObject body)
    {
        var rows = body["reply_markup"]?["inline_keyboard"] as JsonArray ?? [];
        return [.. rows.Select(static row => (IReadOnlyList<ShownButton>)[.. ((JsonArray)row!).Select(static button => ButtonOf(button!))])];
    }

    private static ShownButton ButtonOf(JsonNode button)
    {
        var (text, data) = (button["text"]?.GetValue<string>(), button["callback_data"]?.GetValue<string>());
        return string.IsNullOrWhiteSpace(text) ? throw RefusedException.Bad("can't parse inline keyboard button: Field \"text\" must be non-empty")
            : data is null || Encoding.UTF8.GetByteCount(data) is 0 or > LongestDataBytes ? throw RefusedException.Bad("BUTTON_DATA_INVALID")
            : new ShownButton(text, data);
    }

    private static JsonNode SetCommands(JsonObject body, ConcurrentDictionary<string, IReadOnlyList<BotCommand>> commands)
    {
        var list = (body["commands"] as JsonArray ?? throw RefusedException.Bad("can't parse commands JSON object"))
            .Select(static command => new BotCommand(command!["command"]?.GetValue<string>() ?? "", command["description"]?.GetValue<string>() ?? "")).ToList();
        if (list.Count > 100 || list.Any(static command => !CommandPattern().IsMatch(command.Command) || command.Description.Length is < 1 or > 256))
        {
            throw RefusedException.Bad("BOT_COMMAND_INVALID");
        }

        commands[body["language_code"]?.GetValue<string>() ?? ""] = list;
        return true;
    }

    [GeneratedRegex(@"\A[a-z0-9_]{1,32}\z")]
    private static partial Regex CommandPattern();
}
