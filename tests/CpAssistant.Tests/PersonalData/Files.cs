using System.Text;

namespace CpAssistant.Tests.PersonalData;

/// <summary>The bytes of what a service keeps.</summary>
internal static class Files
{
    /// <summary>Of the database, its log and the index of that, and of the keys' folder.</summary>
    internal static IReadOnlyDictionary<string, byte[]> Of(TemporaryFolder data) => new[] { data.Path, data.Keys }
        .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories)).ToDictionary(file => Path.GetFileName(file), Read);

    /// <returns>The texts that stand there in UTF-8 or UTF-16.</returns>
    internal static IReadOnlyList<string> Found(IEnumerable<byte[]> files, IEnumerable<string> texts)
    {
        var all = files.ToList();
        return [.. texts.Where(text => all.Any(bytes => Holds(bytes, Encoding.UTF8.GetBytes(text)) || Holds(bytes, Encoding.Unicode.GetBytes(text))))];
    }

    private static bool Holds(byte[] bytes, byte[] text) => bytes.AsSpan().IndexOf(text) >= 0;

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
