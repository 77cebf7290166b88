using System.Text.RegularExpressions;

namespace CpAssistant.Tests.House;

public partial class FolderOrderTests
{
    /// <summary>Each folder of the core uses itself and those before it.</summary>
    private static readonly string[] Order = ["Text", "Knowledge", "Search", "Understanding", "Answering", "LookUp", "Dialogue"];

    [Fact]
    public void A_folder_of_the_core_uses_only_those_before_it()
    {
        var core = Path.Combine(Repository.Root, "src", "CpAssistant.Core");

        var wrong =
            from file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(core, file).Split(Path.DirectorySeparatorChar)[0]
            where folder is not ("bin" or "obj")
            from used in CoreNamespace().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Distinct()
            where Array.IndexOf(Order, folder) < 0 || Array.IndexOf(Order, used) > Array.IndexOf(Order, folder)
            select $"{Path.GetRelativePath(core, file)} uses {used}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_core_uses_nothing_of_the_shell()
    {
        var core = typeof(CpAssistant.Core.Dialogue.Assistant).Assembly;

        Assert.DoesNotContain(core.GetReferencedAssemblies(), name => name.Name is "CpAssistant" or "YamlDotNet" || name.Name!.StartsWith("Microsoft.", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\bCpAssistant\.Core\.(\w+)")]
    private static partial Regex CoreNamespace();
}
