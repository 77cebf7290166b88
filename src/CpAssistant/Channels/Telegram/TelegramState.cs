namespace CpAssistant.Channels.Telegram;

/// <summary>How the channel stands, for the health report.</summary>
public sealed partial class TelegramState(TelegramSettings settings, TimeProvider time, ILogger<TelegramState> logger)
{
    private readonly Lock _lock = new();
    private volatile bool _hasBeenOn;

    public ChannelState State { get; private set; } = settings.Token is null ? ChannelState.Off : ChannelState.Starting;

    public DateTimeOffset Since { get; private set; } = time.GetUtcNow();

    /// <summary>Why it is not on; null where it is.</summary>
    public string? Reason { get; private set; }

    internal void Off()
    {
        LogOff();
    }

    internal void Reached()
    {
        // A sent message proves that Telegram can be reached, and nothing about how updates come in.
        if (_hasBeenOn && State is ChannelState.Unreachable)
        {
            On();
        }
    }

    internal void On()
    {
        _hasBeenOn = true;
        if (Set(ChannelState.On, null))
        {
            LogOn(settings.Mode);
        }
    }

    internal void Unreachable(string reason)
    {
        if (State is not ChannelState.Refused && Set(ChannelState.Unreachable, $"{settings.ApiBaseUrl}: {reason}"))
        {
            LogUnreachable(settings.ApiBaseUrl, reason);
        }
    }

    internal void Refused(string reason)
    {
        if (Set(ChannelState.Refused, $"Telegram không nhận mã truy cập Telegram__Token ({reason})"))
        {
            LogRefused(reason);
        }
    }

    internal void Conflict(string reason)
    {
        if (Set(ChannelState.Conflict, $"chương trình khác đang nhận tin của bot này ({reason})"))
        {
            LogConflict(reason);
        }
    }

    /// <returns>Whether the state is another than before.</returns>
    private bool Set(ChannelState state, string? reason)
    {
        lock (_lock)
        {
            Reason = reason;
            if (State == state)
            {
                return false;
            }

            (State, Since) = (state, time.GetUtcNow());
            return true;
        }
    }

    [LoggerMessage(LogLevel.Information, "Telegram is off: Telegram__Token is not set")]
    private partial void LogOff();

    [LoggerMessage(LogLevel.Information, "Telegram is on ({Mode})")]
    private partial void LogOn(TelegramMode mode);

    [LoggerMessage(LogLevel.Warning, "Telegram cannot be reached at {Address}, all else goes on; trying again with growing pauses: {Reason}")]
    private partial void LogUnreachable(string address, string reason);

    [LoggerMessage(LogLevel.Error, "Telegram does not take the token in Telegram__Token; get the right one from @BotFather and start again, all else goes on: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Error, "Telegram: another program fetches the updates of this bot; stop it or use another bot: {Reason}")]
    private partial void LogConflict(string reason);
}
