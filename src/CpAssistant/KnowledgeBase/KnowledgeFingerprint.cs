using System.Globalization;

namespace CpAssistant.KnowledgeBase;

/// <summary>Tells whether files have changed without reading them.</summary>
internal static class KnowledgeFingerprint
{
    /// <returns>Names, sizes and times of all files; "" where a folder is not there at the moment.</returns>
    internal static string Of(KnowledgeSources sources)
    {
        try
        {
            return string.Join('\n', sources.Documents.SelectMany(KnowledgeLoader.PathsOf)
                .Concat(Directory.EnumerateFiles(sources.Language, "*.yaml").Order(StringComparer.Ordinal))
                .Select(path => new FileInfo(path))
                .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
