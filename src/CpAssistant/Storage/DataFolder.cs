namespace CpAssistant.Storage;

/// <summary>Setting <c>Data:Folder</c>: where the service keeps what it writes. Made at the first start, for the service's own eyes.</summary>
public sealed class DataFolder
{
    /// <exception cref="StorageException">It cannot be made.</exception>
    public DataFolder(string path)
    {
        Path = path;
        Make("Data:Folder", path);
    }

    public string Path { get; }

    /// <summary>Makes a file that only the service's user can read.</summary>
    internal static FileStreamOptions NewFile
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return options;
        }
    }

    /// <summary>Makes a folder that only the service's user can look into, if need be.</summary>
    /// <param name="key">The setting that names it.</param>
    internal static void Make(string key, string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{key}: không tạo được thư mục {path}: {exception.Message}", exception);
        }
    }
}
