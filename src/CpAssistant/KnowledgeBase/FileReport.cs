using CpAssistant.Core.Knowledge;

namespace CpAssistant.KnowledgeBase;

/// <summary>What came of one file of a documents folder.</summary>
/// <param name="Path">Where it stands, as the folder was given.</param>
public abstract record FileReport(string Path)
{
    public string File => System.IO.Path.GetFileName(Path);

    public sealed record Accepted(string Path, Document Document) : FileReport(Path);

    /// <param name="Reason">Stable name: "empty", "format", "too-large"…</param>
    /// <param name="Message">The reason in Vietnamese.</param>
    /// <param name="Line">Where in the file, counted from 1; null where it concerns the whole.</param>
    public sealed record Refused(string Path, string Reason, string Message, int? Line = null) : FileReport(Path)
    {
        public string Describe() => $"{File}{(Line is { } line ? $":{line}" : "")}: {Message} [{Reason}]";
    }
}
