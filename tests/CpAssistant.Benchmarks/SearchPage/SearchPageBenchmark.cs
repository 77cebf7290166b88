using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CpAssistant.Benchmarks.Load;
using CpAssistant.Configuration;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Benchmarks.SearchPage;

/// <summary>The search page over a knowledge base grown to a given size, of the service in a process of its own.</summary>
internal static class SearchPageBenchmark
{
    internal const string Usage = "search-page --documents DIR… --provisions N [--grown FOLDER] [--rounds N] [--json FILE]";

    private const int UsualRounds = 25;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LogLimit = TimeSpan.FromSeconds(5);

    internal static int Run(string[] words) =>
        RunAsync(new Arguments(words, "--documents", "--provisions", "--grown", "--rounds", "--json")).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(Arguments arguments)
    {
        var data = Directory.CreateTempSubdirectory("cp-assistant-search-");
        try
        {
            var grown = arguments.Find("--grown") ?? Path.Combine(data.FullName, "documents");
            Grow(grown, arguments);
            // The service's own figure: from the request's first byte read to the response's last byte written.
            var (log, logged) = (new ServerTimes(), new List<PageFigures>());
            var watch = Stopwatch.StartNew();
            using var service = await ServiceProcess.StartAsync(
                Home.Find(),
                [
                    new("Knowledge:Documents:0", Path.GetFullPath(grown)),
                    new("Data:Folder", Path.Combine(data.FullName, "data")),
                    new("Limits:RequestsPerMinute", "1000000"),
                    new("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information"),
                ],
                within: StartLimit,
                logged: log.Read);
            var startSeconds = Math.Round(watch.Elapsed.TotalSeconds, 1);
            var startMegabytes = service.WorkingSet / 1024 / 1024;
            Console.WriteLine($"started in {startSeconds} s, {startMegabytes} MB");

            using var http = new HttpClient { BaseAddress = service.Address };
            var rounds = arguments.Find("--rounds") is null ? UsualRounds : arguments.GetCount("--rounds");
            // Not measured: the code is compiled while it runs first.
            await PlayAsync(http, log, rounds: 2);
            var pages = await PlayAsync(http, log, rounds);
            Console.WriteLine($"{"page",-32} {"server p50",10} {"p99",8} {"max",8} {"client p50",11} {"p99",8}  ms");
            foreach (var page in pages.Append(PageFigures.Of("all", [.. pages.SelectMany(page => page.Server)], [.. pages.SelectMany(page => page.Client)])))
            {
                logged.Add(page);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{page.Name,-32} {page.ServerP50,10:F1} {page.ServerP99,8:F1} {page.ServerMax,8:F1} {page.ClientP50,11:F1} {page.ClientP99,8:F1}"));
            }

            var endMegabytes = service.WorkingSet / 1024 / 1024;
            Console.WriteLine($"{endMegabytes} MB at the end");
            Report.Write(
                new { StartSeconds = startSeconds, StartMegabytes = startMegabytes, EndMegabytes = endMegabytes, Pages = logged.Select(page => new { page.Name, page.ServerP50, page.ServerP99, page.ServerMax, page.ClientP50, page.ClientP99 }) },
                arguments.Find("--json"));
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>Fills the folder unless it has documents already.</summary>
    private static void Grow(string folder, Arguments arguments)
    {
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFiles(folder).Any())
        {
            return;
        }

        var sources = Settings.Read(Home.Find()).Knowledge with { Documents = arguments.GetFolders("--documents") };
        new GrownDocuments(KnowledgeLoader.Load(sources) is KnowledgeLoad.Loaded loaded ? loaded.Snapshot : throw new UsageException("the knowledge cannot be loaded"))
            .Write(folder, arguments.GetCount("--provisions"));
    }

    /// <summary>One request after another, each page in turn, so that none is asked for twice in a row.</summary>
    private static async Task<IReadOnlyList<PageFigures>> PlayAsync(HttpClient http, ServerTimes log, int rounds)
    {
        var client = SearchPages.All.ToDictionary(page => page.Name, _ => new List<double>());
        var server = SearchPages.All.ToDictionary(page => page.Name, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var page in SearchPages.All)
            {
                foreach (var address in page.Addresses)
                {
                    var started = Stopwatch.GetTimestamp();
                    using var response = await http.GetAsync(new Uri(address, UriKind.Relative));
                    await response.Content.ReadAsByteArrayAsync();
                    client[page.Name].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                    response.EnsureSuccessStatusCode();
                    server[page.Name].Add(log.Next(LogLimit));
                }
            }
        }

        return [.. SearchPages.All.Select(page => PageFigures.Of(page.Name, server[page.Name], client[page.Name]))];
    }

    /// <summary>How long the service says its responses took, in order.</summary>
    private sealed class ServerTimes
    {
        private readonly BlockingCollection<double> _milliseconds = [];

        internal void Read(string line)
        {
            var words = line.TrimEnd().Split(' ');
            if (line.Contains("Request finished", StringComparison.Ordinal) && line.Contains("/tim-kiem", StringComparison.Ordinal) && words[^1].EndsWith("ms", StringComparison.Ordinal))
            {
                _milliseconds.Add(double.Parse(words[^1][..^2], CultureInfo.InvariantCulture));
            }
        }

        internal double Next(TimeSpan within) => _milliseconds.TryTake(out var time, within) ? time : throw new InvalidOperationException("the service does not say how long it took");
    }

    private sealed record PageFigures(string Name, IReadOnlyList<double> Server, IReadOnlyList<double> Client, double ServerP50, double ServerP99, double ServerMax, double ClientP50, double ClientP99)
    {
        internal static PageFigures Of(string name, IReadOnlyList<double> server, IReadOnlyList<double> client) => new(
            name, server, client, Report.Percentile(server, 0.5), Report.Percentile(server, 0.99), Report.Percentile(server, 1), Report.Percentile(client, 0.5), Report.Percentile(client, 0.99));
    }
}
