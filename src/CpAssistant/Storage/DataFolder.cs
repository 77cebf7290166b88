namespace CpAssistant.Storage;

/// <summary>Setting <c>Data:Folder</c>: where the service keeps what it writes. Made at the first start, for the service's own eyes.</summary>
public sealed class DataFolder
{
    /// <exception cref="StorageException">It cannot be made.</exception>
    public DataFolder(string path)
    {
        Path = path;
        Make(path);
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

    /// <returns>A folder inside it, made if need be.</returns>
    public string Inner(string name) => Make(System.IO.Path.Combine(Path, name));

    private static string Make(string path)
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

            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"Data:Folder: không tạo được thư mục {path}: {exception.Message}", exception);
        }
    }
}
