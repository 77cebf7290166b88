namespace CpAssistant.Channels.Telegram;

/// <summary>Works off the inbox: a chat's updates in their order, chats side by side.</summary>
public sealed partial class UpdateWorker(Inbox inbox, Outbox outbox, UpdateHandler handler, TelegramBot bot, TimeProvider time, ILogger<UpdateWorker> logger) : BackgroundService
{
    private const int MostAtOnce = 64;
    private const int LeastFree = 8;
    private const int MostAttempts = 5;

    /// <summary>Longer work is shown as typing, which Telegram shows for five seconds.</summary>
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Task> _running = [];
    private readonly Dictionary<long, int> _failures = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (bot.Api is null)
        {
            return;
        }

        try
        {
            while (true)
            {
                await inbox.WaitAsync(StartReady(stoppingToken) ? Longest : Backoff.After(1), stoppingToken);
            }
        }
        finally
        {
            await Task.WhenAll(Running());
        }
    }

    /// <returns>False where the inbox could not be read.</returns>
    private bool StartReady(CancellationToken cancellation)
    {
        try
        {
            lock (_lock)
            {
                // A few free places are waited for, so that chats are read together.
                if (MostAtOnce - _running.Count >= LeastFree)
                {
                    foreach (var chat in inbox.Open(MostAtOnce - _running.Count, _running.Keys))
                    {
                        var items = chat.ToList();
                        _running[chat.Key] = Task.Run(() => WorkAsync(chat.Key, items, cancellation), CancellationToken.None);
                    }
                }
            }

            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault);
            return false;
        }
    }

    private IReadOnlyList<Task> Running()
    {
        lock (_lock)
        {
            return [.. _running.Values];
        }
    }

    /// <summary>Never throws; whatever happens, the chat is free afterwards.</summary>
    private async Task WorkAsync(long chat, IReadOnlyList<InboxItem> items, CancellationToken cancellation)
    {
        try
        {
            foreach (var item in items)
            {
                if (!await TryHandleAsync(item, cancellation))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The service ends; what is in the inbox stays there.
        }
        finally
        {
            lock (_lock)
            {
                _running.Remove(chat);
            }

            inbox.Wake();
        }
    }

    /// <returns>False where it has to be tried again, before those that came after it.</returns>
    private async Task<bool> TryHandleAsync(InboxItem item, CancellationToken cancellation)
    {
        try
        {
            await HandleAsync(item, cancellation);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault);
            await Task.Delay(Backoff.After(1), time, cancellation);
            return CountFailure(item.UpdateId) >= MostAttempts && await TryPassOverAsync(item, cancellation);
        }
    }

    private async Task HandleAsync(InboxItem item, CancellationToken cancellation)
    {
        var handled = await TypingAsync(handler.HandleAsync(item, cancellation), item.Content.From, cancellation);
        if (item.Content is Incoming.Button button)
        {
            await bot.AnswerButtonAsync(button.CallbackId, handled.Toast, cancellation);
        }

        await inbox.CompleteAsync(item.UpdateId, handled.Changes);
        outbox.Wake();
    }

    /// <summary>What fails again and again must not keep the chat from going on; while the disk is the trouble this fails too, and nothing is lost.</summary>
    private async Task<bool> TryPassOverAsync(InboxItem item, CancellationToken cancellation)
    {
        try
        {
            await inbox.CompleteAsync(item.UpdateId, []);
            LogPassedOver(item.UpdateId);
            if (item.Content is Incoming.Button button)
            {
                await bot.AnswerButtonAsync(button.CallbackId, null, cancellation);
            }

            lock (_lock)
            {
                _failures.Remove(item.UpdateId);
            }

            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault);
            return false;
        }
    }

    private async Task<Handled> TypingAsync(Task<Handled> work, Origin to, CancellationToken cancellation)
    {
        for (var pause = Unnoticed; await Task.WhenAny(work, Task.Delay(pause, time, cancellation)) != work && !cancellation.IsCancellationRequested; pause = TypingLasts)
        {
            await bot.TypeAsync(to, cancellation);
        }

        return await work;
    }

    private int CountFailure(long update)
    {
        lock (_lock)
        {
            return _failures[update] = _failures.GetValueOrDefault(update) + 1;
        }
    }

    [LoggerMessage(LogLevel.Error, "Telegram: working off an update failed")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(LogLevel.Error, "Telegram: update {Update} failed again and again and is passed over")]
    private partial void LogPassedOver(long update);
}
