using System.Runtime.CompilerServices;

namespace CpAssistant.Tests;

/// <summary>The folder of official texts beside the project; tests that need it are skipped where it is absent.</summary>
internal static class SharedFolder
{
    internal const string Absent = "no folder shared/documents above the tests";

    internal static string? Documents { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var documents = Path.Combine(folder.FullName, "shared", "documents");
            if (Directory.Exists(documents))
            {
                return documents;
            }
        }

        return null;
    }
}

/// <summary>A test on the official texts.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute([CallerMemberName] string name = "")
    {
        if (SharedFolder.Documents is null)
        {
            // The usual output shows the names of skipped tests, but not the reasons.
            (Skip, DisplayName) = (SharedFolder.Absent, $"{name} (skipped: {SharedFolder.Absent})");
        }
    }
}

/// <summary>A test on each of the official texts.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute([CallerMemberName] string name = "")
    {
        if (SharedFolder.Documents is null)
        {
            (Skip, DisplayName) = (SharedFolder.Absent, $"{name} (skipped: {SharedFolder.Absent})");
        }
    }
}
