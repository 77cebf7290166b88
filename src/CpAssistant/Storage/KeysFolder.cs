namespace CpAssistant.Storage;

/// <summary>
/// Setting <c>Data:Keys</c>: what sealed values are opened with, what pseudonyms are made with, and what was erased. It stands apart from
/// the database: whoever has a copy of the one alone can tell of nobody.
/// </summary>
public sealed partial class KeysFolder
{
    /// <summary>Where installations before this one had it, inside the data folder.</summary>
    private const string FormerName = "keys";

    /// <exception cref="StorageException">It cannot be made.</exception>
    public KeysFolder(string path)
    {
        Path = path;
        DataFolder.Make("Data:Keys", path);
    }

    public string Path { get; }

    /// <returns>Beside the data folder: "data" → "data-keys".</returns>
    public static string Beside(string dataFolder) => System.IO.Path.TrimEndingDirectorySeparator(dataFolder) + "-keys";

    /// <summary>Takes the keys over that an older installation left in its data folder; to be called before anything reads a key.</summary>
    /// <exception cref="StorageException">They cannot be taken over, or there are others in their place already.</exception>
    internal KeysFolder TakeOver(DataFolder data, ILogger<KeysFolder> logger)
    {
        var former = System.IO.Path.Combine(data.Path, FormerName);
        if (!Directory.Exists(former))
        {
            return this;
        }

        try
        {
            var files = Directory.GetFiles(former);
            foreach (var file in files)
            {
                Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
            }

            // Only once all of them are in their place: whatever happens in between, there is one whole set.
            Array.ForEach(files, File.Delete);
            Directory.Delete(former);
            LogMoved(logger, files.Length, former, Path);
        }
        catch (DirectoryNotFoundException)
        {
            // Another process that starts has been faster.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"không chuyển được khóa từ {former} sang {Path}: {exception.Message}", exception);
        }

        return this;
    }

    /// <summary>Copied, not renamed: the two folders can be on different disks.</summary>
    private static void Copy(string from, string to)
    {
        var own = $"{to}.{Guid.NewGuid():N}";
        try
        {
            var content = File.ReadAllBytes(from);
            using (var file = new FileStream(own, DataFolder.NewFile))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(own, to, overwrite: false);
        }
        catch (FileNotFoundException)
        {
            // Another process that starts has moved it.
        }
        catch (IOException) when (File.Exists(to))
        {
            Compare(from, to);
        }
        finally
        {
            File.Delete(own);
        }
    }

    /// <summary>A move that was broken off is taken up again; of two different keys, nobody but the operator can say which one counts.</summary>
    private static void Compare(string from, string to)
    {
        if (File.Exists(from) && !File.ReadAllBytes(from).AsSpan().SequenceEqual(File.ReadAllBytes(to)))
        {
            throw new StorageException($"{from} và {to} là hai khóa khác nhau; hãy giữ lại khóa đúng ở {to} và cất tệp kia đi nơi khác");
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} keys were moved from {Former} to {Folder}; keep the folder apart from copies of the database")]
    private static partial void LogMoved(ILogger logger, int count, string former, string folder);
}
