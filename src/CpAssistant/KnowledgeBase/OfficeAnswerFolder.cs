using CpAssistant.Core.Answering;
using CpAssistant.Core.Text;

namespace CpAssistant.KnowledgeBase;

/// <summary>The office's answers as files, a file a version; the folder need not be there.</summary>
internal static class OfficeAnswerFolder
{
    internal const int MaxBytes = 256 * 1024;

    internal static IEnumerable<string> PathsOf(string? folder) =>
        folder is null || !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "tra-loi-*.md").Order(StringComparer.Ordinal);

    /// <param name="faults">Takes a line for each file that cannot be used.</param>
    /// <returns>All versions, in order of numbers and versions; none of an answer of which one cannot be used, since that may be the one that counts.</returns>
    internal static IReadOnlyList<OfficeAnswerFile> Read(string? folder, List<string> faults)
    {
        var (files, broken) = (new List<OfficeAnswerFile>(), new HashSet<int>());
        foreach (var path in PathsOf(folder))
        {
            if (OfficeAnswerFile.ReadName(Path.GetFileName(path)) is not { } name)
            {
                continue;
            }

            try
            {
                var file = OfficeAnswerFile.Parse(name.Number, name.Version, TextOf(path));
                // What cannot be made an answer of is found out here, where it is this file's fault alone.
                _ = file.ToAnswer(new Office());
                files.Add(file);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                broken.Add(name.Number);
                faults.Add(exception is DataFileException fault ? fault.Describe(Path.GetFileName(path)) : $"{path}: {exception.Message}");
            }
        }

        return [.. files.Where(file => !broken.Contains(file.Number)).OrderBy(file => file.Number).ThenBy(file => file.Version)];
    }

    /// <returns>Of each answer the version that people are given.</returns>
    internal static IEnumerable<OfficeAnswerFile> InUse(IEnumerable<OfficeAnswerFile> files) => files.GroupBy(file => file.Number).Select(InUse).OfType<OfficeAnswerFile>();

    /// <param name="versions">Of one answer, in order.</param>
    /// <returns>Null where none was approved, or it was withdrawn since.</returns>
    internal static OfficeAnswerFile? InUse(IGrouping<int, OfficeAnswerFile> versions) =>
        versions.LastOrDefault(version => version.State is OfficeAnswerState.Approved or OfficeAnswerState.Withdrawn) is { State: OfficeAnswerState.Approved } approved ? approved : null;

    private static string TextOf(string path) =>
        new FileInfo(path).Length is 0 ? throw new DataFileException(1, null, "tệp rỗng")
        : new FileInfo(path).Length > MaxBytes ? throw new DataFileException(1, null, $"lớn hơn {MaxBytes / 1024} KB")
        : TextDecoder.Decode(File.ReadAllBytes(path)) switch
        {
            DecodeResult.Decoded decoded => decoded.Text.ReplaceLineEndings("\n"),
            DecodeResult.Refused refused => throw new DataFileException(1, null, refused.Message),
            _ => throw new InvalidOperationException("unknown result of decoding"),
        };
}
