using System.Net;

namespace CpAssistant.Channels.Telegram;

/// <summary>The bot as the rest of the channel speaks through it; what is no part of the queue fails softly.</summary>
public sealed partial class TelegramBot(TelegramSettings settings, ILogger<TelegramBot> logger) : IDisposable
{
    private static readonly TimeSpan SoftLimit = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = BotApi.CreateHttpClient();

    /// <summary>Null where there is no token, and the channel is off.</summary>
    internal BotApi? Api => _api ??= settings.Token is { } token ? new BotApi(_http, settings.ApiBaseUrl, token) { RequestTimeout = settings.RequestTimeout } : null;

    private BotApi? _api;

    /// <summary>As Telegram has told; until then known by the token's number alone, and mentions in groups are not recognised.</summary>
    internal BotIdentity Identity { get; set; } = new(settings.Bot, "");

    public void Dispose() => _http.Dispose();

    /// <summary>Ends the waiting of a button.</summary>
    internal Task AnswerButtonAsync(string callbackId, string? words, CancellationToken cancellation) =>
        SoftlyAsync("answerCallbackQuery", token => Api!.AnswerCallbackQueryAsync(callbackId, words, alert: false, token), cancellation);

    internal Task TypeAsync(Origin to, CancellationToken cancellation) =>
        SoftlyAsync("sendChatAction", token => Api!.SendChatActionAsync(to.ChatId, to.ThreadId, "typing", token), cancellation);

    /// <summary>The menu in Vietnamese for everyone, and in English for apps in English.</summary>
    internal async Task OfferCommandsAsync(CancellationToken cancellation)
    {
        await SoftlyAsync("setMyCommands", token => Api!.SetMyCommandsAsync(TelegramText.Vietnamese.Menu, null, token), cancellation);
        await SoftlyAsync("setMyCommands", token => Api!.SetMyCommandsAsync(TelegramText.English.Menu, "en", token), cancellation);
    }

    /// <summary>Makes Telegram show a message as it is to look.</summary>
    internal async Task<Shown> ShowAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var shown = await CallAsync(message, isHtml: true, cancellation);
        if (shown is Shown.Impossible { Reason: var lost } && message.ThreadId is not null && lost.Contains("message thread not found", StringComparison.OrdinalIgnoreCase))
        {
            message = message with { ThreadId = null };
            shown = await CallAsync(message, isHtml: true, cancellation);
        }

        // A fault of ours in the markup is not to keep an answer back.
        return shown is Shown.Impossible { Reason: var reason } && message.Text is not null && reason.Contains("can't parse entities", StringComparison.OrdinalIgnoreCase)
            ? await CallAsync(message with { Text = TelegramHtml.Plain(message.Text) }, isHtml: false, cancellation)
            : shown;
    }

    private async Task<Shown> CallAsync(OutgoingMessage message, bool isHtml, CancellationToken cancellation)
    {
        var keyboard = message.Keyboard.Count > 0 ? message.Keyboard : null;
        return (message, message.MessageId) switch
        {
            ({ Deleted: true }, null) => new Shown.Done(null),
            ({ Deleted: true }, { } id) => Read(await Api!.DeleteMessageAsync(message.ChatId, id, cancellation)),
            ({ Text: { } text }, null) => Sent(await Api!.SendMessageAsync(TextOf(text), cancellation)),
            ({ Text: { } text }, { } id) => Read(await Api!.EditMessageTextAsync(id, TextOf(text), cancellation)),
            (_, { } id) => Read(await Api!.EditMessageReplyMarkupAsync(message.ChatId, id, keyboard, cancellation)),
            _ => new Shown.Impossible("nothing to send"),
        };

        OutgoingText TextOf(string text) => new(message.ChatId, text)
        {
            IsHtml = isHtml,
            ThreadId = message.ThreadId,
            ReplyTo = message.RepliesTo,
            Keyboard = keyboard,
        };
    }

    private static Shown Sent(BotApiResult<long> result) => result is BotApiResult<long>.Done { Value: var id } ? new Shown.Done(id) : NotDone(result);

    private static Shown Read(BotApiResult<bool> result) => result switch
    {
        BotApiResult<bool>.Done => new Shown.Done(null),
        BotApiResult<bool>.Refused { Description: var why } when Says(why, "message is not modified") => new Shown.Done(null),
        BotApiResult<bool>.Refused { Description: var why } when Says(why, "message to edit not found", "message can't be edited", "message to delete not found", "message can't be deleted", "MESSAGE_ID_INVALID") =>
            new Shown.Gone(),
        _ => NotDone(result),
    };

    private static Shown NotDone<T>(BotApiResult<T> result) => result switch
    {
        BotApiResult<T>.Refused { MigratedTo: { } to } => new Shown.Moved(to),
        BotApiResult<T>.Refused { RetryAfter: { } wait } => new Shown.Wait(wait),
        BotApiResult<T>.Refused { Code: (int)HttpStatusCode.Forbidden, Description: var why } => new Shown.Unreachable(why),
        BotApiResult<T>.Refused { Description: var why } when Says(why, "chat not found", "user not found", "user is deactivated", "PEER_ID_INVALID", "group chat was deactivated", "not enough rights to send") =>
            new Shown.Unreachable(why),
        // A token that was withdrawn, or a server that is not the Bot API: nothing is wrong with the message.
        BotApiResult<T>.Refused { Code: (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.NotFound, Description: var why } => new Shown.Failed(why, MayBeDone: false, Answered: false),
        BotApiResult<T>.Refused { Description: var why } => new Shown.Impossible(why),
        BotApiResult<T>.Failed failed => new Shown.Failed(failed.Reason, failed.MayBeDone, failed.Answered),
        _ => throw new InvalidOperationException("a call that was carried out"),
    };

    private static bool Says(string description, params string[] words) => words.Any(word => description.Contains(word, StringComparison.OrdinalIgnoreCase));

    private async Task SoftlyAsync(string method, Func<CancellationToken, Task<BotApiResult<bool>>> call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(SoftLimit);
        try
        {
            if (await call(limit.Token) is not BotApiResult<bool>.Done and var result)
            {
                LogSoft(method, result is BotApiResult<bool>.Refused refused ? refused.Description : ((BotApiResult<bool>.Failed)result).Reason);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            LogSoft(method, "no answer in time");
        }
    }

    [LoggerMessage(LogLevel.Debug, "Telegram: {Method} was not carried out, which does no harm: {Reason}")]
    private partial void LogSoft(string method, string reason);
}
