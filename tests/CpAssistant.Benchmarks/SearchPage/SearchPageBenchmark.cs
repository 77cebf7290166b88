using CpAssistant.Configuration;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Benchmarks.SearchPage;

/// <summary>The search page over a knowledge base grown to a given size, at the service in a process of its own.</summary>
internal static class SearchPageBenchmark
{
    internal const string Usage = "search-page --documents DIR… --provisions N [--grown FOLDER] [--rounds N] [--json FILE]";

    internal static int Run(string[] words)
    {
        var arguments = new Arguments(words, "--documents", "--provisions", "--grown", "--rounds", "--json");
        var sources = Settings.Read(Home.Find()).Knowledge with { Documents = arguments.GetFolders("--documents") };
        if (KnowledgeLoader.Load(sources) is not KnowledgeLoad.Loaded loaded)
        {
            throw new UsageException("the knowledge cannot be loaded");
        }

        Directory.CreateDirectory(arguments.Get("--grown"));
        new GrownDocuments(loaded.Snapshot).Write(arguments.Get("--grown"), arguments.GetCount("--provisions"));
        return 0;
    }
}
