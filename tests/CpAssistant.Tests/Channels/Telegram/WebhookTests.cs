using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CpAssistant.Channels.Telegram;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>Updates that Telegram sends.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const long Person = 11;
    private const string Secret = "a-secret_of_16-or-more";
    private const string Good = """{"update_id":1,"message":{"message_id":5,"date":0,"from":{"id":11,"is_bot":false,"first_name":"A"},"chat":{"id":11,"type":"private"},"text":"Sở Công Thương phải làm gì?"}}""";
    private const string OfGroup =
        """{"update_id":2,"message":{"message_id":5,"date":0,"from":{"id":11,"is_bot":false,"first_name":"A"},"chat":{"id":-1001,"type":"supergroup"},"text":"/coquan@SanXuatSachBot"}}""";

    private FakeTelegram _telegram = null!;
    private TelegramService _service = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _service = Start();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Telegram_is_told_address_secret_and_kinds()
    {
        await _service.WaitForStateAsync("on");

        var call = Assert.Single(_telegram.CallsOf("setWebhook"));
        Assert.Equal("https://sxsh.example.vn/telegram/webhook", call.Body["url"]?.GetValue<string>());
        Assert.Equal(Secret, call.Body["secret_token"]?.GetValue<string>());
        Assert.Equal(["message", "edited_message", "callback_query", "my_chat_member"], ((JsonArray)call.Body["allowed_updates"]!).Select(kind => kind!.GetValue<string>()));
        Assert.Empty(_telegram.CallsOf("getUpdates"));
    }

    [Fact]
    public async Task A_secret_of_its_own_is_made_where_none_is_set()
    {
        _service = TelegramService.Start(_telegram, _service.Stop(), Settings with { WebhookSecret = null });
        await _service.WaitForStateAsync("on");

        var secret = _telegram.CallsOf("setWebhook")[^1].Body["secret_token"]!.GetValue<string>();
        Assert.Matches(@"\A[A-Za-z0-9_-]{32,256}\z", secret);
        Assert.DoesNotContain(FakeTelegram.Token.Split(':')[1], secret, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Good, secret));
    }

    [Fact]
    public async Task Two_hundred_means_it_is_on_disk()
    {
        using var lockedOut = new SqliteConnection($"Data Source={_service.Service.Services.GetRequiredService<Database>().FilePath};Pooling=False");
        lockedOut.Open();
        await lockedOut.ExecuteAsync("BEGIN IMMEDIATE");

        var posted = PostAsync(Good, Secret);
        await Task.Delay(300);
        Assert.False(posted.IsCompleted, "answered while nothing could be written");

        await lockedOut.ExecuteAsync("ROLLBACK");
        Assert.Equal(HttpStatusCode.OK, await posted);
        Assert.Equal(1, _service.Count("SELECT count(*) FROM telegram_update WHERE update_id = 1"));
    }

    [Fact]
    public async Task What_cannot_be_written_is_not_acknowledged()
    {
        _service.Execute("CREATE TRIGGER fails BEFORE INSERT ON telegram_update BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");

        Assert.Equal(HttpStatusCode.InternalServerError, await PostAsync(Good, Secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("a-secret_of_16-or-mor")]
    [InlineData("a-secret_of_16-or-more1")]
    [InlineData("A-SECRET_OF_16-OR-MORE")]
    [InlineData("a-secret_of_16-or-more,a-secret_of_16-or-more")]
    public async Task Without_the_secret_nothing_changes(string? secret)
    {
        await _service.WaitForStateAsync("on");
        var before = await ChangesAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Good, secret));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("no JSON", secret));

        Assert.Equal(before, await ChangesAsync());
        Assert.Equal(0, _service.Count("SELECT count(*) FROM telegram_update"));
        Assert.Equal(0, _service.Count("SELECT count(*) FROM conversation"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"update_id":"x"}""")]
    [InlineData("""{"update_id":""")]
    public async Task What_is_no_update_is_refused(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body, Secret));
        Assert.Equal(0, _service.Count("SELECT count(*) FROM telegram_update"));
    }

    [Theory]
    [InlineData("""{"update_id":7}""")]
    [InlineData("""{"update_id":7,"message":5}""")]
    [InlineData("""{"update_id":7,"poll":{"id":"1"}}""")]
    public async Task What_does_not_concern_the_bot_is_taken_and_leaves_nothing(string body)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, Secret));
        Assert.Equal(0, _service.Open());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_large_is_refused(bool tellsLength)
    {
        _service = TelegramService.Start(_telegram, _service.Stop(), Settings, listens: true);
        var body = Good.Replace("Sở", new string('x', 300_000), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(body, Secret, tellsLength));
        Assert.Equal(0, _service.Count("SELECT count(*) FROM telegram_update"));
    }

    [Theory]
    [InlineData("Sở Công Thương phải làm gì?", 1)]
    [InlineData("/tinh không có nơi này", 0)]
    public async Task An_update_that_is_delivered_again_is_answered_once(string text, int turns)
    {
        var update = Good.Replace("Sở Công Thương phải làm gì?", text, StringComparison.Ordinal);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(update, Secret)));
        await _service.IdleAsync();
        statuses = [.. statuses, await PostAsync(update, Secret)];
        await _service.IdleAsync();

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(turns, _service.Count("SELECT count(*) FROM turn"));
        Assert.Single(_telegram.BotMessages(Person));
    }

    [Fact]
    public async Task Groups_have_to_wait_until_the_bot_knows_its_name()
    {
        var data = _service.Stop();
        _telegram.On("getMe", _ => FakeAnswer.Refused(500, "Internal Server Error"));
        _service = TelegramService.Start(_telegram, data, Settings, new FastTime(20));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(OfGroup, Secret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Good, Secret));
        Assert.Equal(0, _service.Count("SELECT count(*) FROM telegram_update WHERE update_id = 2"));

        _telegram.On("getMe", _ => null);
        await _service.WaitForStateAsync("on");

        Assert.Equal(HttpStatusCode.OK, await PostAsync(OfGroup, Secret));
        await _service.IdleAsync();
        Assert.Single(_telegram.BotMessages(-1001));
    }

    [Fact]
    public async Task A_bot_that_polls_has_no_webhook()
    {
        _service = TelegramService.Start(_telegram, _service.Stop(), Settings with { Mode = TelegramMode.Polling });

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Good, Secret));
        await _service.WaitForStateAsync("on");
        Assert.NotEmpty(_telegram.CallsOf("deleteWebhook"));
    }

    [Fact]
    public async Task Without_a_token_there_is_no_webhook()
    {
        var settings = Settings with { Token = null };
        _service = TelegramService.Start(_telegram, _service.Stop(), settings);

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Good, Secret));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Good, settings.Secret));
    }

    private TelegramSettings Settings =>
        TelegramService.Polling(_telegram) with { Mode = TelegramMode.Webhook, PublicAddress = "https://sxsh.example.vn", WebhookSecret = Secret };

    private TelegramService Start() => TelegramService.Start(_telegram, bot: Settings);

    private async Task<HttpStatusCode> PostAsync(string body, string? secret, bool tellsLength = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TelegramSettings.WebhookPath) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = !tellsLength;
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var response = await _service.Client.SendAsync(request);
        return response.StatusCode;
    }

    private Task<long> ChangesAsync() =>
        _service.Service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => connection.ExecuteScalar<long>("SELECT total_changes()"));
}
