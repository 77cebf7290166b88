using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;

namespace CpAssistant.Benchmarks;

/// <summary>How well and how fast passages are found for judged queries.</summary>
internal static class RetrievalBenchmark
{
    public const string Usage = "retrieval --data DIR [--data DIR…] [--json FILE]";

    private const int Top = 100;
    private const int MaxHeading = 300;

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, "--data", "--json");
        var folders = arguments.GetCollections("--data");
        var all = new List<RetrievalFigures>();
        Console.WriteLine($"{"data",-16} {"queries",-24} {"n",5} {"R@1",6} {"R@5",6} {"R@10",6} {"R@100",6} {"MRR@10",7} {"nDCG@10",8} {"p50 ms",7} {"p99 ms",7}");
        foreach (var folder in folders)
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

    /// <summary>An article as a passage; where it has no title, a first line with a blank line below is its heading.</summary>
    public static Passage Passage(Article article)
    {
        var headingEnd = article.Title.Length > 0 ? 0 : Math.Max(0, article.Text.IndexOf("\n\n", StringComparison.Ordinal));
        var isHeading = headingEnd <= MaxHeading && !article.Text.AsSpan(0, headingEnd).Contains('\n');
        var (heading, text) = isHeading && headingEnd > 0
            ? (article.Text[..headingEnd], article.Text[headingEnd..])
            : (article.Title, article.Text);
        return new Passage(article.Id, null, DocumentKind.Other, heading, text, new TextSpan(article.Text.Length - text.Length, article.Text.Length));
    }

    private static (RetrievalFigures Figures, int Count) Measure(Collection collection, PassageIndex index, string file)
    {
        var queries = collection.JudgedQueries(file).ToList();
        var quality = new RankingQuality();
        foreach (var (text, grades) in queries)
        {
            quality.Add([.. index.Search(text, filter: null, Top).Select(hit => collection.Corpus[hit.Passage].Id)], grades);
        }

        var milliseconds = Report.Time(queries, query => index.Search(query.Text, filter: null, Top));
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
