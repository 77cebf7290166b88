using System.Net.Http.Json;
using System.Text.Json;
using CpAssistant.Channels.Telegram;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>The real service with a bot, beside a Bot API server that does what it is told.</summary>
internal sealed class TelegramService : IAsyncDisposable
{
    private readonly Service _service;
    private readonly TemporaryFolder _data;

    private TelegramService(FakeTelegram telegram, TemporaryFolder data, TelegramSettings settings, TimeProvider time, bool listens, LogLines? log, (string Key, string Value)[] others)
    {
        (Telegram, _data) = (telegram, data);
        _service = new Service(
            time,
            listens,
            services => (log is null ? services : services.AddSingleton(log.Provider())).AddSingleton(settings),
            [("Data:Folder", data.Path), .. others]);
    }

    internal FakeTelegram Telegram { get; }

    internal HttpClient Client => _service.Client;

    internal Service Service => _service;

    /// <summary>Settings of a bot that polls the fake server.</summary>
    internal static TelegramSettings Polling(FakeTelegram telegram) => new() { Token = FakeTelegram.Token, ApiBaseUrl = telegram.Address };

    internal static async Task<TelegramService> StartAsync(params (string Key, string Value)[] settings) => Start(await FakeTelegram.StartAsync(), settings: settings);

    /// <param name="data">Of an earlier service, to go on from; null for a new one.</param>
    /// <param name="log">Is told every line; null for the console alone.</param>
    internal static TelegramService Start(
        FakeTelegram telegram, TemporaryFolder? data = null, TelegramSettings? bot = null, TimeProvider? time = null, bool listens = false, LogLines? log = null, params (string Key, string Value)[] settings) =>
        new(telegram, data ?? new TemporaryFolder(), bot ?? Polling(telegram), time ?? TimeProvider.System, listens, log, settings);

    /// <summary>Says something in a private chat and waits for what the bot answers.</summary>
    /// <returns>The bot's latest message.</returns>
    internal async Task<ShownMessage> AskAsync(long chat, string text)
    {
        var before = Telegram.BotMessages(chat).Count;
        Telegram.Say(chat, text);
        await Telegram.WaitAsync(() => Telegram.BotMessages(chat).Count > before && Waiting() == 0);
        return Telegram.BotMessages(chat)[^1];
    }

    /// <summary>Presses a button of a message and waits until all that comes of it is shown.</summary>
    internal async Task PressAsync(long chat, ShownMessage message, Func<ShownButton, bool> button, long? userId = null)
    {
        var answered = Telegram.CallsOf("answerCallbackQuery").Count;
        Telegram.Press(chat, message.Id, message.Buttons.First(button).Data, userId);
        await Telegram.WaitAsync(() => Telegram.CallsOf("answerCallbackQuery").Count > answered);
        await IdleAsync();
    }

    /// <summary>Waits until every update is worked off and every message sent.</summary>
    internal Task IdleAsync() => Telegram.WaitAsync(() => Telegram.Pending == 0 && Open() == 0 && Waiting() == 0);

    internal async Task<JsonElement> HealthAsync() => (await Client.GetFromJsonAsync<JsonElement>("/health")).GetProperty("telegram");

    internal async Task WaitForStateAsync(string state) => await Telegram.WaitAsync(() => HealthAsync().GetAwaiter().GetResult().GetProperty("state").GetString() == state);

    internal int Open() => Count("SELECT count(*) FROM telegram_update WHERE content IS NOT NULL");

    internal int Waiting() => Count("SELECT count(*) FROM telegram_message WHERE pending = 1");

    internal int Count(string sql) => Query<int>(sql)[0];

    internal IReadOnlyList<T> Query<T>(string sql) => DatabaseFile.Query<T>(_data.Path, sql);

    /// <returns>See <see cref="DatabaseFile.Text"/>.</returns>
    internal string File() => DatabaseFile.Text(_data.Path);

    /// <summary>Puts messages into the outgoing queue, each with its words.</summary>
    internal async Task QueueAsync(long chat, params string[] texts)
    {
        var outbox = Service.Services.GetRequiredService<Outbox>();
        foreach (var text in texts)
        {
            await outbox.WriteAsync(new Change.Say(new NewMessage(chat, null, text, [])));
        }

        outbox.Wake();
    }

    /// <summary>Changes the database behind the service's back.</summary>
    internal void Execute(string sql) => Execute(_data, sql);

    internal static void Execute(TemporaryFolder data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data.Path, "cp-assistant.db")};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    /// <summary>Ends the service and leaves server and data as they are.</summary>
    internal TemporaryFolder Stop()
    {
        _service.Dispose();
        return _data;
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await Telegram.DisposeAsync();
        _data.Dispose();
    }
}
