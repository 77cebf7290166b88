using CpAssistant.Benchmarks.Load;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>Whole lists as files: how long they take and what memory the service needs for them.</summary>
internal static class ExportedFiles
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private static readonly string[] Addresses =
        ["quan-tri/luot-hoi.csv", "quan-tri/luot-hoi.xlsx", "quan-tri/luot-hoi.csv?q=san+xuat", "quan-tri/hop-thu.csv?trang-thai=all", "quan-tri/hop-thu.xlsx?trang-thai=all"];

    internal static async Task<IReadOnlyList<ExportFigures>> MeasureAsync(ServiceProcess service, ConsoleClient client)
    {
        var figures = new List<ExportFigures>();
        foreach (var address in Addresses)
        {
            var (before, most) = (service.WorkingSet, 0L);
            var download = client.DownloadAsync(address);
            while (!download.IsCompleted)
            {
                most = Math.Max(most, service.WorkingSet);
                await Task.WhenAny(download, Task.Delay(BetweenLooks));
            }

            var (milliseconds, bytes) = await download;
            figures.Add(new ExportFigures(address, Math.Round(milliseconds / 1000, 2), Megabytes(bytes), Megabytes(before), Megabytes(most)));
            Console.WriteLine($"{address,-36} {milliseconds / 1000,6:0.00} s   {Megabytes(bytes),6:0.0} MB   memory {Megabytes(before):0} -> at most {Megabytes(most):0} MB");
        }

        return figures;
    }

    private static double Megabytes(long bytes) => Math.Round(bytes / 1024.0 / 1024, 1);
}

/// <param name="Megabytes">Of the file.</param>
/// <param name="MemoryBefore">Of the service, in MB, as in <paramref name="MostMemory"/>.</param>
/// <param name="MostMemory">While the file was made and fetched.</param>
internal sealed record ExportFigures(string Address, double Seconds, double Megabytes, double MemoryBefore, double MostMemory);
