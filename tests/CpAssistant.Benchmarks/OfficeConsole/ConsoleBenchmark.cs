using System.Diagnostics;
using CpAssistant.Configuration;
using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using CpAssistant.TurnLog;

namespace CpAssistant.Benchmarks.OfficeConsole;

internal static class ConsoleBenchmark
{
    internal const string Usage = "console --turns N [--json FILE]";

    internal static int Run(string[] words)
    {
        var arguments = new Arguments(words, "--turns", "--json", "--data");
        var turns = arguments.GetCount("--turns");
        var folder = new DataFolder(arguments.Get("--data"));
        var knowledge = KnowledgeLoader.Load(Settings.Read(Home.Find()).Knowledge) is KnowledgeLoad.Loaded loaded ? loaded.Snapshot : throw new UsageException("the knowledge cannot be loaded");
        var watch = Stopwatch.StartNew();
        if (!File.Exists(Path.Combine(folder.Path, "cp-assistant.db")))
        {
            Console.WriteLine(SeededLog.Write(folder, knowledge, turns, DateTimeOffset.UtcNow));
            Console.WriteLine($"seeded in {watch.Elapsed.TotalSeconds:0.0} s");
        }

        using var database = new Database(folder);
        var store = new TurnLogStore(database);
        foreach (var (name, query) in Queries())
        {
            var times = new List<double>();
            var count = "";
            for (var i = 0; i < 5; i++)
            {
                var start = Stopwatch.GetTimestamp();
                var page = store.Search(query, null, 50);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                count = $"{page.Count} {page.IsMore}";
            }

            Console.WriteLine($"{name,-40} {count,-12} {string.Join(" ", times.Select(t => t.ToString("0.0")))}");
        }

        return 0;
    }

    private static IEnumerable<(string, TurnQuery)> Queries()
    {
        yield return ("none", new TurnQuery());
        yield return ("channel", new TurnQuery { Channel = "directline" });
        yield return ("intent", new TurnQuery { Intent = "Funding" });
        yield return ("province", new TurnQuery { Province = "Long An" });
        yield return ("province absent", new TurnQuery { Province = "Nowhere" });
        yield return ("outcome", new TurnQuery { Outcome = Outcome.Handoff });
        yield return ("vote", new TurnQuery { Vote = TurnVote.Unhelpful });
        yield return ("confidence", new TurnQuery { LeastConfidence = 0.5, MostConfidence = 0.6 });
        yield return ("month", new TurnQuery { From = DateTimeOffset.UtcNow.AddDays(-400), To = DateTimeOffset.UtcNow.AddDays(-370) });
        yield return ("all", new TurnQuery { From = DateTimeOffset.UtcNow.AddDays(-700), To = DateTimeOffset.UtcNow.AddDays(-1), Channel = "webchat", Province = "Long An", Outcome = Outcome.Answered, Vote = TurnVote.Helpful, LeastConfidence = 0.1 });
        foreach (var text in new[] { "sản xuất sạch hơn", "san xuat sach hon", "\"san xuat sach hon\"", "phượng vĩ", "phuong vi", "xưởng", "đường", "duong", "zzz", "\"xưởng phượng vĩ\"", "xuong phuong vi 17" })
        {
            yield return (text, new TurnQuery { Text = TurnTextQuery.Read(text) });
        }

        yield return ("san xuat + helpful rare", new TurnQuery { Text = TurnTextQuery.Read("san xuat sach hon"), Vote = TurnVote.Unhelpful, Channel = "directline", Province = "Long An" });
        yield return ("san xuat + province absent", new TurnQuery { Text = TurnTextQuery.Read("san xuat sach hon"), Province = "Nowhere" });
        yield return ("sản xuất + absent", new TurnQuery { Text = TurnTextQuery.Read("sản xuất sạch hơn"), Province = "Nowhere" });
        yield return ("a month + san xuat", new TurnQuery { Text = TurnTextQuery.Read("san xuat sach hon"), From = DateTimeOffset.UtcNow.AddDays(-400), To = DateTimeOffset.UtcNow.AddDays(-370) });
    }
}
