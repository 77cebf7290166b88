using System.Runtime.CompilerServices;

namespace CpAssistant.Tests;

/// <summary>Folders of the project, found from where the tests run.</summary>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string Corpus { get; } = Path.Combine(Root, "tests", "CpAssistant.Tests", "Corpus");

    internal static string CorpusDocuments { get; } = Path.Combine(Corpus, "documents");

    internal static string Language { get; } = Path.Combine(Root, "knowledge", "language");

    /// <summary>Official texts and questions that stand beside the project; absent on most machines.</summary>
    internal static string Shared { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

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

/// <summary>A test that needs <see cref="Repository.Shared"/>, and is skipped with the reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    private const string Reason = "../shared/documents is absent";

    public SharedFactAttribute([CallerMemberName] string name = "")
    {
        if (!Directory.Exists(Path.Combine(Repository.Shared, "documents")))
        {
            // The test runner's usual output shows names of skipped tests, but not their reasons.
            (Skip, DisplayName) = (Reason, $"{name} (skipped: {Reason})");
        }
    }
}
