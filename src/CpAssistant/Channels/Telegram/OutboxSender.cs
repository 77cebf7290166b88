namespace CpAssistant.Channels.Telegram;

/// <summary>Empties the outgoing queue: a chat's messages one after the other, chats side by side, as fast as Telegram allows.</summary>
public sealed partial class OutboxSender(Outbox outbox, TelegramBot bot, ChatTurns turns, TelegramState state, TimeProvider time, ILogger<OutboxSender> logger) : BackgroundService
{
    private const int MostAtOnce = 30;

    /// <summary>About a day of attempts, five minutes apart.</summary>
    private const int MostFailures = 300;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>For the answer to a call that is on its way when the service ends; without it the message would be sent again.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly DateTimeOffset _start = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();
    private readonly SendLimits _limits = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Task> _running = [];
    private readonly Dictionary<long, int> _failures = [];
    private readonly Backoff _backoff = new();
    private DateTimeOffset _prunedAt;

    /// <summary>A clock that is set back would hold everything up for so long.</summary>
    private DateTimeOffset Now => _start + time.GetElapsedTime(_started);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (bot.Api is null)
        {
            return;
        }

        try
        {
            await EmptyAsync(stoppingToken);
        }
        finally
        {
            await Task.WhenAll(Running());
        }
    }

    private async Task EmptyAsync(CancellationToken cancellation)
    {
        for (var recalled = false; ;)
        {
            try
            {
                recalled = recalled || Recall();
                var next = StartReady(cancellation);
                await PruneAsync();
                await outbox.WaitAsync(next, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
            }
        }
    }

    private async Task PruneAsync()
    {
        if (Now - _prunedAt >= SendLimits.Minute)
        {
            await outbox.PruneAsync();
            _prunedAt = Now;
        }
    }

    private IReadOnlyList<Task> Running()
    {
        lock (_lock)
        {
            return [.. _running.Values];
        }
    }

    /// <summary>What an earlier process has sent counts too.</summary>
    /// <returns>True, once it is done.</returns>
    private bool Recall()
    {
        var now = Now;
        var (sent, paused) = outbox.Since(now - SendLimits.Minute);
        foreach (var (chat, at) in sent)
        {
            _limits.Remember(chat, at);
        }

        foreach (var (chat, until) in paused)
        {
            _limits.PauseChat(chat, until);
        }

        return true;
    }

    /// <returns>How long until the next one may go out.</returns>
    private TimeSpan StartReady(CancellationToken cancellation)
    {
        var heads = outbox.Heads();
        lock (_lock)
        {
            var now = Now;
            var waiting = heads.Where(head => !_running.ContainsKey(head.Chat)).Select(head => (head.Chat, head.Message, FreeAt: _limits.FreeAt(head.Chat, now))).ToList();
            // Whoever has waited longest for a message comes first, however much waits for others.
            var ready = waiting.Where(head => head.FreeAt <= now).OrderBy(head => _limits.ServedAt(head.Chat)).ThenBy(head => head.Message).Take(MostAtOnce).Select(head => head.Message).ToList();
            foreach (var message in ready.Count > 0 ? outbox.Read(ready).OrderBy(message => ready.IndexOf(message.Id)) : Enumerable.Empty<OutgoingMessage>())
            {
                // Each one that starts may fill up the limit of all.
                if (_limits.FreeAt(message.ChatId, now) <= now)
                {
                    _limits.Start(message.ChatId);
                    // It takes the lock at its end, so not before this is noted.
                    _running[message.ChatId] = Task.Run(() => SendAsync(message, cancellation), CancellationToken.None);
                }
            }

            var next = waiting.Where(head => !_running.ContainsKey(head.Chat)).Select(head => _limits.FreeAt(head.Chat, now)).Append(now + Longest).Min();
            return next - now;
        }
    }

    /// <summary>Never throws; whatever happens, the chat is free for its next message afterwards.</summary>
    private async Task SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (await outbox.BeginAsync(message))
            {
                await SettleAsync(message, await ShowAsync(message, cancellation));
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends; what is in the queue stays there.
        }
        catch (Exception fault)
        {
            LogFault(fault);
            Retry(message.ChatId);
        }
        finally
        {
            lock (_lock)
            {
                _limits.End(message.ChatId, Now);
                _running.Remove(message.ChatId);
            }

            outbox.Wake();
        }
    }

    private async Task<Shown> ShowAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var ending = cancellation.Register(() => late.CancelAfter(Grace));
        return await bot.ShowAsync(message, late.Token);
    }

    private async Task SettleAsync(OutgoingMessage message, Shown shown)
    {
        var now = Now;
        switch (shown)
        {
            case Shown.Done done:
                Reached(message.ChatId);
                await outbox.EndAsync(message, done.MessageId);
                break;
            case Shown.Gone:
                Reached(message.ChatId);
                await (message.Text is null || message.Deleted ? outbox.EndAsync(message, null) : outbox.AnewAsync(message));
                break;
            case Shown.Wait { For: var wait }:
                LogWait(wait);
                lock (_lock)
                {
                    _limits.Pause(message.ChatId, now + wait, now);
                }

                await outbox.PauseAsync(message, now + wait);
                break;
            case Shown.Unreachable { Reason: var reason }:
                LogUnreachable(reason);
                await outbox.WriteAsync(new Change.Lose(message.ChatId, reason));
                break;
            case Shown.Moved { To: var to }:
                await outbox.WriteAsync(turns.MoveOf(message.ChatId, to));
                break;
            case Shown.Impossible { Reason: var reason }:
                LogImpossible(reason);
                await outbox.EndAsync(message, null);
                break;
            case Shown.Failed failed:
                await FailAsync(message, failed);
                break;
        }
    }

    private async Task FailAsync(OutgoingMessage message, Shown.Failed failed)
    {
        LogFailed(failed.Reason);
        if (!failed.MayBeDone)
        {
            await outbox.AgainAsync(message);
        }

        if (failed.Answered)
        {
            if (Retry(message.ChatId) > MostFailures)
            {
                LogImpossible(failed.Reason);
                await outbox.EndAsync(message, null);
            }

            return;
        }

        // Telegram cannot be reached: the others need not find out by themselves.
        state.Unreachable(failed.Reason);
        lock (_lock)
        {
            // Those on their way at the same time fail for the same reason: one failure, not many.
            var now = Now;
            if (!_limits.IsPausedAt(now))
            {
                _limits.PauseAll(now + _backoff.Next());
            }
        }
    }

    private void Reached(long chat)
    {
        state.Reached();
        lock (_lock)
        {
            _backoff.Reset();
            _failures.Remove(chat);
        }
    }

    /// <summary>One chat waits longer each time; the others go on.</summary>
    /// <returns>How many failures in a row.</returns>
    private int Retry(long chat)
    {
        lock (_lock)
        {
            var failures = _failures[chat] = _failures.GetValueOrDefault(chat) + 1;
            _limits.Retry(chat, Now + Backoff.After(failures));
            return failures;
        }
    }

    [LoggerMessage(LogLevel.Error, "Telegram: sending failed on our side")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(LogLevel.Warning, "Telegram: a message could not be sent, it stays in the queue: {Reason}")]
    private partial void LogFailed(string reason);

    [LoggerMessage(LogLevel.Warning, "Telegram: told to wait {Wait}")]
    private partial void LogWait(TimeSpan wait);

    [LoggerMessage(LogLevel.Information, "Telegram: a chat cannot be reached any more: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(LogLevel.Error, "Telegram: a message was refused and is not sent; its answer is in the transcript: {Reason}")]
    private partial void LogImpossible(string reason);
}
