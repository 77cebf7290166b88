using System.Diagnostics;
using CpAssistant.Accounts;
using CpAssistant.Benchmarks.Load;
using CpAssistant.Configuration;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>The pages of the office's console over HTTP against the service in a process of its own, on a database of two years.</summary>
internal static class ConsoleBenchmark
{
    internal const string Usage = "console --turns N [--json FILE]";

    private const int Rounds = 30;

    private const string Name = "benchmark";

    private const string Password = "a password of the benchmark";

    internal static int Run(string[] words) => RunAsync(new Arguments(words, "--turns", "--json")).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(Arguments arguments)
    {
        var turns = arguments.GetCount("--turns");
        var data = Directory.CreateTempSubdirectory("cp-assistant-console-");
        try
        {
            var now = DateTimeOffset.UtcNow;
            var watch = Stopwatch.StartNew();
            var (middle, cited) = await SeedAsync(new DataFolder(data.FullName), turns, now);
            var (seconds, megabytes) = (watch.Elapsed.TotalSeconds, data.EnumerateFiles().Sum(file => file.Length) / 1024 / 1024);
            Console.WriteLine($"{turns} turns seeded in {seconds:0} s, {megabytes} MB");
            using var service = await ServiceProcess.StartAsync(
                Home.Find(), [KeyValuePair.Create("Data:Folder", data.FullName), KeyValuePair.Create("Limits:RequestsPerMinute", "1000000")]);
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            using var client = new ConsoleClient(service.Address);
            await client.SignInAsync(Name, Password);
            var pages = await MeasureAsync(client, [.. FigurePages.All(today, cited), .. EnquiryPages.All(), .. TurnPages.All(middle, today)]);
            var exports = await ExportedFiles.MeasureAsync(service, client);
            Report.Write(new ConsoleFigures(turns, Math.Round(seconds), megabytes, pages, exports), arguments.Find("--json"));
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <returns>Id of a turn in the middle, and the provision that is cited most.</returns>
    private static async Task<(long Middle, (string Document, string Section) Cited)> SeedAsync(DataFolder folder, int turns, DateTimeOffset now)
    {
        var knowledge = KnowledgeLoader.Load(Settings.Read(Home.Find()).Knowledge) is KnowledgeLoad.Loaded loaded ? loaded.Snapshot : throw new UsageException("the knowledge cannot be loaded");
        var middle = SeededLog.Write(folder, knowledge, turns, now);
        using var database = new Database(folder);
        await SeededEnquiries.WriteAsync(database, turns / 10, now);
        await new OfficerRegister(database, OfficerPasswords.Hasher, TimeProvider.System).AddAsync(Name, Role.Administrator, Password, by: null, temporary: false);
        using var connection = database.Read();
        return (middle, connection.QueryFirst<(string, string)>(
            "SELECT document, section FROM cited_figure JOIN provision ON provision.id = provision GROUP BY provision ORDER BY sum(turns) DESC"));
    }

    /// <summary>Each page once, as the first that is opened of its kind, and then in rounds.</summary>
    private static async Task<IReadOnlyList<PageFigures>> MeasureAsync(ConsoleClient client, IReadOnlyList<MeasuredPage> pages)
    {
        var times = pages.ToDictionary(page => page, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var page in pages)
            {
                times[page].Add(await client.OpenAsync(page.Addresses[round % page.Addresses.Count]));
            }
        }

        var figures = pages.Select(page => new PageFigures(
            page.Name, Math.Round(times[page][0], 1), Report.Percentile(times[page], 0.5), Report.Percentile(times[page], 0.95), Report.Percentile(times[page], 1))).ToList();
        foreach (var page in figures)
        {
            Console.WriteLine($"{page.Page,-32} first {page.FirstMilliseconds,7:0.0} ms   p50 {page.P50Milliseconds,7:0.0}   p95 {page.P95Milliseconds,7:0.0}   max {page.MaxMilliseconds,7:0.0}");
        }

        return figures;
    }
}

internal sealed record ConsoleFigures(int Turns, double SeedSeconds, long DatabaseMegabytes, IReadOnlyList<PageFigures> Pages, IReadOnlyList<ExportFigures> Exports);

/// <param name="FirstMilliseconds">Of the first time that it was opened, code being compiled.</param>
internal sealed record PageFigures(string Page, double FirstMilliseconds, double P50Milliseconds, double P95Milliseconds, double MaxMilliseconds);
