namespace CpAssistant.Configuration;

/// <summary>The folder that settings' paths start from: the one with <c>knowledge/language</c> in it.</summary>
internal static class Home
{
    /// <returns>The current folder if it is one, else the nearest above the program, else the current folder.</returns>
    internal static string Find()
    {
        var current = Directory.GetCurrentDirectory();
        return IsHome(current) ? current : Above(AppContext.BaseDirectory).FirstOrDefault(IsHome) ?? current;
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }

    private static bool IsHome(string folder) => Directory.Exists(Path.Combine(folder, "knowledge", "language"));
}
