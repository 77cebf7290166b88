using System.Numerics;

namespace CpAssistant.Core.Search;

/// <summary>Keeps the best of the passages it is shown; of equal ones the earlier. A binary heap, the worst on top.</summary>
/// <param name="capacity">How many to keep, at least 1.</param>
internal sealed class TopHits(int capacity)
{
    private readonly List<(int Score, int Passage)> heap = new(Math.Min(capacity, 1024));

    /// <summary>Shows it the scores of a block.</summary>
    /// <param name="scores">One for each passage; 0 for those not found.</param>
    /// <param name="accepts">Whether a passage may be found.</param>
    public void Offer(ReadOnlySpan<int> scores, int firstPassage, Predicate<int> accepts)
    {
        var i = 0;
        for (; i + Vector<int>.Count <= scores.Length; i += Vector<int>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<int>(scores[i..]), new Vector<int>(Bar)))
            {
                OfferEach(scores.Slice(i, Vector<int>.Count), firstPassage + i, accepts);
            }
        }

        OfferEach(scores[i..], firstPassage + i, accepts);
    }

    /// <returns>The best first.</returns>
    public List<Hit> Take()
    {
        heap.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Passage.CompareTo(b.Passage));
        return heap.ConvertAll(static entry => new Hit(entry.Passage, Bm25.Score(entry.Score)));
    }

    /// <summary>Passages come in ascending order, so one that is only as good as the worst comes too late.</summary>
    private int Bar => heap.Count < capacity ? 0 : heap[0].Score;

    private static bool IsWorse((int Score, int Passage) one, (int Score, int Passage) other) =>
        one.Score != other.Score ? one.Score < other.Score : one.Passage > other.Passage;

    private void OfferEach(ReadOnlySpan<int> scores, int firstPassage, Predicate<int> accepts)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > Bar && accepts(firstPassage + i))
            {
                Keep((scores[i], firstPassage + i));
            }
        }
    }

    private void Keep((int Score, int Passage) entry)
    {
        if (heap.Count < capacity)
        {
            heap.Add(entry);
            Rise(heap.Count - 1);
        }
        else
        {
            heap[0] = entry;
            Sink();
        }
    }

    private void Rise(int place)
    {
        while (place > 0 && IsWorse(heap[place], heap[(place - 1) / 2]))
        {
            (heap[place], heap[(place - 1) / 2]) = (heap[(place - 1) / 2], heap[place]);
            place = (place - 1) / 2;
        }
    }

    private void Sink()
    {
        for (var place = 0; ;)
        {
            var worst = place;
            for (var child = (2 * place) + 1; child <= (2 * place) + 2 && child < heap.Count; child++)
            {
                worst = IsWorse(heap[child], heap[worst]) ? child : worst;
            }

            if (worst == place)
            {
                return;
            }

            (heap[place], heap[worst]) = (heap[worst], heap[place]);
            place = worst;
        }
    }
}
