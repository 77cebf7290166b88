using CpAssistant.Channels.Telegram;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>What goes wrong while messages are sent. Pauses are real ones of a clock that runs faster.</summary>
public sealed class SendingFaultTests : IAsyncLifetime
{
    private const int Speed = 20;
    private const long Person = 11;
    private const long Other = 12;
    private const long Group = -1001;
    private const string Question = "Sở Công Thương phải làm gì?";

    private readonly FastTime _time = new(Speed);
    private readonly LogLines _log = new();
    private FakeTelegram _telegram = null!;
    private TelegramService _service = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _service = Start();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    /// <param name="seconds">Of the fast clock; more than a restart takes on a busy machine.</param>
    [Theory]
    [InlineData(false, 20)]
    [InlineData(true, 120)]
    public async Task A_chat_that_is_told_to_wait_waits_alone_also_after_a_restart(bool restarts, int seconds)
    {
        _telegram.FailNext("sendMessage", Fault.TooMany(seconds));
        await _service.QueueAsync(Person, "a1", "a2", "a3");
        await _telegram.WaitAsync(() => _service.Count("SELECT count(*) FROM telegram_chat WHERE paused_until IS NOT NULL") == 1);
        if (restarts)
        {
            _service = Start(_service.Stop());
        }

        await _service.QueueAsync(Other, "b1", "b2");
        await _service.IdleAsync();

        var (first, next) = (CallsTo(Person)[0], CallsTo(Person)[1]);
        Assert.True(Virtual(next.At - first.At) >= TimeSpan.FromSeconds(seconds), $"after {Virtual(next.At - first.At)}");
        Assert.True(CallsTo(Other)[1].At < next.At, "the other chat waited too");
        Assert.Equal(["a1", "a1", "a2", "a3"], CallsTo(Person).Select(call => call.Text));
        Assert.Equal(["a1", "a2", "a3"], Shown(Person));
        Assert.Equal(["b1", "b2"], Shown(Other));
        Assert.Equal(0, await RepeatedAsync());
    }

    [Fact]
    public async Task Nothing_more_goes_to_who_has_blocked_the_bot_until_they_write_again()
    {
        Refuse(Person, FakeAnswer.Refused(403, "Forbidden: bot was blocked by the user"));

        await _service.QueueAsync(Person, "a1", "a2", "a3");
        await _service.QueueAsync(Other, "b1", "b2");
        await _service.IdleAsync();

        Assert.Equal(["a1"], CallsTo(Person).Select(call => call.Text));
        Assert.Equal(["b1", "b2"], Shown(Other));
        Assert.Equal(1, await UnreachableAsync());
        Assert.Equal([(Person, "Forbidden: bot was blocked by the user", true)], _service.Query<(long, string, bool)>("SELECT chat_id, unreachable, unreachable_since > 0 FROM telegram_chat WHERE unreachable IS NOT NULL"));

        Refuse(Person, null);
        await _service.AskAsync(Person, Question);

        Assert.Equal(0, await UnreachableAsync());
        Assert.Single(_telegram.BotMessages(Person));
    }

    [Theory]
    [InlineData("/xoadulieu")]
    [InlineData("/coquan")]
    [InlineData("/khongco")]
    [InlineData("/tinh")]
    public async Task Whatever_they_write_makes_the_chat_reachable(string text)
    {
        Refuse(Person, FakeAnswer.Refused(403, "Forbidden: user is deactivated"));
        await _service.QueueAsync(Person, "a1");
        await _service.IdleAsync();
        Assert.Equal(1, await UnreachableAsync());

        Refuse(Person, null);
        await _service.AskAsync(Person, text);

        Assert.Equal(0, await UnreachableAsync());
    }

    [Theory]
    [InlineData(Person, "kicked", "member")]
    [InlineData(Group, "left", "administrator")]
    public async Task Who_blocks_or_removes_the_bot_is_not_written_to_any_more(long chat, string gone, string back)
    {
        _telegram.FailNext("sendMessage", Fault.TooMany(3600));
        await _service.QueueAsync(chat, "a1", "a2");
        await _telegram.WaitAsync(() => _service.Count("SELECT count(*) FROM telegram_chat WHERE paused_until IS NOT NULL") == 1);

        _telegram.Send(Membership(chat, gone));
        await _service.IdleAsync();

        Assert.Single(CallsTo(chat));
        Assert.Equal(1, await UnreachableAsync());

        _telegram.Send(Membership(chat, back));
        await _telegram.WaitAsync(() => _telegram.Pending == 0 && _service.Open() == 0);

        Assert.Equal(0, await UnreachableAsync());
    }

    public static TheoryData<string> Uncertain => [.. Faults.Keys];

    private static Dictionary<string, Fault> Faults { get; } = new[]
    {
        Fault.InternalError, Fault.BadGateway, Fault.Malformed, Fault.EmptyBody, Fault.LostAnswer, Fault.HalfAnswer, Fault.Broken, Fault.Hang, Fault.DoneThenHang,
    }.ToDictionary(fault => fault.Name);

    [Theory]
    [MemberData(nameof(Uncertain))]
    public async Task A_send_without_a_clear_answer_is_repeated_in_its_place_and_counted(string fault)
    {
        var data = _service.Stop();
        _service = Start(data, TelegramService.Polling(_telegram) with { RequestTimeout = TimeSpan.FromSeconds(fault.Contains("hang", StringComparison.Ordinal) ? 0.5 : 20) });
        _telegram.FailNext("sendMessage", Faults[fault], 2);

        await _service.QueueAsync(Person, "a1", "a2", "a3");
        await _service.IdleAsync();

        Assert.Equal(["a1", "a1", "a1", "a2", "a3"], CallsTo(Person).Select(call => call.Text));
        Assert.Equal(2, await RepeatedAsync());
        Assert.Equal(["a1", "a2", "a3"], Shown(Person).Distinct());
    }

    [Fact]
    public async Task A_send_that_cannot_have_arrived_is_repeated_and_not_counted()
    {
        var address = new Uri(_telegram.Address);
        var settings = TelegramService.Polling(_telegram);
        var data = _service.Stop();
        await _telegram.DisposeAsync();

        _service = Start(data, settings);
        await _service.QueueAsync(Person, "a1", "a2");
        await WaitAsync(() => _log.With("stays in the queue", LogLevel.Warning).Count >= 2);
        _telegram = await FakeTelegram.StartAsync(address.Port);
        await WaitAsync(() => Shown(Person).Count == 2 && _service.Waiting() == 0);

        Assert.Equal(["a1", "a2"], CallsTo(Person).Select(call => call.Text));
        Assert.Equal(0, await RepeatedAsync());
        _service = Start(_service.Stop());
    }

    [Fact]
    public async Task A_moment_without_the_network_does_not_silence_a_busy_bot_for_minutes()
    {
        _telegram.FailNext("sendMessage", Fault.Broken, 12);

        await Task.WhenAll(Enumerable.Range(1, 12).Select(chat => _service.QueueAsync(chat, "a")));
        await _service.IdleAsync();

        var calls = _telegram.CallsOf("sendMessage");
        Assert.True(Virtual(calls[^1].At - calls[0].At) < TimeSpan.FromMinutes(2), _telegram.Describe());
    }

    [Fact]
    public async Task Repeating_what_was_rewritten_meanwhile_is_counted_too()
    {
        var outbox = _service.Service.Services.GetRequiredService<Outbox>();
        var refused = false;
        _telegram.On("sendMessage", call =>
        {
            if (refused)
            {
                return null;
            }

            refused = true;
            outbox.WriteAsync(new Change.Rewrite(_service.Query<long>("SELECT max(id) FROM telegram_message")[0], "a1 anew", [])).Wait();
            return Results.StatusCode(502);
        });

        await _service.QueueAsync(Person, "a1");
        await _service.IdleAsync();

        Assert.Equal(["a1", "a1 anew"], CallsTo(Person).Select(call => call.Text));
        Assert.Equal(1, await RepeatedAsync());
    }

    [Fact]
    public async Task Markup_that_Telegram_does_not_take_is_sent_as_plain_text()
    {
        await _service.QueueAsync(Person, "<b>a &amp; b", "a2");
        await _service.IdleAsync();

        Assert.Equal(["a & b", "a2"], Shown(Person));
        Assert.Null(CallsTo(Person)[1].Body["parse_mode"]);
        Assert.Equal(0, await RepeatedAsync());
    }

    [Fact]
    public async Task A_message_that_Telegram_never_takes_does_not_hold_up_the_next()
    {
        await _service.QueueAsync(Person, " ", "a2");
        await _service.IdleAsync();

        Assert.Equal(["a2"], Shown(Person));
        Assert.Equal(2, CallsTo(Person).Count);
        Assert.Contains("message text is empty", Assert.Single(_log.With("was refused and is not sent", LogLevel.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_on_its_way_to_a_group_follows_it_to_its_new_id()
    {
        await _service.QueueAsync(Group, "a0");
        await _service.IdleAsync();
        Refuse(Group, FakeAnswer.Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", new { migrate_to_chat_id = -2002 }));

        await _service.QueueAsync(Group, "a1", "a2");
        await _service.IdleAsync();

        Assert.Equal(["a0"], Shown(Group));
        Assert.Equal(["a1", "a2"], Shown(-2002));
    }

    [Fact]
    public async Task A_change_of_a_message_that_the_group_left_behind_is_given_up()
    {
        await _service.AskAsync(Person, Question);
        _service.Execute($"UPDATE telegram_message SET chat_id = {Group}");
        Refuse(Group, FakeAnswer.Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", new { migrate_to_chat_id = -2002 }));

        var outbox = _service.Service.Services.GetRequiredService<Outbox>();
        await outbox.WriteAsync(new Change.Rewrite(_service.Query<long>("SELECT max(id) FROM telegram_message")[0], "anew", []));
        await _service.QueueAsync(Group, "a1");
        await _service.IdleAsync();

        Assert.Single(_telegram.CallsOf("editMessageText"));
        Assert.Equal(["a1"], Shown(-2002));
    }

    private TelegramService Start(TemporaryFolder? data = null, TelegramSettings? bot = null) => TelegramService.Start(_telegram, data, bot, _time, log: _log);

    /// <param name="answer">To all that goes to the chat; null for what is usual.</param>
    private void Refuse(long chat, IResult? answer) => _telegram.On("*", call => call.ChatId == chat ? answer : null);

    private IReadOnlyList<FakeCall> CallsTo(long chat) => [.. _telegram.CallsOf("sendMessage").Where(call => call.ChatId == chat)];

    private IReadOnlyList<string> Shown(long chat) => [.. _telegram.BotMessages(chat).Select(message => message.Text)];

    private async Task<long> RepeatedAsync() => (await _service.HealthAsync()).GetProperty("repeated").GetInt64();

    private async Task<int> UnreachableAsync() => (await _service.HealthAsync()).GetProperty("unreachable").GetInt32();

    private static TimeSpan Virtual(TimeSpan real) => real * Speed;

    /// <summary>As <see cref="FakeTelegram.WaitAsync"/>, where the service began without its server.</summary>
    private static async Task WaitAsync(Func<bool> predicate)
    {
        for (var left = 400; !predicate(); left--)
        {
            Assert.True(left > 0, "waited in vain");
            await Task.Delay(50);
        }
    }

    private static object Membership(long chat, string status) => new
    {
        my_chat_member = new
        {
            chat = new { id = chat, type = chat > 0 ? "private" : "supergroup" },
            from = new { id = 11, is_bot = false, language_code = "vi" },
            new_chat_member = new { status, user = new { id = FakeTelegram.Me.Id, is_bot = true } },
        },
    };
}
