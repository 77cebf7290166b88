using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Storage;

namespace CpAssistant.Exports;

/// <summary>Sends lists as files, all rows of them, however many.</summary>
internal class ListFiles(DataFolder folder, TimeProvider time) : IDisposable
{
    /// <summary>Files that are made at the same time; who asks for a further one waits, so that exports leave the chat its processor.</summary>
    private const int AtOnce = 2;

    private readonly SemaphoreSlim _places = new(AtOnce);

    public void Dispose()
    {
        _places.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>"luot-hoi-2026-06-30.csv".</summary>
    internal string NameOf(ListExport list, string ending) => string.Create(CultureInfo.InvariantCulture, $"{list.Name}-{VietnamTime.DayOf(time.GetUtcNow()):yyyy-MM-dd}{ending}");

    /// <summary>As it is read.</summary>
    internal Task SendCsvAsync(ListExport list, Stream body, CancellationToken cancellation) =>
        InPlaceAsync(() => CsvList.WriteAsync(list, body, cancellation), cancellation);

    /// <summary>Made on disk, since a workbook is finished only at its end.</summary>
    /// <returns>Stands at its beginning; its file is gone when it is closed.</returns>
    internal Task<Stream> MakeXlsxAsync(ListExport list, CancellationToken cancellation) =>
        MakeAsync(file => Task.Run(() => XlsxList.Write(list, file, cancellation), cancellation), cancellation);

    /// <summary>Made on disk, so that no reader, however slow, keeps a place that others wait for.</summary>
    /// <returns>Stands at its beginning; its file is gone when it is closed.</returns>
    internal Task<Stream> MakeCsvAsync(ListExport list, CancellationToken cancellation) =>
        MakeAsync(file => Task.Run(() => CsvList.WriteAsync(list, file, cancellation), cancellation), cancellation);

    private async Task<Stream> MakeAsync(Func<Stream, Task> write, CancellationToken cancellation)
    {
        var file = Stream.Null;
        await InPlaceAsync(async () => file = await FileAsync(write), cancellation);
        return file;
    }

    /// <summary>Opened once there is a place, so that those who wait hold no file.</summary>
    private async Task<Stream> FileAsync(Func<Stream, Task> write)
    {
        var file = Nameless();
        try
        {
            await write(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task InPlaceAsync(Func<Task> work, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            await work();
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Its name is taken away at once, so that nothing of it is left when the process dies, and no backup takes it along. Not in /tmp, which may be memory.</summary>
    private FileStream Nameless()
    {
        var options = DataFolder.NewFile;
        (options.Access, options.Share) = (FileAccess.ReadWrite, FileShare.Delete);
        var file = new FileStream(Path.Combine(folder.Path, $"{Guid.NewGuid():N}.tmp"), options);
        File.Delete(file.Name);
        return file;
    }
}

/// <summary>The same for lists that everybody may take: they wait for each other, and officers wait for none of them.</summary>
internal sealed class OpenListFiles(DataFolder folder, TimeProvider time) : ListFiles(folder, time);
