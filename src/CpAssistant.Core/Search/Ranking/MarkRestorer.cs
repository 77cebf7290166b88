using CpAssistant.Core.Search.Indexing;

namespace CpAssistant.Core.Search.Ranking;

/// <summary>
/// Puts back marks that were left out: the chain of words that follow each other most readily in the documents (a bigram model, decoded by Viterbi's algorithm),
/// but only of words for which a neighbour vouches.
/// </summary>
internal sealed class MarkRestorer
{
    /// <summary>How far neighbours decide; the rest is how common the word is.</summary>
    private const double PairShare = 0.95;

    /// <summary>Share of the passages with two neighbours that must have them with just these marks.</summary>
    private const double Sure = 0.8;

    private readonly IndexData data;
    private readonly IReadOnlyList<IReadOnlyList<int>> readings;

    /// <summary>For each word but the first how it is marked beside the one before; null where either has no reading.</summary>
    private readonly int[]?[] beside;

    /// <param name="readings">For each word of a text which of the documents' words it may be meant for.</param>
    public MarkRestorer(IndexData data, IReadOnlyList<IReadOnlyList<int>> readings)
    {
        (this.data, this.readings) = (data, readings);
        beside = [.. readings.Select((own, i) => i == 0 || own.Count == 0 || readings[i - 1].Count == 0 ? null : Beside(readings[i - 1], own))];
    }

    /// <returns>For each word the reading; null where there is none, or none is sure.</returns>
    public int?[] Restore()
    {
        var best = Best();
        return [.. best.Select((reading, i) => reading is { } place && (readings[i].Count == 1 || IsSure(best, i) || IsSure(best, i + 1)) ? readings[i][place] : (int?)null)];
    }

    /// <returns>In how many passages the readings of two neighbours stand beside each other: for each of the first a row of the second.</returns>
    private int[] Beside(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        var counts = data.MarkedPairs(data.Words.FoldOf(first[0]), data.Words.FoldOf(second[0]));
        var chosen = new int[first.Count * second.Count];
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = data.Beside(counts, first[i / second.Count], second[i % second.Count]);
        }

        return chosen;
    }

    /// <returns>The place of each word's likeliest reading; null where it has none.</returns>
    private int?[] Best()
    {
        var best = new int?[readings.Count];
        for (int first = 0, end; first < readings.Count; first = end + 1)
        {
            for (end = first; end < readings.Count && readings[end].Count > 0; end++)
            {
            }

            DecodeChain(first, end, best);
        }

        return best;
    }

    /// <summary>Viterbi over words that all have readings.</summary>
    private void DecodeChain(int first, int end, int?[] best)
    {
        var from = new int[readings.Count][];
        double[] scores = [];
        for (var i = first; i < end; i++)
        {
            (scores, from[i]) = Step(i, scores);
        }

        for (var (i, place) = (end - 1, Array.IndexOf(scores, scores.DefaultIfEmpty().Max())); i >= first; i--)
        {
            best[i] = place;
            place = from[i][place];
        }
    }

    /// <param name="before">Of each reading of the word before the best chain's logarithm; none at the beginning.</param>
    /// <returns>The same for this word, and which reading of the word before leads there.</returns>
    private (double[] Scores, int[] From) Step(int word, double[] before)
    {
        var own = readings[word];
        var (scores, from) = (new double[own.Count], new int[own.Count]);
        for (var i = 0; i < own.Count; i++)
        {
            var alone = (data.FrequencyOf(own[i]) + 0.5) / (data.Whole.Count + 1);
            scores[i] = before.Length == 0 ? Math.Log(alone) : double.NegativeInfinity;
            for (var j = 0; j < before.Length; j++)
            {
                var together = beside[word]![(j * own.Count) + i] / (double)Math.Max(1, data.FrequencyOf(readings[word - 1][j]));
                var score = before[j] + Math.Log((PairShare * together) + ((1 - PairShare) * alone));
                (scores[i], from[i]) = score > scores[i] ? (score, j) : (scores[i], from[i]);
            }
        }

        return (scores, from);
    }

    /// <returns>Whether a word and the one before it mostly stand beside each other in the readings chosen.</returns>
    private bool IsSure(int?[] best, int word)
    {
        if (word == 0 || word >= best.Length || beside[word] is not { } counts)
        {
            return false;
        }

        var chosen = counts[(best[word - 1]!.Value * readings[word].Count) + best[word]!.Value];
        return chosen > 0 && chosen >= Sure * counts.Sum();
    }
}
