using System.Net;
using System.Text.Json;

namespace CpAssistant.Channels.Telegram;

/// <summary>The way in: introduces the bot to Telegram, then fetches updates, or has them sent to the webhook. Whatever fails is tried again, with growing pauses.</summary>
public sealed partial class TelegramChannel(
    TelegramSettings settings, TelegramBot bot, Inbox inbox, TelegramState state, TimeProvider time, ILogger<TelegramChannel> logger) : BackgroundService
{
    internal static readonly IReadOnlyList<string> Wanted = ["message", "edited_message", "callback_query", "my_chat_member"];

    /// <summary>How long Telegram holds a call in which nothing comes.</summary>
    private static readonly TimeSpan PollFor = TimeSpan.FromSeconds(25);

    /// <summary>A server that answers at once, with nothing new, is not asked more often.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan CheckInterval = TimeSpan.FromMinutes(5);

    private readonly Backoff _backoff = new();

    /// <summary>After a call that failed.</summary>
    private TimeSpan _pause;
    private long? _offset;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (bot.Api is not { } api)
        {
            state.Off();
            return;
        }

        var introduced = false;
        while (true)
        {
            try
            {
                // Another's webhook, say: it is taken away again.
                introduced = (introduced && state.State != ChannelState.Conflict) || await IntroduceAsync(api, stoppingToken);
                await Task.Delay(introduced ? await GoOnAsync(api, stoppingToken) : _pause, time, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
                await Task.Delay(_backoff.Next(), time, stoppingToken);
            }
        }
    }

    /// <returns>Whether Telegram knows the bot and where its updates go.</returns>
    private async Task<bool> IntroduceAsync(BotApi api, CancellationToken cancellation)
    {
        var me = await api.GetMeAsync(cancellation);
        if (me is not BotApiResult<BotIdentity>.Done { Value: var identity })
        {
            Note(me);
            return false;
        }

        bot.Identity = identity;
        var way = settings.Mode == TelegramMode.Webhook
            ? await api.SetWebhookAsync(settings.WebhookAddress, settings.Secret, Wanted, cancellation)
            : await api.DeleteWebhookAsync(cancellation);
        if (way is not BotApiResult<bool>.Done)
        {
            Note(way);
            return false;
        }

        await bot.OfferCommandsAsync(cancellation);
        LogIntroduced(identity.Username);
        if (state.State != ChannelState.Conflict)
        {
            _backoff.Reset();
            state.On();
        }

        return true;
    }

    /// <returns>How long to wait before the next call.</returns>
    private Task<TimeSpan> GoOnAsync(BotApi api, CancellationToken cancellation) =>
        settings.Mode == TelegramMode.Webhook ? CheckAsync(api, cancellation) : PollAsync(api, cancellation);

    private async Task<TimeSpan> CheckAsync(BotApi api, CancellationToken cancellation)
    {
        if (state.State == ChannelState.On)
        {
            await Task.Delay(CheckInterval, time, cancellation);
        }

        var result = await api.SetWebhookAsync(settings.WebhookAddress, settings.Secret, Wanted, cancellation);
        return Note(result) ? TimeSpan.Zero : _pause;
    }

    private async Task<TimeSpan> PollAsync(BotApi api, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        // Whether Telegram can be reached again is to show at once, not after a long poll.
        var result = await api.GetUpdatesAsync(_offset, state.State == ChannelState.On ? PollFor : TimeSpan.Zero, Wanted, cancellation);
        if (result is not BotApiResult<IReadOnlyList<JsonElement>>.Done { Value: var updates })
        {
            Note(result);
            return _pause;
        }

        Note(result);
        var read = updates.Select(update => (Id: UpdateReader.IdOf(update), Content: UpdateReader.Read(update, bot.Identity)))
            .Where(update => update.Id is not null).Select(update => (Id: update.Id!.Value, update.Content)).ToList();
        var added = read.Count > 0 ? await inbox.ReceiveAsync(read) : 0;
        // Only what is on disk is confirmed. Ids may begin anew below the last ones, so nothing is asked for behind them when nothing comes.
        _offset = read.Count > 0 ? read.Max(update => update.Id) + 1 : null;
        return added > 0 || time.GetElapsedTime(started) > LeastPause ? TimeSpan.Zero : LeastPause;
    }

    /// <returns>Whether the call was carried out.</returns>
    private bool Note<T>(BotApiResult<T> result)
    {
        if (result is BotApiResult<T>.Done)
        {
            _backoff.Reset();
            state.On();
            return true;
        }

        var (usual, asked) = (_backoff.Next(), (result as BotApiResult<T>.Refused)?.RetryAfter ?? TimeSpan.Zero);
        _pause = asked > usual ? asked : usual;
        switch (result)
        {
            case BotApiResult<T>.Refused { Code: (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.NotFound, Description: var why }:
                state.Refused(why);
                break;
            case BotApiResult<T>.Refused { Code: (int)HttpStatusCode.Conflict, Description: var why }:
                state.Conflict(why);
                break;
            case BotApiResult<T>.Refused { Description: var why }:
                state.Unreachable(why);
                break;
            case BotApiResult<T>.Failed { Reason: var why }:
                state.Unreachable(why);
                break;
        }

        return false;
    }

    [LoggerMessage(LogLevel.Information, "Telegram: this is @{Username}")]
    private partial void LogIntroduced(string username);

    [LoggerMessage(LogLevel.Error, "Telegram: receiving failed on our side")]
    private partial void LogFault(Exception fault);
}
