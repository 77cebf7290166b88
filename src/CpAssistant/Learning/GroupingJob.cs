using System.Threading.Channels;

namespace CpAssistant.Learning;

/// <summary>Groups questions some time after the start, then once an hour where the log has changed, and whenever an officer asks.</summary>
public sealed partial class GroupingJob(Grouping grouping, TimeProvider time, ILogger<GroupingJob> logger) : BackgroundService
{
    /// <summary>A start is busy enough.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Whoever asks while someone else's asking waits has asked too.</summary>
    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public GroupingProgress Progress => grouping.Progress is { IsUnderWay: false } progress && _asked.Reader.Count > 0 ? progress with { Stage = GroupingStage.Waiting } : grouping.Progress;

    /// <summary>Questions are to be grouped now, or as soon as the run that is under way has ended.</summary>
    public void Ask() => _asked.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var wait = AfterStart; ; wait = Every)
            {
                var isAsked = await IsAskedAsync(wait, stoppingToken);
                await RunAsync(isAsked, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    /// <returns>False where nobody has asked for so long.</returns>
    private async Task<bool> IsAskedAsync(TimeSpan wait, CancellationToken cancellation)
    {
        using var over = new CancellationTokenSource(wait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellation);
        try
        {
            return await _asked.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>The loop's boundary: a fault is logged, the page says so, and the next time it is tried again.</summary>
    private async Task RunAsync(bool isAsked, CancellationToken cancellation)
    {
        try
        {
            if (isAsked || grouping.IsDue())
            {
                // Comparing takes seconds, so this is a thread's own work.
                var run = Task.Run(() => grouping.RunAsync(cancellation), cancellation);
                _asked.Reader.TryRead(out _);
                await run;
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            LogFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "Grouping the unmet questions failed; the groups of before stay")]
    private partial void LogFault(Exception fault);
}
