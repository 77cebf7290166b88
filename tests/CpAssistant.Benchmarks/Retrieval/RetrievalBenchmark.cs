using CpAssistant.Core.Search;
using CpAssistant.Core.Search.Ranking;

namespace CpAssistant.Benchmarks.Retrieval;

/// <summary>How well and how fast passages are found for judged queries, with all ideas and without each.</summary>
internal static class RetrievalBenchmark
{
    public const string Usage = "retrieval [--data DIR…] [--documents DIR… --questions FILE…] [--json FILE]";

    private const int Top = 100;

    private static readonly (string Name, RankingSettings Settings)[] Variants =
    [
        ("all", RankingSettings.All),
        ("without pairs", RankingSettings.All with { Pairs = false }),
        ("pairs at full weight", RankingSettings.All with { HalfPairs = false }),
        ("without question phrases", RankingSettings.All with { QuestionPhrases = false }),
        ("without the best window", RankingSettings.All with { BestWindow = false }),
        ("without headings", RankingSettings.All with { Headings = false }),
        ("without the second stage", RankingSettings.All with { BestWindow = false, Headings = false }),
        ("marks not put back", RankingSettings.All with { RestoredMarks = false }),
    ];

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args, "--data", "--documents", "--questions", "--json");
        var all = new List<RetrievalFigures>();
        foreach (var set in Sets(arguments))
        {
            var index = PassageIndex.Of(set.Passages, LanguageData.QuestionPhrases());
            Console.WriteLine($"\n{set.Name}: {set.Queries.Count} queries, {set.Passages.Count} passages");
            Console.WriteLine($"{"ranking",-26} {"queries",-28} {"R@1",6} {"R@5",6} {"R@10",6} {"R@100",6} {"MRR@10",7} {"nDCG@10",8} {"p50 ms",7} {"p99 ms",7}");
            foreach (var (variant, settings) in Variants)
            {
                foreach (var (form, write) in QueryForms.All)
                {
                    var figures = Measure(set, index.With(settings), variant, form, write);
                    all.Add(figures);
                    Console.WriteLine(
                        $"{variant,-26} {form,-28} {figures.Recall1,6:F1} {figures.Recall5,6:F1} {figures.Recall10,6:F1} "
                        + $"{figures.Recall100,6:F1} {figures.Mrr10,7:F2} {figures.Ndcg10,8:F2} {figures.P50Milliseconds,7:F3} {figures.P99Milliseconds,7:F3}");
                }
            }
        }

        Report.Write(all, arguments.Find("--json"));
        return 0;
    }

    private static IEnumerable<JudgedSet> Sets(Arguments arguments)
    {
        foreach (var folder in arguments.Find("--data") is null ? [] : arguments.GetCollections("--data"))
        {
            yield return JudgedSet.Of(new Collection(folder));
        }

        foreach (var file in arguments.Find("--questions") is null ? [] : arguments.GetAll("--questions"))
        {
            yield return JudgedSet.Of(arguments.GetFolders("--documents"), file);
        }
    }

    private static RetrievalFigures Measure(JudgedSet set, PassageIndex index, string variant, string form, Func<string, string> write)
    {
        var queries = set.Queries.Select(query => (Text: write(query.Text), query.Grades)).ToList();
        var quality = new RankingQuality();
        foreach (var (text, grades) in queries)
        {
            quality.Add([.. index.Search(text, filter: null, Top).Select(hit => set.Ids[hit.Passage])], grades);
        }

        var milliseconds = Report.Time(queries, query => index.Search(query.Text, filter: null, Top));
        return new RetrievalFigures(
            set.Name, variant, form, queries.Count,
            quality.Recall(1), quality.Recall(5), quality.Recall(10), quality.Recall(100), quality.ReciprocalRank, quality.DiscountedGain,
            Report.Percentile(milliseconds, 0.5), Report.Percentile(milliseconds, 0.99));
    }
}

/// <summary>Quality in percent.</summary>
internal sealed record RetrievalFigures(
    string Data, string Ranking, string Form, int Queries, double Recall1, double Recall5, double Recall10, double Recall100, double Mrr10, double Ndcg10, double P50Milliseconds, double P99Milliseconds);
