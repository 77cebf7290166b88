namespace CpAssistant.PersonalData;

/// <summary>Runs the retention shortly after the start, then once a day.</summary>
internal sealed partial class RetentionJob(Retention retention, TimeProvider time, ILogger<RetentionJob> logger) : BackgroundService
{
    /// <summary>A start is busy enough.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, time, stoppingToken);
            while (true)
            {
                await RunAsync(stoppingToken);
                await Task.Delay(Every, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    /// <summary>The loop's boundary: a fault is logged, and the next day it is tried again.</summary>
    private async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            await retention.RunAsync(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not OutOfMemoryException)
        {
            LogFault(fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "The retention run failed; it is tried again tomorrow")]
    private partial void LogFault(Exception fault);
}
