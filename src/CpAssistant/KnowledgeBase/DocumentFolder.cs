namespace CpAssistant.KnowledgeBase;

/// <summary>Which files of a folder are meant as documents.</summary>
internal static class DocumentFolder
{
    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 4, AttributesToSkip = FileAttributes.System };

    /// <returns>All files except README.md and what begins with a dot, in order of path; also those that cannot be read.</returns>
    internal static IReadOnlyList<string> FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", Deep).Where(path => IsDocument(Path.GetRelativePath(folder, path))).Order(StringComparer.Ordinal)];

    private static bool IsDocument(string relativePath) =>
        !relativePath.Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.'))
        && !Path.GetFileName(relativePath).Equals("README.md", StringComparison.OrdinalIgnoreCase);
}
