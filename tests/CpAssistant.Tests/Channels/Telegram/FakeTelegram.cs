using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CpAssistant.Channels.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>A Bot API server on a port of this machine, with people who write and the chats as they see them. Safe for threads.</summary>
/// <remarks>Answers as https://core.telegram.org/bots/api has it, where the bot depends on it; texts are counted in UTF-16 units.</remarks>
internal sealed partial class FakeTelegram : IAsyncDisposable
{
    internal const string Token = "4242:FAKE-token_for_tests";

    internal static readonly BotIdentity Me = new(4242, "SanXuatSachBot");

    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WebApplication _app;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<FakeCall> _calls = [];
    private readonly List<(string Method, int Times, Fault Fault)> _faults = [];
    private readonly ConcurrentDictionary<string, Func<FakeCall, IResult?>> _handlers = [];
    private readonly HttpClient _webhookClient = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Lock _gate = new();
    private readonly FakeUpdateQueue _queue = new();
    private readonly FakeChats _chats = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _poll;
    private (string Url, string? Secret)? _webhook;
    private Task _delivery = Task.CompletedTask;

    private FakeTelegram(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    /// <summary>Without a slash at the end.</summary>
    internal string Address => _app.Urls.First();

    internal IReadOnlyList<FakeCall> Calls => [.. _calls];

    /// <summary>Lists of commands by language; "" for people of any other.</summary>
    internal ConcurrentDictionary<string, IReadOnlyList<BotCommand>> Commands { get; } = [];

    internal string? WebhookUrl => _webhook?.Url;

    /// <summary>How often an update has come to the webhook, with the status it was answered with; null for no answer.</summary>
    internal ConcurrentQueue<(long UpdateId, int? Status)> Deliveries { get; } = [];

    /// <summary>Between the deliveries of one update.</summary>
    internal TimeSpan RedeliveryPause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Ids that the next updates get; Telegram begins anew, anywhere, after a quiet week.</summary>
    internal long NextUpdateId
    {
        get => Locked(() => _queue.NextId);
        set => Locked(() => _queue.NextId = value);
    }

    /// <summary>Updates that are neither confirmed nor delivered.</summary>
    internal int Pending => Locked(() => _queue.Count);

    /// <param name="port">0 for any free one.</param>
    internal static async Task<FakeTelegram> StartAsync(int port = 0)
    {
        var telegram = new FakeTelegram(port);
        await telegram._app.StartAsync();
        return telegram;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Pulse();
        await _delivery;
        await _app.StopAsync();
        await _app.DisposeAsync();
        _webhookClient.Dispose();
        _stopping.Dispose();
    }

    internal IReadOnlyList<FakeCall> CallsOf(string method) => [.. _calls.Where(call => call.Method == method)];

    /// <summary>Oldest first; deleted ones are gone.</summary>
    internal IReadOnlyList<ShownMessage> Chat(long chatId) => Locked(() => _chats.Shown(chatId));

    /// <summary>What the bot has said in a chat, as it stands now.</summary>
    internal IReadOnlyList<ShownMessage> BotMessages(long chatId) => [.. Chat(chatId).Where(static message => message.FromBot)];

    /// <param name="update">A <see cref="JsonNode"/>, or anything that is written as a JSON object; an update_id in it is kept.</param>
    /// <returns>Its update_id. An update of a kind that the bot does not want is dropped.</returns>
    internal long Send(object update)
    {
        var json = update as JsonObject ?? (JsonObject)JsonSerializer.SerializeToNode(update)!;
        return Changing(() => _queue.Add(json, _chats));
    }

    /// <param name="chatId">Below 0 for a group.</param>
    /// <param name="userId">The chat's own id where null, or 1000 in a group.</param>
    /// <returns>Id of the message.</returns>
    internal long Say(long chatId, string text, long? userId = null, string? groupTitle = null, long? replyTo = null) =>
        Changing(() => _queue.Say(_chats, chatId, text, userId, groupTitle, replyTo));

    /// <param name="data">As pressed; whether the message has such a button is not looked at.</param>
    /// <returns>Id of the callback.</returns>
    internal string Press(long chatId, long messageId, string data, long? userId = null) => Changing(() => _queue.Press(_chats, chatId, messageId, data, userId));

    internal void Edit(long chatId, long messageId, string text) => Changing(() => _queue.Edit(_chats, chatId, messageId, text));

    /// <summary>Answers every call of a method; null lets it go on. The handler runs after the token is checked and before the faults.</summary>
    /// <param name="method">"*" for all that have no handler of their own.</param>
    internal void On(string method, Func<FakeCall, IResult?> handler) => _handlers[method] = handler;

    /// <param name="method">"*" for any.</param>
    internal void FailNext(string method, Fault fault, int times = 1) => Locked(() => _faults.Add((method, times, fault)));

    /// <summary>Waits for something to be true; fails the test with what has come in where it does not come true.</summary>
    internal async Task WaitAsync(Func<bool> predicate, TimeSpan? timeout = null)
    {
        var late = _clock.Elapsed + (timeout ?? TimeSpan.FromSeconds(20));
        while (!predicate())
        {
            Assert.True(_clock.Elapsed < late, Describe());
            await Task.WhenAny(Changed(), Task.Delay(50));
        }
    }

    /// <summary>Waits until the bot shows a message in a chat that fits.</summary>
    internal async Task<ShownMessage> WaitForMessageAsync(long chatId, Func<ShownMessage, bool> fits, TimeSpan? timeout = null)
    {
        await WaitAsync(() => BotMessages(chatId).Any(fits), timeout);
        return BotMessages(chatId).Last(fits);
    }

    internal string Describe()
    {
        var text = new StringBuilder($"Waited in vain at {_clock.Elapsed.TotalSeconds:F3} s; {Pending} updates pending; calls:\n");
        foreach (var call in _calls.TakeLast(60))
        {
            text.AppendLine(call.ToString());
        }

        foreach (var (chat, messages) in Locked(_chats.All))
        {
            text.AppendLine($"chat {chat}:").AppendJoin('\n', messages).AppendLine();
        }

        return text.ToString();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var address = AddressPattern().Match(context.Request.Path.Value ?? "");
        var answer = !address.Success ? Refuse(404, "Not Found") : await AnswerAsync(context, address.Groups["token"].Value, address.Groups["method"].Value);
        await answer.ExecuteAsync(context);
    }

    private async Task<IResult> AnswerAsync(HttpContext context, string token, string method)
    {
        JsonObject body;
        try
        {
            body = context.Request.ContentLength is 0 or null ? [] : await JsonNode.ParseAsync(context.Request.Body) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return Refuse(400, "Bad Request: can't parse request body as JSON");
        }

        var call = new FakeCall(method, body, _clock.Elapsed, context.Request.Path.Value!);
        _calls.Enqueue(call);
        Pulse();
        return token != Token ? Refuse(401, "Unauthorized")
            : (_handlers.TryGetValue(method, out var handler) || _handlers.TryGetValue("*", out handler)) && handler(call) is { } handled ? handled
            : NextFault(method) is { } fault ? await fault.Act(context, () => WorkAsync(call, context.RequestAborted), _stopping.Token)
            : await WorkAsync(call, context.RequestAborted);
    }

    private Fault? NextFault(string method) => Locked(() =>
    {
        var index = _faults.FindIndex(fault => fault.Method == method || fault.Method == "*");
        if (index < 0)
        {
            return null;
        }

        var (name, times, fault) = _faults[index];
        if (times > 1)
        {
            _faults[index] = (name, times - 1, fault);
        }
        else
        {
            _faults.RemoveAt(index);
        }

        return fault;
    });

    private async Task<IResult> WorkAsync(FakeCall call, CancellationToken gone)
    {
        if (call.Method == "getUpdates")
        {
            return await PollAsync(call, gone);
        }

        if (call.Method is "setWebhook" or "deleteWebhook")
        {
            return SetWebhook(call);
        }

        try
        {
            return Accept(Changing(() => _chats.Do(call, Commands)));
        }
        catch (RefusedException refused)
        {
            return Refuse(refused.Code, refused.Message);
        }
    }

    /// <summary>One poll at a time: a second one ends the first.</summary>
    private async Task<IResult> PollAsync(FakeCall call, CancellationToken gone)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(gone, _stopping.Token);
        using var replaced = new CancellationTokenSource();
        lock (_gate)
        {
            if (_webhook is not null)
            {
                return Refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            }

            _poll?.Cancel();
            _poll = replaced;
            _queue.Want(call.Body["allowed_updates"]);
            _queue.Confirm(call.Number("offset"));
        }

        try
        {
            var late = _clock.Elapsed + TimeSpan.FromSeconds(call.Number("timeout") ?? 0);
            while (true)
            {
                var changed = Changed();
                if (Locked(() => _queue.Next(call.Number("limit"))) is { Count: > 0 } updates)
                {
                    return Accept(new JsonArray([.. updates.Select(static update => update.DeepClone())]));
                }

                var left = late - _clock.Elapsed;
                if (left <= TimeSpan.Zero || poll.IsCancellationRequested)
                {
                    return Accept(new JsonArray());
                }

                if (replaced.IsCancellationRequested)
                {
                    return Refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
                }

                using var wake = CancellationTokenSource.CreateLinkedTokenSource(poll.Token, replaced.Token);
                await Task.WhenAny(changed, Task.Delay(left, wake.Token));
            }
        }
        finally
        {
            lock (_gate)
            {
                _poll = _poll == replaced ? null : _poll;
            }
        }
    }

    private IResult SetWebhook(FakeCall call)
    {
        lock (_gate)
        {
            var url = call.Method == "setWebhook" ? call.Body["url"]?.GetValue<string>() : null;
            if (url is { Length: > 0 } && !Uri.IsWellFormedUriString(url, UriKind.Absolute))
            {
                return Refuse(400, "Bad Request: bad webhook: invalid URL");
            }

            if (call.Body["drop_pending_updates"]?.GetValue<bool>() == true)
            {
                _queue.Clear();
            }

            _webhook = url is { Length: > 0 } ? (url, call.Body["secret_token"]?.GetValue<string>()) : null;
            if (_webhook is not null)
            {
                _queue.Want(call.Body["allowed_updates"]);
                _poll?.Cancel();
                _delivery = _delivery.IsCompleted ? Task.Run(DeliverAsync) : _delivery;
            }
        }

        Pulse();
        return Accept(true);
    }

    /// <summary>One update after the other, each until it is taken.</summary>
    private async Task DeliverAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            var changed = Changed();
            var (webhook, update) = Locked(() => (_webhook, _queue.First?.DeepClone()));
            if (webhook is null || update is null)
            {
                await Task.WhenAny(changed, Task.Delay(1000));
                continue;
            }

            var id = update["update_id"]!.GetValue<long>();
            var status = await PostAsync(webhook.Value.Url, webhook.Value.Secret, update);
            Deliveries.Enqueue((id, status));
            if (status is >= 200 and < 300)
            {
                Locked(() => _queue.Confirm(id + 1));
            }
            else
            {
                await Task.Delay(RedeliveryPause);
            }

            Pulse();
        }
    }

    private async Task<int?> PostAsync(string url, string? secret, JsonNode update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(update.ToJsonString(), Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var response = await _webhookClient.SendAsync(request, _stopping.Token);
            return (int)response.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private T Changing<T>(Func<T> change)
    {
        var value = Locked(change);
        Pulse();
        return value;
    }

    private void Changing(Action change)
    {
        Locked(change);
        Pulse();
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private void Locked(Action change)
    {
        lock (_gate)
        {
            change();
        }
    }

    private Task Changed() => Volatile.Read(ref _changed).Task;

    private void Pulse() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private static IResult Accept(JsonNode? result) => Json(200, new JsonObject { ["ok"] = true, ["result"] = result });

    private static IResult Refuse(int code, string description) => Json(code, new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description });

    private static IResult Json(int status, JsonObject body) => Results.Text(body.ToJsonString(), "application/json", null, status);

    [GeneratedRegex(@"/bot(?<token>[^/]+)/(?<method>\w+)\z")]
    private static partial Regex AddressPattern();
}

/// <summary>The API's answer to what it does not take.</summary>
internal sealed class RefusedException(int code, string message) : Exception(message)
{
    internal int Code => code;

    internal static RefusedException Bad(string what) => new(400, "Bad Request: " + what);
}
