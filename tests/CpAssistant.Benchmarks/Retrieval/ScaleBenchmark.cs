using System.Diagnostics;
using CpAssistant.Core.Search;
using CpAssistant.Core.Search.Ranking;
using CpAssistant.Core.Text;

namespace CpAssistant.Benchmarks.Retrieval;

/// <summary>Time and memory of an index over a collection grown to a given size.</summary>
internal static class ScaleBenchmark
{
    public const string Usage = "scale --data DIR --passages N [--json FILE]";

    private const int Top = 100;

    private static readonly (string Stages, RankingSettings Settings)[] Variants =
    [
        ("first", RankingSettings.All with { BestWindow = false, Headings = false }),
        ("both", RankingSettings.All),
        ("both, marks not put back", RankingSettings.All with { RestoredMarks = false }),
    ];

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, "--data", "--passages", "--json");
        var (folder, count) = (arguments.GetCollections("--data")[^1], arguments.GetCount("--passages"));
        var collection = new Collection(folder);
        var passages = GrownCorpus.Of(collection.Corpus, count);
        var phrases = LanguageData.QuestionPhrases();

        var bytesBefore = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var index = PassageIndex.Of(passages, phrases);
        var buildSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - bytesBefore;

        var (rebuildSeconds, changed) = Rebuild(index, phrases);
        var queries = collection.JudgedQueries(collection.QueryFiles[0]).Select(static query => query.Text).ToList();
        var times = new List<ScaleTimes>();
        Console.WriteLine($"{passages.Count} passages, {index.Figures.Postings} postings, built in {buildSeconds:F2} s, {bytes / 1e6:F0} MB, {bytes / passages.Count} bytes a passage");
        Console.WriteLine($"one document changed: {rebuildSeconds:F2} s, {changed.BlocksTakenOver} of {changed.Blocks} blocks taken over; process at most {Peak() / 1e6:F0} MB, texts included");
        Console.WriteLine($"{"queries",-28} {"stages",-25} {"p50 ms",7} {"p99 ms",7}");
        foreach (var (form, write) in QueryForms.All)
        {
            var written = queries.ConvertAll(query => write(query));
            foreach (var (stages, settings) in Variants)
            {
                var ranked = index.With(settings);
                var milliseconds = Report.Time(written, query => ranked.Search(query, filter: null, Top));
                times.Add(new ScaleTimes(form, stages, Report.Percentile(milliseconds, 0.5), Report.Percentile(milliseconds, 0.99)));
                Console.WriteLine($"{form,-28} {stages,-25} {times[^1].P50Milliseconds,7:F3} {times[^1].P99Milliseconds,7:F3}");
            }
        }

        GC.KeepAlive(passages);
        Report.Write(new ScaleFigures(passages.Count, index.Figures, Math.Round(buildSeconds, 2), Math.Round(rebuildSeconds, 2), changed.BlocksTakenOver, bytes, Peak(), times), arguments.Find("--json"));
        return 0;
    }

    /// <summary>Changes one document in the middle.</summary>
    private static (double Seconds, IndexFigures Figures) Rebuild(PassageIndex index, QuestionPhrases phrases)
    {
        var passages = index.Passages.ToArray();
        passages[passages.Length / 2] = passages[passages.Length / 2] with { Text = "Văn bản này nay có lời khác." };
        var start = Stopwatch.GetTimestamp();
        var changed = PassageIndex.Of(passages, phrases, index);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, changed.Figures);
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}

/// <param name="Bytes">Live heap of the index beside the passages' own texts.</param>
/// <param name="RebuildSeconds">After a change of one document in the middle.</param>
/// <param name="PeakBytes">Of the process, texts included.</param>
internal sealed record ScaleFigures(
    int Passages, IndexFigures Index, double BuildSeconds, double RebuildSeconds, int BlocksTakenOver, long Bytes, long PeakBytes, IReadOnlyList<ScaleTimes> Times);

internal sealed record ScaleTimes(string Queries, string Stages, double P50Milliseconds, double P99Milliseconds);

/// <summary>Makes a larger corpus out of a small one.</summary>
internal static class GrownCorpus
{
    private const int Seed = 20_26;
    private const int MinBlock = 10;
    private const int MaxBlock = 40;

    /// <summary>Passages of a grown document.</summary>
    private const int OfDocument = 30;

    /// <summary>
    /// The articles themselves, then passages as long as a random article, made of blocks of 10 to 40 consecutive words from
    /// random articles, so that the frequencies of words and of most pairs stay natural.
    /// </summary>
    public static IReadOnlyList<Passage> Of(IReadOnlyList<Article> corpus, int count)
    {
        var random = new Random(Seed);
        var words = corpus.Select(static article => SyllableTokenizer.Tokenize(article.Title + "\n" + article.Text).Select(static token => token.Term).ToArray())
            .Where(static article => article.Length > 0)
            .ToArray();
        var passages = corpus.Take(count).Select(JudgedSet.PassageOf).ToList();
        while (passages.Count < count)
        {
            var text = string.Join(' ', Mix(words, words[random.Next(words.Length)].Length, random));
            passages.Add(JudgedSet.PassageOf(new Article($"grown-{passages.Count / OfDocument}", "", text)));
        }

        return passages;
    }

    private static List<string> Mix(string[][] articles, int length, Random random)
    {
        var mixed = new List<string>(length);
        while (mixed.Count < length)
        {
            var article = articles[random.Next(articles.Length)];
            var block = Math.Min(random.Next(MinBlock, MaxBlock + 1), length - mixed.Count);
            mixed.AddRange(article.Skip(random.Next(article.Length)).Take(block));
        }

        return mixed;
    }
}
