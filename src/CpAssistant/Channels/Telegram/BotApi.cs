using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace CpAssistant.Channels.Telegram;

/// <summary>The methods of the Telegram Bot API that the bot uses (https://core.telegram.org/bots/api).</summary>
/// <remarks>
/// Every method throws <see cref="OperationCanceledException"/> for its own token and nothing else. The bot's token is part of every address,
/// so no address, and no message of an exception that may hold one, goes into a result; nothing is logged here. Threads may share one.
/// </remarks>
public sealed class BotApi
{
    private const long LongestAnswerBytes = 16 * 1024 * 1024;
    private const int LongestDescription = 300;

    private readonly HttpClient _http;
    private readonly string _root;
    private readonly string _token;

    /// <param name="http">See <see cref="CreateHttpClient"/>.</param>
    /// <param name="baseAddress">Such as "https://api.telegram.org"; of http or https, with or without a path.</param>
    /// <param name="token">Letters, digits, "_", "-" and ":".</param>
    /// <exception cref="ArgumentException">The address or the token cannot be one; the message does not repeat it.</exception>
    public BotApi(HttpClient http, string baseAddress, string token)
    {
        if (!Uri.TryCreate(baseAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Query.Length + address.Fragment.Length > 0)
        {
            throw new ArgumentException("The base address of the Bot API is no http or https address.", nameof(baseAddress));
        }

        if (string.IsNullOrEmpty(token) || !token.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-' or ':'))
        {
            throw new ArgumentException("This is no token of a bot.", nameof(token));
        }

        _http = http;
        _root = baseAddress.TrimEnd('/') + "/bot" + token + "/";
        _token = token;
    }

    /// <summary>How long a call other than a poll may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How much longer than asked for a poll may take.</summary>
    public TimeSpan PollGrace { get; init; } = TimeSpan.FromSeconds(15);

    /// <returns>A client for the whole life of the process; it follows changes of DNS, and no redirects.</returns>
    public static HttpClient CreateHttpClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        // Else whoever listens to the traces of the process is told the address.
        ActivityHeadersPropagator = null,
    })
    {
        MaxResponseContentBufferSize = LongestAnswerBytes,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<BotApiResult<BotIdentity>> GetMeAsync(CancellationToken cancellation) =>
        (await CallAsync("getMe", new { }, RequestTimeout, cancellation)).Then(static bot => bot.Find("id").Number() is { } id && bot.Find("username").Text() is { Length: > 0 } username
            ? new BotApiResult<BotIdentity>.Done(new BotIdentity(id, username))
            : Malformed<BotIdentity>("neither id nor username"));

    /// <param name="offset">First update wanted; all before it are forgotten. Null for the oldest kept.</param>
    /// <param name="timeout">How long the server may wait for an update; whole seconds.</param>
    /// <returns>As they came, for <see cref="UpdateReader"/>.</returns>
    public async Task<BotApiResult<IReadOnlyList<JsonElement>>> GetUpdatesAsync(long? offset, TimeSpan timeout, IReadOnlyList<string> allowedUpdates, CancellationToken cancellation) =>
        (await CallAsync("getUpdates", new { offset, timeout = (long)timeout.TotalSeconds, allowedUpdates }, timeout + PollGrace, cancellation)).Then(static updates =>
            updates.ValueKind == JsonValueKind.Array ? new BotApiResult<IReadOnlyList<JsonElement>>.Done([.. updates.EnumerateArray()]) : Malformed<IReadOnlyList<JsonElement>>("no list of updates"));

    /// <param name="secret">1 to 256 letters, digits, "_" and "-"; comes with every update in X-Telegram-Bot-Api-Secret-Token.</param>
    public Task<BotApiResult<bool>> SetWebhookAsync(string url, string secret, IReadOnlyList<string> allowedUpdates, CancellationToken cancellation) =>
        DoAsync("setWebhook", new { url, secretToken = secret, allowedUpdates }, cancellation);

    /// <summary>Updates not delivered yet are kept.</summary>
    public Task<BotApiResult<bool>> DeleteWebhookAsync(CancellationToken cancellation) => DoAsync("deleteWebhook", new { dropPendingUpdates = false }, cancellation);

    /// <param name="languageCode">People whose app is in this language; null for all who have no list of their own.</param>
    public Task<BotApiResult<bool>> SetMyCommandsAsync(IReadOnlyList<BotCommand> commands, string? languageCode, CancellationToken cancellation) =>
        DoAsync("setMyCommands", new { commands, languageCode }, cancellation);

    /// <returns>Id of the message within its chat.</returns>
    public async Task<BotApiResult<long>> SendMessageAsync(OutgoingText message, CancellationToken cancellation)
    {
        var body = new
        {
            message.ChatId,
            messageThreadId = message.ThreadId,
            message.Text,
            parseMode = ParseMode(message),
            replyParameters = message.ReplyTo is { } messageId ? new { messageId, allowSendingWithoutReply = true } : null,
            replyMarkup = Markup(message.Keyboard),
            linkPreviewOptions = NoPreview,
        };
        return (await CallAsync("sendMessage", body, RequestTimeout, cancellation)).Then(static sent =>
            sent.Find("message_id").Number() is { } id ? new BotApiResult<long>.Done(id) : Malformed<long>("no message_id"));
    }

    /// <returns>Refused with 400 "… message is not modified …" where it looks so already.</returns>
    public Task<BotApiResult<bool>> EditMessageTextAsync(long messageId, OutgoingText message, CancellationToken cancellation) =>
        DoAsync("editMessageText", new { message.ChatId, messageId, message.Text, parseMode = ParseMode(message), replyMarkup = Markup(message.Keyboard), linkPreviewOptions = NoPreview }, cancellation);

    /// <param name="keyboard">Null takes the buttons away.</param>
    public Task<BotApiResult<bool>> EditMessageReplyMarkupAsync(long chatId, long messageId, IReadOnlyList<IReadOnlyList<InlineButton>>? keyboard, CancellationToken cancellation) =>
        DoAsync("editMessageReplyMarkup", new { chatId, messageId, replyMarkup = Markup(keyboard) }, cancellation);

    public Task<BotApiResult<bool>> DeleteMessageAsync(long chatId, long messageId, CancellationToken cancellation) => DoAsync("deleteMessage", new { chatId, messageId }, cancellation);

    /// <param name="text">At most 200 characters; null only ends the button's waiting.</param>
    /// <param name="alert">The person has to close it.</param>
    public Task<BotApiResult<bool>> AnswerCallbackQueryAsync(string callbackId, string? text, bool alert, CancellationToken cancellation) =>
        DoAsync("answerCallbackQuery", new { callbackQueryId = callbackId, text, showAlert = alert }, cancellation);

    /// <param name="action">"typing"; shown for 5 seconds or until a message comes.</param>
    public Task<BotApiResult<bool>> SendChatActionAsync(long chatId, long? threadId, string action, CancellationToken cancellation) =>
        DoAsync("sendChatAction", new { chatId, messageThreadId = threadId, action }, cancellation);

    private static object NoPreview { get; } = new { isDisabled = true };

    private static string? ParseMode(OutgoingText message) => message.IsHtml ? "HTML" : null;

    private static object? Markup(IReadOnlyList<IReadOnlyList<InlineButton>>? keyboard) => keyboard is null ? null : new { inlineKeyboard = keyboard };

    private static BotApiResult<T> Malformed<T>(string what) => new BotApiResult<T>.Failed($"The answer has {what}", MayBeDone: true, Answered: true);

    /// <summary>Some servers answer null where Telegram answers true; "ok" is enough.</summary>
    private async Task<BotApiResult<bool>> DoAsync(string method, object body, CancellationToken cancellation) =>
        (await CallAsync(method, body, RequestTimeout, cancellation)).Then(static _ => new BotApiResult<bool>.Done(true));

    private async Task<BotApiResult<JsonElement>> CallAsync(string method, object body, TimeSpan timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(timeout);
        try
        {
            return WithoutToken(await PostAsync(method, body, late.Token));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return TimedOut(whileConnecting: !late.IsCancellationRequested && _http.Timeout == Timeout.InfiniteTimeSpan);
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (HttpRequestException broken)
        {
            return new BotApiResult<JsonElement>.Failed(Describe(broken), MayBeDone: !NeverSent(broken.HttpRequestError));
        }
    }

    private async Task<BotApiResult<JsonElement>> PostAsync(string method, object body, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, TelegramJson.Options));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(new Uri(_root + method), content, cancellation);
        return BotApiAnswer.Read(response.StatusCode, response.Headers.RetryAfter?.Delta, await response.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>Of the handler's own limits only the one for connecting ends a call as cancelled.</summary>
    private static BotApiResult<JsonElement>.Failed TimedOut(bool whileConnecting) =>
        whileConnecting ? new("No connection in time", MayBeDone: false) : new("No answer in time", MayBeDone: true);

    private static bool NeverSent(HttpRequestError error) => error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError or HttpRequestError.UserAuthenticationError;

    private static string Describe(HttpRequestException broken) => broken.GetBaseException() is SocketException socket
        ? string.Create(CultureInfo.InvariantCulture, $"{broken.HttpRequestError} ({socket.SocketErrorCode})")
        : string.Create(CultureInfo.InvariantCulture, $"{broken.HttpRequestError}");

    /// <summary>Servers repeat the address in their errors.</summary>
    private BotApiResult<JsonElement> WithoutToken(BotApiResult<JsonElement> result) => result switch
    {
        BotApiResult<JsonElement>.Refused refused => refused with { Description = WithoutToken(refused.Description) },
        BotApiResult<JsonElement>.Failed failed => failed with { Reason = WithoutToken(failed.Reason) },
        _ => result,
    };

    private string WithoutToken(string text)
    {
        // Before it is cut: half a token is too much.
        var safe = text.Replace(_token, "…", StringComparison.OrdinalIgnoreCase).Replace(Uri.EscapeDataString(_token), "…", StringComparison.OrdinalIgnoreCase);
        return safe.Length <= LongestDescription ? safe : safe[..LongestDescription];
    }
}
