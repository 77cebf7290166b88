using CpAssistant.Storage;

namespace CpAssistant.Tests;

/// <summary>A folder of one test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("cp-assistant-").FullName;

    /// <summary>Of a service whose data folder this is.</summary>
    internal string Keys => KeysFolder.Beside(Path);

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        if (Directory.Exists(Keys))
        {
            Directory.Delete(Keys, recursive: true);
        }
    }

    /// <returns>The full path.</returns>
    internal string Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies the files of a folder into this one.</summary>
    internal TemporaryFolder With(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }

        return this;
    }
}
