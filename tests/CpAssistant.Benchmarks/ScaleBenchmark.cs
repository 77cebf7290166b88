using System.Diagnostics;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;

namespace CpAssistant.Benchmarks;

/// <summary>Time and memory of an index over a collection grown to a given size.</summary>
internal static class ScaleBenchmark
{
    public const string Usage = "scale --data DIR --passages N [--json FILE]";

    private const int Top = 100;

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

        var queries = collection.QueryFiles.SelectMany(collection.JudgedQueries).Select(static query => query.Text).ToList();
        var milliseconds = Report.Time(queries, query => index.Search(query, filter: null, Top));
        var figures = new ScaleFigures(
            passages.Count, index.Postings, Math.Round(buildSeconds, 2), bytes, Report.Percentile(milliseconds, 0.5), Report.Percentile(milliseconds, 0.99));
        GC.KeepAlive(passages);
        Console.WriteLine($"{"passages",9} {"postings",11} {"build s",8} {"MB",6} {"p50 ms",7} {"p99 ms",7}");
        Console.WriteLine(
            $"{figures.Passages,9} {figures.Postings,11} {figures.BuildSeconds,8:F2} {figures.Bytes / 1e6,6:F0} {figures.P50Milliseconds,7:F3} {figures.P99Milliseconds,7:F3}");
        Report.Write(figures, arguments.Find("--json"));
        return 0;
    }
}

internal sealed record ScaleFigures(int Passages, long Postings, double BuildSeconds, long Bytes, double P50Milliseconds, double P99Milliseconds);

/// <summary>Makes a larger corpus out of a small one.</summary>
internal static class GrownCorpus
{
    private const int Seed = 20_26;
    private const int MinBlock = 10;
    private const int MaxBlock = 40;

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
        var passages = corpus.Take(count).Select(RetrievalBenchmark.Passage).ToList();
        while (passages.Count < count)
        {
            var text = string.Join(' ', Mix(words, words[random.Next(words.Length)].Length, random));
            passages.Add(RetrievalBenchmark.Passage(new Article($"grown-{passages.Count}", "", text)));
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
