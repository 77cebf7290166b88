using System.Diagnostics;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;

namespace CpAssistant.Benchmarks;

/// <summary>How well and how fast passages are found for judged queries.</summary>
internal static class RetrievalBenchmark
{
    public const string Usage = "retrieval --data DIR [--data DIR…] [--json FILE]";

    private const int Top = 100;

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, "--data", "--json");
        var all = new List<RetrievalFigures>();
        Console.WriteLine($"{"data",-16} {"queries",-24} {"n",5} {"R@1",6} {"R@5",6} {"R@10",6} {"R@100",6} {"MRR@10",7} {"nDCG@10",8} {"p50 ms",7} {"p99 ms",7}");
        foreach (var folder in arguments.GetFolders("--data"))
        {
            var collection = new Collection(folder);
            var index = PassageIndex.Of(collection.Corpus.Select(Passage), LanguageData.QuestionPhrases());
            foreach (var file in collection.QueryFiles)
            {
                var (figures, count) = Measure(collection, index, file);
                all.Add(figures);
                Console.WriteLine(
                    $"{figures.Data,-16} {figures.Queries,-24} {count,5} {figures.Recall1,6:F1} {figures.Recall5,6:F1} {figures.Recall10,6:F1} "
                    + $"{figures.Recall100,6:F1} {figures.Mrr10,7:F2} {figures.Ndcg10,8:F2} {figures.P50Milliseconds,7:F3} {figures.P99Milliseconds,7:F3}");
            }
        }

        Report.Write(all, arguments.Find("--json"));
        return 0;
    }

    public static Passage Passage(Article article) =>
        new(article.Id, null, DocumentKind.Other, article.Title, article.Text, new TextSpan(0, article.Text.Length));

    private static (RetrievalFigures Figures, int Count) Measure(Collection collection, PassageIndex index, string file)
    {
        var queries = collection.JudgedQueries(file).ToList();
        var quality = new RankingQuality();
        var milliseconds = new List<double>();
        queries.ForEach(query => index.Search(query.Text, filter: null, Top));
        foreach (var (text, grades) in queries)
        {
            var start = Stopwatch.GetTimestamp();
            var hits = index.Search(text, filter: null, Top);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            quality.Add([.. hits.Select(hit => collection.Corpus[hit.Passage].Id)], grades);
        }

        var figures = new RetrievalFigures(
            collection.Name, Path.GetFileName(file),
            quality.Recall(1), quality.Recall(5), quality.Recall(10), quality.Recall(100), quality.ReciprocalRank, quality.DiscountedGain,
            Report.Percentile(milliseconds, 0.5), Report.Percentile(milliseconds, 0.99));
        return (figures, queries.Count);
    }
}

/// <summary>Quality in percent.</summary>
internal sealed record RetrievalFigures(
    string Data, string Queries, double Recall1, double Recall5, double Recall10, double Recall100, double Mrr10, double Ndcg10, double P50Milliseconds, double P99Milliseconds);
