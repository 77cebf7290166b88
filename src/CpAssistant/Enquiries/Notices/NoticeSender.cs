using CpAssistant.Core.Knowledge;

namespace CpAssistant.Enquiries.Notices;

/// <summary>Tells officers: looks for what is overdue, sends what waits, and tries again what could not be sent.</summary>
public sealed partial class NoticeSender(NoticeBook book, IEnumerable<INoticeWay> ways, NoticeSettings settings, TimeProvider time, ILogger<NoticeSender> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogWays(settings.Ways.Count == 0 ? "none" : string.Join(", ", settings.Ways));
        if (settings.Ways.Count == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFault(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunOnceAsync(CancellationToken cancellation)
    {
        await book.NoteOverdueAsync(VietnamTime.DayOf(time.GetUtcNow()), Now);
        foreach (var notice in book.Due(Now))
        {
            await SendAsync(notice, cancellation);
        }
    }

    private async Task SendAsync(WaitingNotice notice, CancellationToken cancellation)
    {
        try
        {
            await ways.First(way => way.Name == notice.Way).SendAsync(notice.ToNotice(settings.Address), cancellation);
            await book.SentAsync(notice.Id, Now);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogFailure(notice.Way, fault.GetType().Name);
            await book.FailedAsync(notice, fault.GetType().Name, Now);
        }
    }

    [LoggerMessage(LogLevel.Information, "Officers are told of enquiries by: {Ways}")]
    private partial void LogWays(string ways);

    [LoggerMessage(LogLevel.Warning, "A notice by {Way} could not be sent ({Fault}); it is tried again")]
    private partial void LogFailure(string way, string fault);

    [LoggerMessage(LogLevel.Error, "Sending notices failed")]
    private partial void LogFault(Exception fault);
}
