namespace CpAssistant.KnowledgeBase;

/// <summary>A file of the language data cannot be used; caught by <see cref="KnowledgeLoader"/>.</summary>
/// <param name="line">Counted from 1; null where no one line is at fault.</param>
/// <param name="key">The key at fault, as a path; null where there is none.</param>
internal sealed class DataFileException(int? line, string? key, string reason) : Exception(reason)
{
    internal int? Line => line;

    internal string? Key => key;

    /// <returns>"provinces.yaml:12: provinces[1].name: thiếu name".</returns>
    internal string Describe(string file) =>
        file + (line is { } number ? $":{number}" : "") + ": " + (key is { Length: > 0 } ? key + ": " : "") + Message;
}
