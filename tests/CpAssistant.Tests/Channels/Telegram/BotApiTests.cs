using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CpAssistant.Channels.Telegram;
using Microsoft.AspNetCore.Http;

namespace CpAssistant.Tests.Channels.Telegram;

public sealed class BotApiTests : IAsyncLifetime
{
    private const long Chat = 77;

    private readonly HttpClient _http = BotApi.CreateHttpClient();
    private FakeTelegram _telegram = null!;
    private BotApi _api = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _api = ApiAt(_telegram.Address);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _telegram.DisposeAsync();
    }

    [Fact]
    public async Task Knows_itself() => Assert.Equal(FakeTelegram.Me, Value(await _api.GetMeAsync(default)));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/telegram/api")]
    public async Task Finds_the_api_below_any_path(string path)
    {
        Value(await ApiAt(_telegram.Address + path).GetMeAsync(default));

        Assert.Equal($"{path.TrimEnd('/')}/bot{FakeTelegram.Token}/getMe", _telegram.Calls[^1].Path);
    }

    [Fact]
    public async Task Sends_a_message_with_all_that_belongs_to_it()
    {
        var asked = _telegram.Say(Chat, "Chỉ tiêu của Long An?");

        var id = Value(await _api.SendMessageAsync(
            new OutgoingText(Chat, "<b>Đến 2030</b> &lt;50%&gt;") { IsHtml = true, ThreadId = 5, ReplyTo = asked, Keyboard = [[new InlineButton("Nguồn", "s:1"), new InlineButton("Hữu ích", "v:1")], [new InlineButton("Hỏi", "e:1")]] },
            default));

        var shown = _telegram.BotMessages(Chat).Single();
        Assert.Equal((id, "Đến 2030 <50%>", asked, 5L), (shown.Id, shown.Text, shown.ReplyTo, shown.ThreadId));
        Assert.Equal(["Nguồn|s:1 Hữu ích|v:1", "Hỏi|e:1"], shown.Keyboard.Select(row => string.Join(' ', row.Select(button => $"{button.Text}|{button.Data}"))));
        Assert.Equal(
            """{"chat_id":77,"message_thread_id":5,"text":"<b>Đến 2030</b> &lt;50%&gt;","parse_mode":"HTML","reply_parameters":{"message_id":1,"allow_sending_without_reply":true}"""
            + ""","reply_markup":{"inline_keyboard":[[{"text":"Nguồn","callback_data":"s:1"},{"text":"Hữu ích","callback_data":"v:1"}],[{"text":"Hỏi","callback_data":"e:1"}]]},"link_preview_options":{"is_disabled":true}}""",
            _telegram.Calls[^1].Body.ToJsonString(FakeTelegram.Readable));
    }

    [Fact]
    public async Task Leaves_out_what_a_message_does_not_have()
    {
        Value(await _api.SendMessageAsync(new OutgoingText(Chat, "a < b"), default));

        Assert.Equal("""{"chat_id":77,"text":"a < b","link_preview_options":{"is_disabled":true}}""", _telegram.Calls[^1].Body.ToJsonString(FakeTelegram.Readable));
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_does_not_keep_a_message_from_being_sent()
    {
        Value(await _api.SendMessageAsync(new OutgoingText(Chat, "a\uD83Db"), default));

        Assert.Equal("a\uFFFDb", _telegram.BotMessages(Chat).Single().Text);
    }

    [Fact]
    public async Task Replies_to_a_message_that_is_gone()
    {
        Value(await _api.SendMessageAsync(new OutgoingText(Chat, "a") { ReplyTo = 999 }, default));

        Assert.Null(_telegram.BotMessages(Chat).Single().ReplyTo);
    }

    [Fact]
    public async Task Edits_text_and_buttons_and_deletes()
    {
        var id = Value(await _api.SendMessageAsync(new OutgoingText(Chat, "một") { Keyboard = [[new InlineButton("x", "x")]] }, default));

        Value(await _api.EditMessageTextAsync(id, new OutgoingText(Chat, "<i>hai</i>") { IsHtml = true }, default));
        var edited = _telegram.BotMessages(Chat).Single();
        Value(await _api.EditMessageReplyMarkupAsync(Chat, id, [[new InlineButton("y", "y")]], default));
        var withButton = _telegram.BotMessages(Chat).Single();
        Value(await _api.EditMessageReplyMarkupAsync(Chat, id, null, default));
        var without = _telegram.BotMessages(Chat).Single();
        Value(await _api.DeleteMessageAsync(Chat, id, default));

        Assert.Equal(("hai", true, 0), (edited.Text, edited.Edited, edited.Keyboard.Count));
        Assert.Equal("y", withButton.Buttons.Single().Data);
        Assert.Empty(without.Keyboard);
        Assert.Empty(_telegram.BotMessages(Chat));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var id = Value(await _api.SendMessageAsync(new OutgoingText(Chat, "một"), default));

        var refused = Refusal(await _api.EditMessageTextAsync(id, new OutgoingText(Chat, "một"), default));

        Assert.Equal(400, refused.Code);
        Assert.Contains("message is not modified", refused.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_a_button_and_types()
    {
        var callback = _telegram.Press(Chat, 1, "x");

        Value(await _api.AnswerCallbackQueryAsync(callback, "Đã ghi", alert: true, default));
        Value(await _api.SendChatActionAsync(Chat, 9, "typing", default));

        Assert.Equal(
            [$$"""{"callback_query_id":"{{callback}}","text":"Đã ghi","show_alert":true}""", """{"chat_id":77,"message_thread_id":9,"action":"typing"}"""],
            _telegram.Calls.Select(call => call.Body.ToJsonString(FakeTelegram.Readable)));
    }

    [Fact]
    public async Task Sets_the_commands_of_each_language()
    {
        Value(await _api.SetMyCommandsAsync([new BotCommand("tinh", "Chọn tỉnh")], null, default));
        Value(await _api.SetMyCommandsAsync([new BotCommand("help", "What I can do")], "en", default));

        Assert.Equal([new BotCommand("tinh", "Chọn tỉnh")], _telegram.Commands[""]);
        Assert.Equal([new BotCommand("help", "What I can do")], _telegram.Commands["en"]);
    }

    [Fact]
    public async Task Polls_raw_updates_and_confirms_them_by_the_offset()
    {
        _telegram.Say(Chat, "một");
        var second = _telegram.Send(new { message = "không phải tin nhắn" });

        var first = Value(await PollAsync(null));
        var again = Value(await PollAsync(null));
        var rest = Value(await PollAsync(second));
        var none = Value(await PollAsync(second + 1));

        Assert.Equal([2, 2, 1, 0], new[] { first, again, rest, none }.Select(updates => updates.Count));
        Assert.Equal(second, UpdateReader.IdOf(rest[0]));
        Assert.Equal($$"""{"offset":{{second + 1}},"timeout":0,"allowed_updates":["message"]}""", _telegram.Calls[^1].Body.ToJsonString());
    }

    [Fact]
    public async Task A_poll_waits_for_an_update()
    {
        var poll = _api.GetUpdatesAsync(null, TimeSpan.FromSeconds(50), ["message"], default);
        await _telegram.WaitAsync(() => _telegram.Calls.Count == 1);

        _telegram.Say(Chat, "xin chào");

        Assert.Single(Value(await poll));
    }

    [Fact]
    public async Task A_poll_is_refused_while_a_webhook_is_set()
    {
        Value(await _api.SetWebhookAsync("http://127.0.0.1:9/hook", "s-1", ["message"], default));
        var refused = Refusal(await PollAsync(null));
        _telegram.Say(Chat, "xin chào");
        Value(await _api.DeleteWebhookAsync(default));

        Assert.Equal(409, refused.Code);
        Assert.Single(Value(await PollAsync(null)));
        Assert.Equal(["""{"url":"http://127.0.0.1:9/hook","secret_token":"s-1","allowed_updates":["message"]}"""], _telegram.CallsOf("setWebhook").Select(call => call.Body.ToJsonString()));
    }

    [Fact]
    public async Task A_wrong_token_is_refused() => Assert.Equal(401, Refusal(await new BotApi(_http, _telegram.Address, "1:other").GetMeAsync(default)).Code);

    [Fact]
    public async Task A_block_is_refused()
    {
        _telegram.FailNext("sendMessage", Fault.Blocked);

        Assert.Equal(new BotApiResult<long>.Refused(403, "Forbidden: bot was blocked by the user", null, null), await SendAsync());
    }

    [Fact]
    public async Task A_group_that_moved_says_where_to()
    {
        _telegram.FailNext("sendMessage", Fault.Migrated(-1001));

        Assert.Equal(-1001, Refusal(await SendAsync()).MigratedTo);
    }

    [Theory]
    [InlineData("""{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":17}}""", 429, null, 17)]
    [InlineData("""{"ok":false,"error_code":429,"parameters":{"retry_after":"3"}}""", 200, null, 3)]
    [InlineData("""{"ok":false,"error_code":429,"parameters":{"retry_after":17}}""", 429, "40", 17)]
    [InlineData("""{"ok":false,"error_code":429}""", 429, "40", 40)]
    [InlineData("<html>slow down</html>", 429, "40", 40)]
    [InlineData("", 429, null, 5)]
    [InlineData("""{"ok":false,"parameters":{"retry_after":-1}}""", 429, null, 1)]
    [InlineData("""{"ok":false,"parameters":{"retry_after":1e300}}""", 429, null, 86400)]
    [InlineData("""{"ok":false,"parameters":[7]}""", 429, "-4", 5)]
    public async Task Too_many_says_how_long_to_wait(string body, int status, string? header, int seconds)
    {
        _telegram.On("sendMessage", _ => new Answered(status, body, header));

        var refused = Refusal(await SendAsync());

        Assert.Equal((429, TimeSpan.FromSeconds(seconds)), (refused.Code, refused.RetryAfter));
    }

    [Theory]
    [InlineData(200, """{"ok":false,"error_code":403}""", 403)]
    [InlineData(400, """{"ok":false,"error_code":"x","description":{"a":1},"extra":[]}""", 400)]
    [InlineData(404, """{"ok":false,"description":"Not Found"}""", 404)]
    public async Task The_apis_own_no_is_a_refusal(int status, string body, int code)
    {
        _telegram.On("sendMessage", _ => new Answered(status, body));

        Assert.Equal((code, null), (Refusal(await SendAsync()).Code, Refusal(await SendAsync()).RetryAfter));
    }

    [Theory]
    [InlineData(500, """{"message":"lỗi"}""")]
    [InlineData(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""")]
    [InlineData(200, """{"ok":false,"error_code":502}""")]
    [InlineData(502, "<html></html>")]
    [InlineData(503, "")]
    [InlineData(200, "")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"ok":"true","result":{"message_id":1}}""")]
    [InlineData(200, """{"ok":true,"result":{"message_""")]
    [InlineData(200, """{"ok":true,"result":null}""")]
    [InlineData(200, """{"ok":true,"result":{"message_id":{}}}""")]
    [InlineData(200, """{"\ud83d":1,"ok":true,"result":{"message_id":1}""")]
    [InlineData(302, "")]
    [InlineData(403, "<html>blocked by the proxy</html>")]
    public async Task An_answer_that_is_not_the_apis_is_a_failure_that_may_have_done_its_work(int status, string body)
    {
        _telegram.On("sendMessage", _ => new Answered(status, body));

        Assert.True(Failure(await SendAsync()).MayBeDone);
    }

    [Theory]
    [InlineData("""{"ok":true,"result":null}""")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"result":{"message_id":1,"date":1790000000000}}""")]
    public async Task Where_nothing_is_to_be_told_ok_is_enough(string body)
    {
        _telegram.On("editMessageText", _ => new Answered(200, body));

        Assert.True(Value(await _api.EditMessageTextAsync(1, new OutgoingText(Chat, "a"), default)));
    }

    [Fact]
    public async Task What_is_not_used_may_look_like_anything()
    {
        _telegram.On("sendMessage", _ => new Answered(200, """{"ok":true,"took":5,"result":{"message_id":"12","date":1790000000000,"chat":null,"x":[[]]}}"""));

        Assert.Equal(12, Value(await SendAsync()));
    }

    [Fact]
    public async Task An_answer_of_more_than_16_megabytes_is_given_up()
    {
        _telegram.On("getUpdates", _ => new Answered(200, "{\"ok\":true,\"result\":[\"" + new string('x', 17 * 1024 * 1024) + "\"]}"));

        Assert.True(Failure(await PollAsync(null)).MayBeDone);
    }

    [Fact]
    public async Task A_deep_update_does_not_spoil_the_others()
    {
        _telegram.On("getUpdates", _ => new Answered(200, "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":" + new string('[', 500) + new string(']', 500) + "},{\"update_id\":2}]}"));

        Assert.Equal([1L, 2L], Value(await PollAsync(null)).Select(UpdateReader.IdOf));
    }

    [Fact]
    public async Task A_lost_answer_is_told_and_the_call_not_repeated()
    {
        Value(await SendAsync());
        _telegram.FailNext("sendMessage", Fault.LostAnswer);

        var failure = Failure(await SendAsync());

        Assert.True(failure.MayBeDone);
        Assert.Equal(2, _telegram.BotMessages(Chat).Count);
    }

    [Fact]
    public async Task Half_an_answer_may_have_done_its_work()
    {
        _telegram.FailNext("sendMessage", Fault.HalfAnswer);

        Assert.True(Failure(await SendAsync()).MayBeDone);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_may_have_done_its_work()
    {
        _telegram.FailNext("sendMessage", Fault.Hang);
        var hasty = new BotApi(_http, _telegram.Address, FakeTelegram.Token) { RequestTimeout = TimeSpan.FromMilliseconds(300) };

        Assert.True(Failure(await hasty.SendMessageAsync(new OutgoingText(Chat, "a"), default)).MayBeDone);
    }

    [Fact]
    public async Task A_poll_may_take_as_long_as_it_was_told_and_a_while_longer()
    {
        var hasty = new BotApi(_http, _telegram.Address, FakeTelegram.Token) { RequestTimeout = TimeSpan.FromMilliseconds(1), PollGrace = TimeSpan.FromMilliseconds(300) };
        var whole = await hasty.GetUpdatesAsync(null, TimeSpan.FromSeconds(10), ["message"], Saying());
        _telegram.FailNext("getUpdates", Fault.Hang);

        var late = await hasty.GetUpdatesAsync(_telegram.NextUpdateId, TimeSpan.Zero, ["message"], default);

        Assert.Single(Value(whole));
        Assert.IsType<BotApiResult<IReadOnlyList<JsonElement>>.Failed>(late);

        CancellationToken Saying()
        {
            _ = _telegram.WaitAsync(() => _telegram.Calls.Count == 1).ContinueWith(_ => _telegram.Say(Chat, "a"), TaskScheduler.Default);
            return default;
        }
    }

    [Fact]
    public async Task Without_a_connection_nothing_was_done()
    {
        var failure = Failure(await ApiAt($"http://127.0.0.1:{FreePort()}").SendMessageAsync(new OutgoingText(Chat, "a"), default));

        Assert.Equal(("ConnectionError (ConnectionRefused)", false), (failure.Reason, failure.MayBeDone));
    }

    [Fact]
    public async Task Without_a_connection_in_time_nothing_was_done()
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(200),
            ConnectCallback = static async (_, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return Stream.Null;
            },
        })
        { Timeout = Timeout.InfiniteTimeSpan };

        Assert.False(Failure(await new BotApi(http, _telegram.Address, FakeTelegram.Token).GetMeAsync(default)).MayBeDone);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_was_told_nothing() =>
        Assert.False(Failure(await ApiAt(_telegram.Address.Replace("http:", "https:", StringComparison.Ordinal)).GetMeAsync(default)).MayBeDone);

    [Fact]
    public async Task Only_the_callers_own_end_is_thrown()
    {
        _telegram.FailNext("getUpdates", Fault.Hang);
        using var stop = new CancellationTokenSource();
        var poll = _api.GetUpdatesAsync(null, TimeSpan.FromSeconds(50), [], stop.Token);
        await _telegram.WaitAsync(() => _telegram.Calls.Count == 1);

        await stop.CancelAsync();

        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        Assert.Equal(stop.Token, thrown.CancellationToken);
        AssertWithoutToken(thrown.ToString());
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        var other = await FakeTelegram.StartAsync();
        await using var _ = other;
        _telegram.On("getMe", call => Results.Redirect(other.Address + call.Path, permanent: false, preserveMethod: true));

        Failure(await _api.GetMeAsync(default));

        Assert.Empty(other.Calls);
    }

    public static TheoryData<string> Repeating =>
    [
        "{\"ok\":false,\"error_code\":404,\"description\":\"No /bot4242:FAKE-token_for_tests/x\"}",
        "{\"ok\":false,\"error_code\":404,\"description\":\"No /bot4242%3AFAKE-token_for_tests/x\"}",
        "{\"ok\":false,\"error_code\":404,\"description\":\"" + new string('x', 290) + "4242:FAKE-token_for_tests\"}",
        "{\"ok\":false,\"error_code\":500,\"description\":\"No /bot4242:FAKE-token_for_tests/x\"}",
        "{\"message\":\"\\u0034242:FAKE-token_for_tests\"}",
        "4242:FAKE-token_for_tests",
    ];

    [Theory]
    [MemberData(nameof(Repeating))]
    public async Task A_server_that_repeats_the_token_does_not_bring_it_into_a_result(string body)
    {
        _telegram.On("sendMessage", _ => new Answered(404, body));

        AssertWithoutToken((await SendAsync()).ToString()!);
    }

    [Fact]
    public async Task Faults_of_the_network_do_not_bring_the_token_into_a_result()
    {
        foreach (var fault in new[] { Fault.LostAnswer, Fault.HalfAnswer, Fault.Broken, Fault.Malformed, Fault.EmptyBody, Fault.BadGateway, Fault.Unauthorized, Fault.InternalError })
        {
            _telegram.FailNext("sendMessage", fault);
            AssertWithoutToken((await SendAsync()).ToString()!);
        }

        AssertWithoutToken((await ApiAt("http://no.such.host.invalid").GetMeAsync(default)).ToString()!);
        AssertWithoutToken(_api.ToString()!);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "42 42")]
    [InlineData("http://127.0.0.1:9", "4242:a/../b")]
    [InlineData("http://127.0.0.1:9", "4242:a\n")]
    [InlineData("http://127.0.0.1:9", "")]
    [InlineData("ftp://127.0.0.1", FakeTelegram.Token)]
    [InlineData("127.0.0.1:9", FakeTelegram.Token)]
    [InlineData("http://127.0.0.1:9/?a=b", FakeTelegram.Token)]
    public void What_cannot_be_an_address_or_a_token_is_refused_without_being_repeated(string address, string token)
    {
        var refused = Assert.Throws<ArgumentException>(() => new BotApi(_http, address, token));

        Assert.True(token.Length == 0 || !refused.ToString().Contains(token, StringComparison.Ordinal));
    }

    private BotApi ApiAt(string address) => new(_http, address, FakeTelegram.Token);

    private Task<BotApiResult<long>> SendAsync() => _api.SendMessageAsync(new OutgoingText(Chat, "a"), default);

    private Task<BotApiResult<IReadOnlyList<JsonElement>>> PollAsync(long? offset) => _api.GetUpdatesAsync(offset, TimeSpan.Zero, ["message"], default);

    private static T Value<T>(BotApiResult<T> result) => Assert.IsType<BotApiResult<T>.Done>(result).Value;

    private static BotApiResult<T>.Refused Refusal<T>(BotApiResult<T> result) => Assert.IsType<BotApiResult<T>.Refused>(result);

    private static BotApiResult<T>.Failed Failure<T>(BotApiResult<T> result) => Assert.IsType<BotApiResult<T>.Failed>(result);

    private static void AssertWithoutToken(string text)
    {
        Assert.NotEmpty(text);
        Assert.DoesNotContain("4242", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FAKE", text, StringComparison.OrdinalIgnoreCase);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>An answer with or without a Retry-After header.</summary>
    private sealed class Answered(int status, string body, string? retryAfter = null) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            if (retryAfter is not null)
            {
                httpContext.Response.Headers.RetryAfter = retryAfter;
            }

            httpContext.Response.StatusCode = status;
            await httpContext.Response.WriteAsync(body);
        }
    }
}
