using System.Text;
using System.Text.Json;
using CpAssistant.Channels.Telegram;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>Updates of any shape: true ones with parts exchanged, and JSON that only has the names in common with them.</summary>
public class UpdateReaderProperties
{
    private static readonly string[] Names =
    [
        "update_id", "message", "edited_message", "callback_query", "my_chat_member", "message_id", "from", "chat", "id", "is_bot", "type", "text", "caption", "entities",
        "caption_entities", "offset", "length", "user", "reply_to_message", "language_code", "is_topic_message", "message_thread_id", "new_chat_member", "status", "data", "photo", "voice",
        "media_group_id", "migrate_to_chat_id", "sender_chat", "is_member", @"\ud83d", @"\udc00x", @"\u006dessage", "",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "5", "4242", "7.5", "1e400", "-1e-400", "9223372036854775807", "9223372036854775808", "2147483648", "\"\"", "\" \"", "\"7\"", "\"-100\"", "\"private\"",
        "\"supergroup\"", "\"channel\"", "\"mention\"", "\"text_mention\"", "\"bot_command\"", "\"/tinh\"", "\"/tinh@SanXuatSachBot Long An\"", "\"/tinh@Other\"", "\"@SanXuatSachBot\"",
        "\"a @SanXuatSachBot 😀\"", @"""\ud83d""", @"""a\udc00b""", @"""\u0000""", "\"kicked\"", "\"gọi 0912345678\"", "\"vi\"",
    ];

    private static readonly string[] Updates =
    [
        """{"update_id":1,"message":{"message_id":5,"chat":{"id":-100,"type":"supergroup"},"from":{"id":7,"is_bot":false,"language_code":"vi"},"text":"a @SanXuatSachBot 😀","entities":[{"type":"mention","offset":2,"length":15}],"reply_to_message":{"message_id":3,"from":{"id":4242}}}}""",
        """{"update_id":1,"edited_message":{"message_id":5,"chat":{"id":7,"type":"private"},"from":{"id":7},"photo":[{}],"caption":"a","caption_entities":[{"type":"text_mention","offset":0,"length":1,"user":{"id":4242}}]}}""",
        """{"update_id":1,"message":{"message_id":5,"chat":{"id":7,"type":"private"},"from":{"id":7},"text":"/tinh Long An","entities":[{"type":"bot_command","offset":0,"length":5}]}}""",
        """{"update_id":1,"callback_query":{"id":"1","from":{"id":7},"message":{"message_id":5,"chat":{"id":7,"type":"private"}},"data":"a"}}""",
        """{"update_id":1,"my_chat_member":{"chat":{"id":7,"type":"private"},"from":{"id":7},"new_chat_member":{"user":{"id":4242},"status":"kicked"}}}""",
    ];

    [Fact]
    public void Json_of_any_shape_is_read_or_passed_over() => Holds(Json(6));

    [Fact]
    public void Updates_with_other_values_in_them_are_read_or_passed_over() => Holds(
        from update in Gen.Elements(Updates)
        from seed in Gen.Choose(0, int.MaxValue)
        from value in Json(2)
        select Exchanged(update, seed, value));

    [Fact]
    public void Depth_does_not_matter()
    {
        var update = string.Concat(Enumerable.Repeat("{\"message\":", 900)) + "1" + new string('}', 900);
        using var document = JsonDocument.Parse(update, new JsonDocumentOptions { MaxDepth = 1000 });

        Assert.Null(UpdateReader.Read(document.RootElement, FakeTelegram.Me));
    }

    private static void Holds(Gen<string> updates) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(updates.ToArbitrary(), update =>
    {
        using var document = JsonDocument.Parse(update);
        _ = UpdateReader.IdOf(document.RootElement);
        var incoming = UpdateReader.Read(document.RootElement, FakeTelegram.Me);

        // What is kept has to be writable, and comes back the same.
        return incoming is null || incoming == JsonSerializer.Deserialize<Incoming>(JsonSerializer.Serialize(incoming));
    }));

    /// <summary>A value in the text, or a part of one, replaced by another; still JSON.</summary>
    private static string Exchanged(string update, int seed, string value)
    {
        var values = new List<(int Start, int End)>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(update));
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String or JsonTokenType.True or JsonTokenType.False)
            {
                values.Add(((int)reader.TokenStartIndex, (int)reader.BytesConsumed));
            }
            else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                var end = reader;
                end.Skip();
                values.Add(((int)reader.TokenStartIndex, (int)end.BytesConsumed));
            }
        }

        var (from, to) = values[seed % values.Count];
        var bytes = Encoding.UTF8.GetBytes(update);
        return Encoding.UTF8.GetString(bytes.AsSpan(0, from)) + value + Encoding.UTF8.GetString(bytes.AsSpan(to));
    }

    private static Gen<string> Json(int depth) => depth == 0 ? Gen.Elements(Scalars) : Gen.Frequency(
        (3, Gen.Elements(Scalars)),
        (4, Members(depth)),
        (1, Json(depth - 1).ArrayOf().Resize(4).Select(static items => $"[{string.Join(',', items)}]")));

    private static Gen<string> Members(int depth) =>
        from count in Gen.Choose(0, 6)
        from names in Gen.ArrayOf(Gen.Elements(Names), count)
        from values in Gen.ArrayOf(Json(depth - 1), count)
        select $"{{{string.Join(',', names.Zip(values, static (name, value) => $"\"{name}\":{value}"))}}}";
}
