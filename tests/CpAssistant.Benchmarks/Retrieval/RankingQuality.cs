namespace CpAssistant.Benchmarks.Retrieval;

/// <summary>Means over queries, in percent: recall@k, MRR@10, nDCG@10 with the grade as gain.</summary>
internal sealed class RankingQuality
{
    private const int Depth = 10;

    private readonly List<(IReadOnlyList<string> Ranking, IReadOnlyDictionary<string, int> Grades)> queries = [];

    public double ReciprocalRank => Mean(static (ranking, grades) =>
        ranking.Take(Depth).TakeWhile(id => !grades.ContainsKey(id)).Count() is var before && before < Math.Min(Depth, ranking.Count) ? 1.0 / (before + 1) : 0);

    public double DiscountedGain => Mean(static (ranking, grades) =>
        Gain(ranking.Select(id => grades.GetValueOrDefault(id))) / Gain(grades.Values.OrderDescending()));

    public void Add(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades) => queries.Add((ranking, grades));

    /// <returns>The share of a query's right articles among the first <paramref name="depth"/>.</returns>
    public double Recall(int depth) => Mean((ranking, grades) => (double)ranking.Take(depth).Count(grades.ContainsKey) / grades.Count);

    private static double Gain(IEnumerable<int> grades) => grades.Take(Depth).Select(static (grade, rank) => grade / Math.Log2(rank + 2)).Sum();

    private double Mean(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> measure) =>
        queries.Count == 0 ? 0 : Math.Round(100 * queries.Average(query => measure(query.Ranking, query.Grades)), 2);
}
