using System.Diagnostics;
using CpAssistant.Configuration;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>Unmet questions put together, in a log of two years.</summary>
internal static class GroupingBenchmark
{
    internal const string Usage = "grouping --turns N --data FOLDER [--varied yes] [--anew no] [--json FILE]    the folder is filled where it is empty, and kept";

    internal static int Run(string[] words) => RunAsync(new Arguments(words, "--turns", "--data", "--varied", "--anew", "--json")).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(Arguments arguments)
    {
        var (turns, path) = (arguments.GetCount("--turns"), arguments.Get("--data"));
        var sources = Settings.Read(Home.Find()).Knowledge;
        var knowledge = KnowledgeLoader.Load(sources) is KnowledgeLoad.Loaded loaded ? loaded.Snapshot : throw new UsageException("the knowledge cannot be loaded");
        Seed(path, knowledge, turns, arguments.Find("--varied") == "yes");
        using var database = new Database(new DataFolder(path));
        var store = new KnowledgeStore(sources, TimeProvider.System, NullLogger<KnowledgeStore>.Instance);
        var grouping = new Grouping(database, store, new Pseudonyms(new KeysFolder(Path.Combine(path, "keys"))), TimeProvider.System);
        using var ended = new CancellationTokenSource();
        var waits = WaitAsync(database, ended.Token);
        // First all is read anew, then nothing.
        if (arguments.Find("--anew") != "no")
        {
            await database.Writer.WriteAsync(connection => connection.Execute("UPDATE turn SET gist = NULL, gist_version = NULL WHERE gist_version IS NOT NULL"));
        }

        var runs = new List<RunFigures> { await RunAsync(grouping), await RunAsync(grouping) };
        await ended.CancelAsync();
        var (state, writes) = (new QuestionGroups(database).State(), await waits);
        var figures = new GroupingFigures(
            turns, state.Turns, state.Groups, runs[0], runs[1], Report.Percentile(writes, 0.5), Report.Percentile(writes, 0.99), Report.Percentile(writes, 1), Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024);
        Console.WriteLine(figures);
        Report.Write(figures, arguments.Find("--json"));
        return 0;
    }

    /// <summary>What a chat turn would wait for the one writer meanwhile.</summary>
    private static async Task<IReadOnlyList<double>> WaitAsync(Database database, CancellationToken ended)
    {
        var waits = new List<double>();
        while (!ended.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await database.Writer.WriteAsync(connection => connection.Execute("UPDATE conversation SET changed_at = changed_at WHERE id = (SELECT id FROM conversation LIMIT 1)"));
            waits.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }

        return waits;
    }

    private static async Task<RunFigures> RunAsync(Grouping grouping)
    {
        var (run, clock, spent) = (Task.Run(() => grouping.RunAsync(CancellationToken.None)), Stopwatch.StartNew(), new Dictionary<GroupingStage, StageFigures>());
        var (time, work) = (TimeSpan.Zero, Work());
        while (!run.IsCompleted)
        {
            await Task.Delay(5);
            var (stage, now, worked) = (grouping.Progress.Stage, clock.Elapsed, Work());
            var before = spent.GetValueOrDefault(stage) ?? new StageFigures(0, 0);
            spent[stage] = new StageFigures(before.Seconds + (now - time).TotalSeconds, before.CpuSeconds + (worked - work).TotalSeconds);
            (time, work) = (now, worked);
        }

        await run;
        return new RunFigures(Of(GroupingStage.Reading), Of(GroupingStage.Comparing), Of(GroupingStage.Writing));

        StageFigures Of(GroupingStage stage) => spent.GetValueOrDefault(stage) is { } figures ? new StageFigures(Math.Round(figures.Seconds, 2), Math.Round(figures.CpuSeconds, 2)) : new StageFigures(0, 0);

        static TimeSpan Work() => Process.GetCurrentProcess().TotalProcessorTime;
    }

    private static void Seed(string path, KnowledgeSnapshot knowledge, int turns, bool varied)
    {
        var folder = new DataFolder(path);
        if (Directory.EnumerateFiles(path).Any())
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        if (varied)
        {
            VariedLog.Write(folder, knowledge, turns, DateTimeOffset.UtcNow);
        }
        else
        {
            SeededLog.Write(folder, knowledge, turns, DateTimeOffset.UtcNow);
        }

        Console.WriteLine($"{turns} turns seeded in {watch.Elapsed.TotalSeconds:0} s");
    }
}

/// <param name="Counted">Turns that count as not met.</param>
/// <param name="First">With all gists read anew.</param>
/// <param name="Next">With none.</param>
/// <param name="WaitP50Milliseconds">Of other writing, while it ran.</param>
internal sealed record GroupingFigures(
    int Turns, long Counted, long Groups, RunFigures First, RunFigures Next, double WaitP50Milliseconds, double WaitP99Milliseconds, double WaitMaxMilliseconds, long PeakMegabytes);

internal sealed record RunFigures(StageFigures Reading, StageFigures Comparing, StageFigures Writing);

/// <param name="CpuSeconds">Of the whole process: what it takes on a machine that has nothing else to do.</param>
internal sealed record StageFigures(double Seconds, double CpuSeconds);
