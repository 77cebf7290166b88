using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CpAssistant.Benchmarks.Load;
using CpAssistant.Channels.Telegram;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>How the channel stands, and that all else goes on whatever becomes of it.</summary>
public sealed class ChannelStateTests
{
    private const int Speed = 20;
    private const long Person = 11;
    private const string Question = "Sở Công Thương phải làm gì?";
    private static readonly string[] Secrets = [FakeTelegram.Token, FakeTelegram.Token.Split(':')[1], "a-secret_of_16-or-more"];

    private readonly LogLines _log = new();

    [Fact]
    public async Task The_service_works_while_Telegram_cannot_be_reached_and_the_bot_once_it_can()
    {
        var port = ServiceProcess.FreePort();
        var settings = new TelegramSettings { Token = FakeTelegram.Token, ApiBaseUrl = $"http://127.0.0.1:{port}" };
        var elsewhere = await FakeTelegram.StartAsync();
        await using var service = TelegramService.Start(elsewhere, bot: settings, time: new FastTime(Speed), log: _log);

        await AssertServesAsync(service, "degraded");
        await service.WaitForStateAsync("unreachable");
        Assert.NotNull((await service.HealthAsync()).GetProperty("reason").GetString());
        await AssertServesAsync(service, "degraded");

        await using var telegram = await FakeTelegram.StartAsync(port);
        await service.WaitForStateAsync("on");
        telegram.Say(Person, Question);
        await telegram.WaitForMessageAsync(Person, message => message.Text.Contains("tập huấn", StringComparison.Ordinal));

        await AssertServesAsync(service, "ok");
        Assert.Single(_log.With("cannot be reached", LogLevel.Warning));
    }

    [Theory]
    [InlineData("getMe")]
    [InlineData("getUpdates")]
    [InlineData("deleteWebhook")]
    public async Task Pauses_grow_while_Telegram_fails(string method)
    {
        var telegram = await FakeTelegram.StartAsync();
        telegram.FailNext(method, Fault.BadGateway, 5);
        await using var service = TelegramService.Start(telegram, time: new FastTime(Speed), log: _log);

        await telegram.WaitAsync(() => telegram.CallsOf(method).Count >= 6);
        await service.WaitForStateAsync("on");

        var calls = telegram.CallsOf(method);
        Assert.All(Enumerable.Range(0, 5), i => Assert.True((calls[i + 1].At - calls[i].At) * Speed >= TimeSpan.FromSeconds(0.9 * (1 << i)), $"pause {i}: {(calls[i + 1].At - calls[i].At) * Speed}"));
        Assert.Single(_log.With("cannot be reached", LogLevel.Warning));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_wrong_token_is_said_once_and_all_else_runs(int code, string description)
    {
        var telegram = await FakeTelegram.StartAsync();
        telegram.FailNext("getMe", Fault.Refusal(code, description), 1000);
        await using var service = TelegramService.Start(telegram, time: new FastTime(Speed), log: _log);
        await telegram.WaitAsync(() => telegram.CallsOf("getMe").Count >= 4);

        Assert.Equal("refused", (await service.HealthAsync()).GetProperty("state").GetString());
        Assert.Contains("Telegram__Token", (await service.HealthAsync()).GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("BotFather", Assert.Single(_log.With("does not take the token", LogLevel.Error)), StringComparison.Ordinal);
        await AssertServesAsync(service, "degraded");
    }

    [Fact]
    public async Task Another_program_with_the_same_bot_shows_and_passes()
    {
        var telegram = await FakeTelegram.StartAsync();
        telegram.FailNext("getUpdates", Fault.Refusal(409, "Conflict: terminated by other getUpdates request"), 5);
        await using var service = TelegramService.Start(telegram, time: new FastTime(Speed), log: _log);

        await service.WaitForStateAsync("conflict");
        await AssertServesAsync(service, "degraded");
        await telegram.WaitAsync(() => telegram.CallsOf("getUpdates").Count == 6);
        await service.AskAsync(Person, Question);
        await AssertServesAsync(service, "ok");

        Assert.Single(_log.With("another program", LogLevel.Error));
    }

    [Fact]
    public async Task Without_a_token_the_channel_is_off_and_that_is_well()
    {
        var telegram = await FakeTelegram.StartAsync();
        await using var service = TelegramService.Start(telegram, bot: TelegramService.Polling(telegram) with { Token = null }, time: new FastTime(Speed), log: _log);

        await AssertServesAsync(service, "ok");

        Assert.Equal("off", (await service.HealthAsync()).GetProperty("state").GetString());
        Assert.Contains("Telegram__Token", Assert.Single(_log.With("Telegram is off")), StringComparison.Ordinal);
        Assert.Empty(telegram.Calls);
    }

    [Theory]
    [InlineData(TelegramMode.Polling)]
    [InlineData(TelegramMode.Webhook)]
    public async Task Neither_token_nor_secret_stands_in_any_line_of_the_log(TelegramMode mode)
    {
        var telegram = await FakeTelegram.StartAsync();
        var settings = TelegramService.Polling(telegram) with { Mode = mode, PublicAddress = "https://sxsh.example.vn", WebhookSecret = Secrets[2] };
        foreach (var fault in new[] { Fault.BadGateway, Fault.Broken, Fault.Malformed, Fault.Refusal(404, $"Not Found: /bot{FakeTelegram.Token}/getMe"), Fault.Refusal(400, $"Bad Request {FakeTelegram.Token}") })
        {
            telegram.FailNext("getMe", fault);
            telegram.FailNext("sendMessage", fault);
            telegram.FailNext("setMyCommands", fault);
            telegram.FailNext("getUpdates", fault);
        }

        await using var service = TelegramService.Start(telegram, bot: settings, time: new FastTime(Speed), log: _log, settings: [("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace")]);
        await service.WaitForStateAsync("on");
        await service.QueueAsync(Person, "a1", "a2", "a3");
        await service.IdleAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, TelegramSettings.WebhookPath) { Content = JsonContent.Create(new { update_id = 1 }) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secrets[2]);
        using var response = await service.Client.SendAsync(request);
        Assert.Equal(mode == TelegramMode.Webhook ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);

        Assert.NotEmpty(_log.With("", LogLevel.Trace).Except(_log.With("", LogLevel.Debug)));
        Assert.NotEmpty(_log.With("stays in the queue"));
        Assert.All(Secrets, secret => Assert.Empty(_log.With(secret, LogLevel.Trace)));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, settings.ToString(), StringComparison.Ordinal));
    }

    private static async Task AssertServesAsync(TelegramService service, string status)
    {
        Assert.Equal(status, (await service.Client.GetFromJsonAsync<JsonElement>("/health")).GetProperty("status").GetString());
        using var page = await service.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var asked = await service.Client.PostAsJsonAsync("/api/ask", new { turns = new[] { Question } });
        Assert.Contains("tập huấn", (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("text").GetString(), StringComparison.Ordinal);
        using var token = await service.Client.PostAsync("/api/webchat/token", null);
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
    }
}
