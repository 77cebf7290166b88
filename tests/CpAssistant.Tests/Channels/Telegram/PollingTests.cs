using System.Collections.Concurrent;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>Updates that are fetched: none is lost, none is worked off twice.</summary>
public sealed class PollingTests : IAsyncLifetime
{
    private const int Speed = 20;
    private const long Person = 11;
    private const long Other = 12;

    private FakeTelegram _telegram = null!;
    private TelegramService _service = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _service = TelegramService.Start(_telegram, time: new FastTime(Speed));
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Only_what_is_on_disk_is_confirmed()
    {
        var missing = new ConcurrentQueue<long>();
        _telegram.On("getUpdates", call =>
        {
            if (call.Number("offset") is { } offset && _service.Count($"SELECT count(*) FROM telegram_update WHERE update_id = {offset - 1}") == 0)
            {
                missing.Enqueue(offset);
            }

            return null;
        });

        for (var i = 0; i < 5; i++)
        {
            await _service.AskAsync(Person, $"Sở Công Thương phải làm gì? ({i})");
        }

        Assert.Empty(missing);
        Assert.Contains(_telegram.CallsOf("getUpdates"), call => call.Number("offset") is not null);
    }

    [Fact]
    public async Task What_cannot_be_written_is_not_confirmed_and_comes_again()
    {
        await _telegram.WaitAsync(() => _telegram.CallsOf("getUpdates").Count > 0);
        _service.Execute("CREATE TRIGGER fails BEFORE INSERT ON telegram_update BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

        _telegram.Say(Person, "Sở Công Thương phải làm gì?");
        await _telegram.WaitAsync(() => _telegram.CallsOf("getUpdates").Count >= 4);

        Assert.Equal(1, _telegram.Pending);
        Assert.DoesNotContain(_telegram.CallsOf("getUpdates"), call => call.Number("offset") is not null);

        _service.Execute("DROP TRIGGER fails");
        await _service.IdleAsync();

        Assert.Equal(["Sở Công Thương phải làm gì?"], Asked(Person));
        Assert.Single(_telegram.BotMessages(Person));
    }

    [Fact]
    public async Task Ids_that_begin_anew_below_the_last_ones_are_received()
    {
        await _service.AskAsync(Person, "Sở Công Thương phải làm gì?");
        // Nothing lies behind the offset of before the quiet week.
        _telegram.On("getUpdates", call => call.Number("offset") > 1000 ? FakeAnswer.Done(Array.Empty<object>()) : null);
        var last = _telegram.Send(new { message = new { message_id = 1 } });
        await _telegram.WaitAsync(() => _telegram.CallsOf("getUpdates").Any(call => call.Number("offset") == last + 1));
        _telegram.NextUpdateId = 5;

        await _service.AskAsync(Person, "Sở Tài chính phải làm gì?");

        Assert.Equal(["Sở Công Thương phải làm gì?", "Sở Tài chính phải làm gì?"], Asked(Person));
    }

    [Fact]
    public async Task Malformed_updates_do_not_harm_those_beside_them()
    {
        var malformed = """
            null, 7, "x", [], {}, {"update_id":"x"}, {"update_id":1e99,"message":{}}, {"update_id":2,"message":5}, {"update_id":3}, {"update_id":9223372036854775807},
            {"update_id":4,"message":{"message_id":1,"chat":{"id":"a"},"text":["x"]}}, {"update_id":-9223372036854775808},
            {"update_id":5,"message":{"message_id":1,"from":{"id":11},"chat":{"id":11,"type":"private"},"text":"\ud800"}}
            """;
        Deliver($"[{Update(1, Person, "một")}, {malformed}, {Update(6, Person, "hai")}]");
        await _telegram.WaitAsync(() => _telegram.BotMessages(Person).Count == 2);

        Assert.Equal(["một", "hai"], Asked(Person));

        await _service.AskAsync(Person, "ba");

        Assert.Equal(["một", "hai", "ba"], Asked(Person));
        Assert.DoesNotContain(_telegram.CallsOf("getUpdates"), call => call.Number("offset") < 0);
    }

    [Fact]
    public async Task Updates_that_come_again_and_out_of_order_make_one_turn_each_in_the_order_of_the_chat()
    {
        var updates = new[] { Update(3, Person, "ba"), Update(1, Person, "một"), Update(2, Other, "người khác"), Update(3, Person, "ba"), Update(4, Person, "bốn"), Update(2, Other, "người khác") };
        Deliver($"[{string.Join(',', updates)}]", times: 3);
        await _telegram.WaitAsync(() => _telegram.BotMessages(Person).Count >= 3 && _telegram.BotMessages(Other).Count >= 1);
        await _service.AskAsync(Person, "năm");
        await _service.AskAsync(Other, "sáu");

        Assert.Equal(["một", "ba", "bốn", "năm"], Asked(Person));
        Assert.Equal(["người khác", "sáu"], Asked(Other));
        Assert.Equal((4, 2), (_telegram.BotMessages(Person).Count, _telegram.BotMessages(Other).Count));
        Assert.Equal(6, _service.Count("SELECT count(*) FROM turn"));
    }

    [Fact]
    public async Task A_server_that_asks_for_a_pause_is_not_asked_before()
    {
        await _telegram.WaitAsync(() => _telegram.CallsOf("getUpdates").Count > 0);
        _telegram.FailNext("getUpdates", Fault.TooMany(30));
        await _service.AskAsync(Person, "một");

        await _telegram.WaitAsync(() => _telegram.CallsOf("getUpdates").Count >= 3);
        var calls = _telegram.CallsOf("getUpdates");

        Assert.True((calls[2].At - calls[1].At) * Speed >= TimeSpan.FromSeconds(29), $"after {(calls[2].At - calls[1].At) * Speed}");
    }

    /// <summary>Instead of the answer to the next polls; the one that waits is ended.</summary>
    private void Deliver(string updates, int times = 1)
    {
        _telegram.FailNext("getUpdates", Fault.Status(200, $$$"""{"ok":true,"result":{{{updates}}}}"""), times);
        _telegram.Send(new { message = new { message_id = 1 } });
    }

    private static string Update(long id, long chat, string text) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{1000 + id}}},"date":0,"from":{"id":{{{chat}}},"is_bot":false,"first_name":"A"},"chat":{"id":{{{chat}}},"type":"private"},"text":"{{{text}}}"}}""";

    private IReadOnlyList<string> Asked(long chat) =>
        _service.Query<string>($"SELECT text FROM message WHERE conversation_id = 'telegram|{FakeTelegram.Me.Id}|{chat}' AND author = 'user' ORDER BY sequence");
}
