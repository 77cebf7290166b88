using CpAssistant.Core.Answering;

namespace CpAssistant.KnowledgeBase;

/// <summary>What came of loading the knowledge.</summary>
public abstract record KnowledgeLoad
{
    /// <param name="Files">One report a file; refused files are not in the snapshot.</param>
    public sealed record Loaded(KnowledgeSnapshot Snapshot, IReadOnlyList<FileReport> Files) : KnowledgeLoad
    {
        /// <summary>Files of the office's answers that cannot be used: a line each.</summary>
        public IReadOnlyList<string> OfficeFaults { get; init; } = [];

        public IEnumerable<FileReport.Refused> Refused => Files.OfType<FileReport.Refused>();
    }

    /// <summary>Nothing can be answered from these files.</summary>
    /// <param name="Reasons">A line a fault: file, line, key, reason.</param>
    public sealed record Failed(IReadOnlyList<string> Reasons) : KnowledgeLoad;

    private KnowledgeLoad() { }
}
