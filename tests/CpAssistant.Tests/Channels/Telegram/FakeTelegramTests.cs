using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CpAssistant.Channels.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>The server for tests refuses what Telegram refuses, so that tests against it mean something.</summary>
public sealed class FakeTelegramTests : IAsyncLifetime
{
    private const long Chat = 77;
    private const long Group = -1001;

    private readonly HttpClient _http = BotApi.CreateHttpClient();
    private FakeTelegram _telegram = null!;
    private BotApi _api = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _api = new BotApi(_http, _telegram.Address, FakeTelegram.Token);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _telegram.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("<b></b>")]
    [InlineData("<b>a")]
    [InlineData("<b>a</i>")]
    [InlineData("a</b>")]
    [InlineData("<p>a</p>")]
    [InlineData("<br>")]
    [InlineData("a < b")]
    [InlineData("<b><i>a</b></i>")]
    [InlineData("<span>a</span>")]
    public async Task Bad_html_is_refused(string html) => Assert.IsType<BotApiResult<long>.Refused>(await SendAsync(new OutgoingText(Chat, html) { IsHtml = true }));

    [Theory]
    [InlineData("<b>Đ <i>a</i></b> &amp;&lt;&gt;&quot;&#39;&nbsp; & > b", "Đ a &<>\"'&nbsp; & > b")]
    [InlineData("<a href=\"https://a.vn/?b=1&amp;c=2\">nguồn</a>", "nguồn")]
    [InlineData("<blockquote expandable>a</blockquote><tg-spoiler>b</tg-spoiler><pre><code class=\"x\">c</code></pre>", "abc")]
    public async Task Good_html_is_shown_without_tags(string html, string shown)
    {
        await SendAsync(new OutgoingText(Chat, html) { IsHtml = true });

        Assert.Equal((shown, html), (_telegram.Chat(Chat).Single().Text, _telegram.Chat(Chat).Single().Source));
    }

    [Fact]
    public async Task Length_is_that_of_the_text_as_shown()
    {
        Assert.IsType<BotApiResult<long>.Done>(await SendAsync(new OutgoingText(Chat, "<b>" + new string('a', 4096) + "</b>") { IsHtml = true }));
        Assert.IsType<BotApiResult<long>.Refused>(await SendAsync(new OutgoingText(Chat, new string('a', 4097))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ệệệệệệệệệệệệệệệệệệệệệệ")]
    public async Task Data_of_a_button_is_1_to_64_bytes(string data) =>
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", Assert.IsType<BotApiResult<long>.Refused>(await SendAsync(new OutgoingText(Chat, "a") { Keyboard = [[new InlineButton("x", data)]] })).Description);

    [Fact]
    public async Task Other_peoples_messages_and_callbacks_are_not_the_bots()
    {
        var theirs = _telegram.Say(Chat, "a");

        Assert.IsType<BotApiResult<bool>.Refused>(await _api.EditMessageTextAsync(theirs, new OutgoingText(Chat, "b"), default));
        Assert.IsType<BotApiResult<bool>.Refused>(await _api.EditMessageTextAsync(99, new OutgoingText(Chat, "b"), default));
        Assert.IsType<BotApiResult<bool>.Refused>(await _api.DeleteMessageAsync(Chat, 99, default));
        Assert.IsType<BotApiResult<bool>.Refused>(await _api.AnswerCallbackQueryAsync("99", null, false, default));
    }

    [Fact]
    public async Task What_people_do_comes_as_the_reader_expects_it()
    {
        var asked = _telegram.Say(Group, "@SanXuatSachBot chỉ tiêu?", userId: 9, groupTitle: "KCN Long Hậu");
        var reply = ((BotApiResult<long>.Done)await SendAsync(new OutgoingText(Group, "50%"))).Value;
        _telegram.Say(Group, "còn Cần Thơ?", replyTo: reply);
        var callback = _telegram.Press(Group, reply, "s:1", userId: 9);
        _telegram.Edit(Group, asked, "@SanXuatSachBot mục tiêu?");
        _telegram.Say(Chat, "/start kcn");

        var read = (await PollAsync(null)).Select(update => UpdateReader.Read(update, FakeTelegram.Me)).ToList();

        var inGroup = new Origin(Group, true, 9, asked, null, "vi");
        Assert.Equal(
            [
                new Incoming.Question(inGroup, "chỉ tiêu?", null, false),
                new Incoming.Question(inGroup with { UserId = 1000, MessageId = 3 }, "còn Cần Thơ?", reply, false),
                new Incoming.Button(inGroup with { MessageId = reply }, callback, "s:1"),
                new Incoming.Question(inGroup with { UserId = 1000, Edited = true }, "mục tiêu?", null, false),
                new Incoming.Command(new Origin(Chat, false, Chat, 1, null, "vi"), "start", "kcn", true),
            ],
            read);
    }

    [Fact]
    public async Task Ids_may_begin_anew()
    {
        var last = _telegram.Send(new { message = new { } });
        await PollAsync(last + 1);
        _telegram.NextUpdateId = 12;
        _telegram.Say(Chat, "một");

        Assert.Equal(12, UpdateReader.IdOf(Assert.Single(await PollAsync(last + 1))));
        Assert.Empty(await PollAsync(13));
    }

    [Fact]
    public async Task Only_wanted_updates_are_kept_and_a_hundred_come_at_once()
    {
        await PollAsync(null);
        _telegram.Send(new { poll = new { id = "1" } });
        for (var i = 0; i < 101; i++)
        {
            _telegram.Say(Chat, "a");
        }

        Assert.Equal((100, 101), ((await PollAsync(null)).Count, _telegram.Pending));
    }

    [Fact]
    public async Task A_second_poll_ends_the_first()
    {
        var first = _api.GetUpdatesAsync(null, TimeSpan.FromSeconds(50), ["message"], default);
        await _telegram.WaitAsync(() => _telegram.Calls.Count == 1);

        await PollAsync(null);

        Assert.Equal(409, Assert.IsType<BotApiResult<IReadOnlyList<JsonElement>>.Refused>(await first).Code);
    }

    [Fact]
    public async Task Faults_happen_as_often_as_told_and_then_no_more()
    {
        _telegram.FailNext("*", Fault.TooMany(3), times: 2);
        _telegram.FailNext("getMe", Fault.InternalError);
        _telegram.On("deleteWebhook", _ => Results.Json(new { ok = true, result = true }));

        var kinds = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            kinds.Add((await _api.GetMeAsync(default)).GetType().Name);
        }

        Assert.Equal(["Refused", "Refused", "Failed", "Done"], kinds);
        Assert.IsType<BotApiResult<bool>.Done>(await _api.DeleteWebhookAsync(default));
        Assert.Equal(4, _telegram.CallsOf("getMe").Count);
    }

    [Fact]
    public async Task Waiting_in_vain_says_what_was_seen()
    {
        _telegram.Say(Chat, "xin chào");
        await _api.GetMeAsync(default);

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => _telegram.WaitAsync(() => false, TimeSpan.FromMilliseconds(100)));

        Assert.Contains("getMe", failure.Message, StringComparison.Ordinal);
        Assert.Contains("person: xin chào", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_gets_each_update_until_it_takes_it_with_the_secret()
    {
        var seen = new ConcurrentQueue<(string? Secret, long Id)>();
        await using var hook = await HookAsync(async context =>
        {
            var update = (await JsonNode.ParseAsync(context.Request.Body))!;
            seen.Enqueue((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"], update["update_id"]!.GetValue<long>()));
            context.Response.StatusCode = seen.Count < 3 ? 503 : 200;
        });
        _telegram.NextUpdateId = 40;
        _telegram.RedeliveryPause = TimeSpan.FromMilliseconds(5);

        await _api.SetWebhookAsync(hook.Urls.First() + "/hook", "s-1", ["message"], default);
        _telegram.Say(Chat, "một");
        _telegram.Say(Chat, "hai");
        await _telegram.WaitAsync(() => _telegram.Deliveries.Count == 4);

        Assert.Equal([("s-1", 40L), ("s-1", 40L), ("s-1", 40L), ("s-1", 41L)], seen);
        Assert.Equal([(40L, 503), (40L, 503), (40L, 200), (41L, 200)], _telegram.Deliveries.Select(delivery => (delivery.UpdateId, delivery.Status!.Value)));
        Assert.Equal(0, _telegram.Pending);
    }

    private Task<BotApiResult<long>> SendAsync(OutgoingText text) => _api.SendMessageAsync(text, default);

    private async Task<IReadOnlyList<JsonElement>> PollAsync(long? offset) =>
        Assert.IsType<BotApiResult<IReadOnlyList<JsonElement>>.Done>(await _api.GetUpdatesAsync(offset, TimeSpan.Zero, ["message", "edited_message", "callback_query"], default)).Value;

    private static async Task<WebApplication> HookAsync(RequestDelegate take)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(take);
        await app.StartAsync();
        return app;
    }
}
