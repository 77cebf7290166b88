namespace CpAssistant.Tests;

/// <summary>Folders of the project, found from where the tests run.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string Corpus { get; } = Path.Combine(Root, "tests", "CpAssistant.Tests", "Corpus");

    /// <summary>Documents whose facts were written down before the program read them; the questions of the corpus are not about these.</summary>
    internal static string MoreDocuments { get; } = Path.Combine(Corpus, "more-documents");

    internal static string CorpusDocuments { get; } = Path.Combine(Corpus, "documents");

    internal static string Language { get; } = Path.Combine(Root, "knowledge", "language");

    internal static string ShippedDocuments { get; } = Path.Combine(Root, "knowledge", "documents");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CpAssistant.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside the project");
        }

        return folder.FullName;
    }
}
