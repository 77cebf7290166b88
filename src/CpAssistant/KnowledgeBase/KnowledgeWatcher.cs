using System.Threading.Channels;

namespace CpAssistant.KnowledgeBase;

/// <summary>Has the knowledge read again when a file under its folders changes.</summary>
internal sealed partial class KnowledgeWatcher(KnowledgeStore store, KnowledgeSources sources, TimeProvider time, ILogger<KnowledgeWatcher> logger) : BackgroundService
{
    /// <summary>Time without a further change after which the files are taken to be whole.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);

    /// <summary>Files are looked over this often even if no change was told: network folders and some containers tell none.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var watchers = sources.Documents.Append(sources.Language).Select(folder => Watch(folder, changes.Writer)).ToList();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await WaitAsync(changes.Reader, LookEvery, stoppingToken);
                var now = KnowledgeFingerprint.Of(sources);
                if (now == store.Fingerprint)
                {
                    if (KnowledgeFingerprint.OfOfficeAnswers(sources) != store.OfficeFingerprint)
                    {
                        Reload(store.ReloadOfficeAnswers);
                    }

                    continue;
                }

                while (await WaitAsync(changes.Reader, Quiet, stoppingToken) || now != KnowledgeFingerprint.Of(sources))
                {
                    now = KnowledgeFingerprint.Of(sources);
                }

                Reload(store.Reload);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
        finally
        {
            watchers.ForEach(watcher => watcher?.Dispose());
        }
    }

    /// <summary>The loop's boundary: a fault of ours is logged, and the next change is tried again.</summary>
    private void Reload(Action reload)
    {
        try
        {
            reload();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogFault(exception);
        }
    }

    /// <returns>Whether a change was told before the time was over.</returns>
    private async Task<bool> WaitAsync(ChannelReader<bool> changes, TimeSpan atMost, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await changes.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <returns>Null where the system has no more watchers to give; then looking over has to do.</returns>
    private FileSystemWatcher? Watch(string folder, ChannelWriter<bool> changes)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Changed += (_, _) => changes.TryWrite(true);
            watcher.Created += (_, _) => changes.TryWrite(true);
            watcher.Deleted += (_, _) => changes.TryWrite(true);
            watcher.Renamed += (_, _) => changes.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            LogUnwatched(folder, exception.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Folder} is looked over from time to time only: {Reason}")]
    private partial void LogUnwatched(string folder, string reason);

    [LoggerMessage(LogLevel.Error, "Reading the knowledge again failed")]
    private partial void LogFault(Exception exception);
}
