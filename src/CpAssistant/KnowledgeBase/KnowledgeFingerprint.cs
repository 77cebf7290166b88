using System.Globalization;

namespace CpAssistant.KnowledgeBase;

/// <summary>Tells whether files have changed without reading them.</summary>
internal static class KnowledgeFingerprint
{
    /// <returns>Names, sizes and times of all files but the office's answers; "" where a folder is not there at the moment.</returns>
    internal static string Of(KnowledgeSources sources) => Of(() => sources.Documents.SelectMany(KnowledgeLoader.PathsOf)
        .Concat(Directory.EnumerateFiles(sources.Language, "*.yaml").Order(StringComparer.Ordinal)));

    /// <returns>The same of the office's answers.</returns>
    internal static string OfOfficeAnswers(KnowledgeSources sources) => Of(() => OfficeAnswerFolder.PathsOf(sources.OfficeAnswers));

    private static string Of(Func<IEnumerable<string>> paths)
    {
        try
        {
            return string.Join('\n', paths()
                .Select(path => new FileInfo(path))
                .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}")));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
