using CpAssistant.Core.Search;
using YamlDotNet.Serialization;

namespace CpAssistant.Benchmarks;

/// <summary>The shipped language data, found from where the program runs.</summary>
internal static class LanguageData
{
    public static QuestionPhrases QuestionPhrases()
    {
        var yaml = File.ReadAllText(Path.Combine(Root(), "knowledge", "language", "question-phrases.yaml"));
        return new QuestionPhrases(new Deserializer().Deserialize<Dictionary<string, List<string>>>(yaml)["phrases"]);
    }

    /// <returns>The folder of the solution.</returns>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CpAssistant.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("CpAssistant.sln not found above " + AppContext.BaseDirectory);
    }
}
