using CpAssistant.Core.Answering;

namespace CpAssistant.KnowledgeBase;

/// <summary>Holds the knowledge in use. A new one is built beside it and swapped in whole; readers never wait.</summary>
public sealed partial class KnowledgeStore
{
    private const double Megabyte = 1 << 20;

    private readonly KnowledgeSources _sources;
    private readonly TimeProvider _time;
    private readonly ILogger<KnowledgeStore> _logger;
    private readonly Lock _reading = new();
    private volatile KnowledgeState _state;

    /// <exception cref="KnowledgeException">There is nothing to start with.</exception>
    public KnowledgeStore(KnowledgeSources sources, TimeProvider time, ILogger<KnowledgeStore> logger)
    {
        (_sources, _time, _logger) = (sources, time, logger);
        (Fingerprint, OfficeFingerprint) = (KnowledgeFingerprint.Of(sources), KnowledgeFingerprint.OfOfficeAnswers(sources));
        _state = KnowledgeLoader.Load(sources) switch
        {
            KnowledgeLoad.Loaded loaded => Ready(loaded),
            KnowledgeLoad.Failed failed => throw new KnowledgeException(failed.Reasons),
            _ => throw new InvalidOperationException("unknown result of loading"),
        };
        LogState();
    }

    public KnowledgeState State => _state;

    /// <summary>Of the files as they stood just before the latest reading, so that no change falls between the two.</summary>
    internal string Fingerprint { get; private set; }

    /// <summary>The same of the office's answers.</summary>
    internal string OfficeFingerprint { get; private set; }

    public KnowledgeSnapshot Current => _state.Snapshot;

    /// <summary>Reads the office's answers again, and nothing else.</summary>
    public void ReloadOfficeAnswers()
    {
        lock (_reading)
        {
            OfficeFingerprint = KnowledgeFingerprint.OfOfficeAnswers(_sources);
            _state = _state with { Load = KnowledgeLoader.WithOfficeAnswers(_state.Load, _sources), At = _time.GetUtcNow() };
            LogOffice(_state.Snapshot.Version, _state.Snapshot.OfficeAnswers.All.Count);
            LogOfficeFaults();
        }
    }

    /// <summary>
    /// Reads the files again. Where the language data or a document in use can no longer be read, the knowledge in use stays as
    /// it is and the state says why; a file that was never in use is left out and named.
    /// </summary>
    public void Reload()
    {
        lock (_reading)
        {
            ReadAnew();
        }
    }

    private void ReadAnew()
    {
        var before = _state;
        (Fingerprint, OfficeFingerprint) = (KnowledgeFingerprint.Of(_sources), KnowledgeFingerprint.OfOfficeAnswers(_sources));
        var load = KnowledgeLoader.Load(_sources, before: before.Snapshot);
        IReadOnlyList<string> broken = load switch
        {
            KnowledgeLoad.Failed failed => failed.Reasons,
            KnowledgeLoad.Loaded loaded => [.. loaded.Refused.Where(refused => before.IsInUse(refused.Path)).Select(refused => refused.Describe())],
            _ => throw new InvalidOperationException("unknown result of loading"),
        };
        if (broken.Count > 0)
        {
            _state = before with { Failure = new KnowledgeFailure(_time.GetUtcNow(), broken) };
            LogKept(before.Snapshot.Version, string.Join("; ", broken));
            return;
        }

        _state = Ready((KnowledgeLoad.Loaded)load);
        LogState();
    }

    /// <summary>Has what is only made when first asked for made now, or the first to search would wait for it.</summary>
    private KnowledgeState Ready(KnowledgeLoad.Loaded loaded)
    {
        _ = loaded.Snapshot.Provisions.NamedAgencies;
        return new KnowledgeState(loaded, _time.GetUtcNow(), null);
    }

    private void LogState()
    {
        LogLoaded(_state.Snapshot.Version, _state.Snapshot.Documents.Count, _state.Snapshot.Facts.Count);
        var index = _state.Snapshot.Passages.Figures;
        LogIndex(index.Passages, index.Postings, (index.PostingBytes + index.PassageBytes) / Megabyte, index.BlocksTakenOver, index.Blocks);
        foreach (var refused in _state.Load.Refused)
        {
            LogRefused(refused.Describe());
        }

        LogOfficeFaults();
    }

    private void LogOfficeFaults()
    {
        foreach (var fault in _state.Load.OfficeFaults)
        {
            LogOfficeRefused(fault);
        }
    }

    [LoggerMessage(LogLevel.Information, "Knowledge {Version} in use: {Answers} answers of the office")]
    private partial void LogOffice(string version, int answers);

    [LoggerMessage(LogLevel.Warning, "Answer of the office not used: {Reason}")]
    private partial void LogOfficeRefused(string reason);

    [LoggerMessage(LogLevel.Information, "Knowledge {Version} in use: {Documents} documents, {Facts} facts")]
    private partial void LogLoaded(string version, int documents, int facts);

    [LoggerMessage(LogLevel.Information, "Search index: {Passages} passages, {Postings} postings, {Megabytes:F1} MB; {TakenOver} of {Blocks} blocks unchanged")]
    private partial void LogIndex(int passages, long postings, double megabytes, int takenOver, int blocks);

    [LoggerMessage(LogLevel.Warning, "Document refused: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Error, "Changed files cannot be used, knowledge {Version} stays: {Reasons}")]
    private partial void LogKept(string version, string reasons);
}

/// <param name="At">When it was taken into use.</param>
/// <param name="Failure">Why the latest change of the files was not taken up; null where it was.</param>
public sealed record KnowledgeState(KnowledgeLoad.Loaded Load, DateTimeOffset At, KnowledgeFailure? Failure)
{
    public KnowledgeSnapshot Snapshot => Load.Snapshot;

    internal bool IsInUse(string path) => Load.Files.Any(file => file is FileReport.Accepted && file.Path == path);
}

/// <param name="Reasons">A line a fault.</param>
public sealed record KnowledgeFailure(DateTimeOffset At, IReadOnlyList<string> Reasons);
