using CpAssistant.Core.Search.Indexing;

namespace CpAssistant.Core.Search.Ranking;

/// <summary>Scores all passages by the terms of a query, in 16 bits each.</summary>
/// <remarks>
/// A term adds its impact in the passage (8 bits) times its factor (8 bits), shifted so far that even a passage that is full of all terms stays below 2^16. So
/// points are whole numbers of one unit, which is a power of two.
/// </remarks>
internal sealed class FirstStage
{
    /// <summary>Of pairs beside words.</summary>
    private const double PairWeight = 0.5;

    private const int MaxFactor = 256;
    private const int MaxImpact = 255;

    private readonly IndexData data;
    private readonly RankingSettings settings;
    private readonly (QueryTerm Term, ushort Factor)[] terms;
    private readonly (TermKey Key, ushort Factor)[] keys;
    private readonly int shift;

    public FirstStage(IndexData data, IReadOnlyList<QueryTerm> query, RankingSettings settings)
    {
        (this.data, this.settings) = (data, settings);
        var points = query.Select(term => MostPoints(term, settings)).ToList();
        var most = points.DefaultIfEmpty(1).Max();
        var exponent = (int)Math.Floor(Math.Log2(MaxFactor / most));
        terms = [.. query.Zip(points, (term, full) => (term, (ushort)Math.Clamp(Math.Round(full * Math.Pow(2, exponent)), 1, MaxFactor)))];
        keys = [.. terms.SelectMany(static term => term.Term.Keys, static (term, key) => (key, term.Factor))];
        var sum = keys.Sum(static key => (long)key.Factor * MaxImpact);
        while (sum >> shift > ushort.MaxValue)
        {
            shift++;
        }

        Unit = Bm25.ImpactUnit * Math.Pow(2, shift - exponent);
    }

    /// <summary>What scores are whole numbers of; a power of two.</summary>
    public double Unit { get; }

    /// <returns>The score of a passage that is full of all terms, of those with several readings in one of them.</returns>
    public static double MostPoints(IReadOnlyList<QueryTerm> query, RankingSettings settings) => query.Sum(term => MostPoints(term, settings));

    /// <param name="accepts">Whether a passage may be found.</param>
    /// <param name="top">How many to find at most, at least 1.</param>
    /// <param name="scores">All 0, before and after; as long as a block may be.</param>
    /// <returns>The best first, of equal ones the earlier.</returns>
    public List<(int Passage, int Score)> Find(Predicate<int> accepts, int top, ushort[] scores)
    {
        var hits = new TopHits(top);
        for (var i = 0; i < data.Blocks.Count; i++)
        {
            var ofBlock = scores.AsSpan(0, data.Blocks[i].Count);
            data.Blocks[i].Score(keys, shift, scores);
            hits.Offer(ofBlock, data.FirstPassageOf(i), accepts);
            ofBlock.Clear();
        }

        return hits.Take();
    }

    /// <returns>What all terms give a passage.</returns>
    public double Score(int passage)
    {
        var (block, place) = data.BlockOf(passage);
        return terms.Sum(row => ScoreOf(row.Term, row.Factor, block, place)) * Unit;
    }

    /// <returns>What each term gives a passage; terms that give nothing are left out.</returns>
    public IEnumerable<ExplainedTerm> Explain(int passage)
    {
        var (block, place) = data.BlockOf(passage);
        return terms.Select(row => (row.Term, Score: ScoreOf(row.Term, row.Factor, block, place)))
            .Where(static row => row.Score > 0)
            .Select(row => row.Term.Explained(ScorePart.Whole, ShareOf(row.Term, settings), data.CountOf(row.Term.Keys, passage), row.Score * Unit));
    }

    private int ScoreOf(QueryTerm term, ushort factor, PostingBlock block, int place) => term.Keys.Sum(key => (block.ImpactOf(key, place) * factor) >> shift);

    private static double MostPoints(QueryTerm term, RankingSettings settings) => term.Points * ShareOf(term, settings) * (Bm25.Whole.K1 + 1);

    private static double ShareOf(QueryTerm term, RankingSettings settings) => term.Form == TermForm.Bigram && settings.HalfPairs ? PairWeight : 1;
}
