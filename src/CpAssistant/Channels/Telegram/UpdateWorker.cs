using Microsoft.Data.Sqlite;

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
    private readonly List<Task> _answers = [];

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
            // Those that answer buttons end as cancelled.
            await Task.WhenAll(Running()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
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
            return [.. _running.Values, .. _answers];
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
            // A disk that is full or busy is no fault of the update's; it is worked off once there is room again.
            var passedOver = !IsOfDisk(fault) && CountFailure(item.UpdateId) >= MostAttempts && await TryPassOverAsync(item, cancellation);
            await Task.Delay(passedOver ? TimeSpan.Zero : Backoff.After(1), time, cancellation);
            return passedOver;
        }
    }

    private async Task HandleAsync(InboxItem item, CancellationToken cancellation)
    {
        if (item.Content is not { } content)
        {
            LogUnreadable(item.UpdateId);
            await inbox.CompleteAsync(item.UpdateId, []);
            return;
        }

        await EndAsync(item, await TypingAsync(handler.HandleAsync(item, content, cancellation), content.From, cancellation), cancellation);
    }

    private async Task EndAsync(InboxItem item, Handled handled, CancellationToken cancellation)
    {
        if (item.Content is Incoming.Button button)
        {
            AnswerButton(button, handled.Toast, cancellation);
        }

        await inbox.CompleteAsync(item.UpdateId, handled.Changes);
        outbox.Wake();
        lock (_lock)
        {
            _failures.Remove(item.UpdateId);
        }
    }

    /// <summary>The chat does not wait for it: Telegram may be slow, and the button may be old.</summary>
    private void AnswerButton(Incoming.Button button, string? toast, CancellationToken cancellation)
    {
        var answer = bot.AnswerButtonAsync(button.CallbackId, toast, cancellation);
        lock (_lock)
        {
            _answers.RemoveAll(other => other.IsCompleted);
            _answers.Add(answer);
        }
    }

    /// <summary>What fails again and again must not keep the chat from going on.</summary>
    private async Task<bool> TryPassOverAsync(InboxItem item, CancellationToken cancellation)
    {
        try
        {
            await EndAsync(item, UpdateHandler.Apology(item), cancellation);
            LogPassedOver(item.UpdateId);
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

    /// <summary>Busy, locked, read-only, failing, full, not to be opened (https://sqlite.org/rescode.html).</summary>
    private static bool IsOfDisk(Exception fault) => fault is SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 };

    private int CountFailure(long update)
    {
        lock (_lock)
        {
            return _failures[update] = _failures.GetValueOrDefault(update) + 1;
        }
    }

    [LoggerMessage(LogLevel.Error, "Telegram: working off an update failed")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(LogLevel.Error, "Telegram: update {Update} was kept by another version of the program in a form that cannot be read; it is passed over")]
    private partial void LogUnreadable(long update);

    [LoggerMessage(LogLevel.Error, "Telegram: update {Update} failed again and again and is passed over")]
    private partial void LogPassedOver(long update);
}
