namespace CpAssistant.Tests;

/// <summary>The folder of official texts beside the project; tests that need it are skipped where it is absent.</summary>
internal static class SharedFolder
{
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
    public SharedFactAttribute() => Skip = SharedFolder.Documents is null ? "No folder shared/documents above the tests." : null;
}

/// <summary>A test on each of the official texts.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedFolder.Documents is null ? "No folder shared/documents above the tests." : null;
}
