using System.Numerics;

namespace CpAssistant.Core.Search.Ranking;

/// <summary>Keeps the best of the passages it is shown; of equal ones the earlier. A binary heap, the worst on top.</summary>
/// <param name="capacity">How many to keep, at least 1.</param>
internal sealed class TopHits(int capacity)
{
    /// <summary>Score above, what is left of the greatest passage below: a better hit is a greater number.</summary>
    private ulong[] heap = new ulong[Math.Min(capacity, 128)];
    private int count;

    /// <summary>Passages come in ascending order, so one that is only as good as the worst comes too late.</summary>
    private ushort bar;

    /// <summary>Shows it the scores of a block.</summary>
    /// <param name="scores">One for each passage; 0 for those not found.</param>
    /// <param name="accepts">Whether a passage may be found.</param>
    public void Offer(ReadOnlySpan<ushort> scores, int firstPassage, Predicate<int> accepts)
    {
        var i = 0;
        var level = new Vector<ushort>(bar);
        for (; i + Vector<ushort>.Count <= scores.Length; i += Vector<ushort>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<ushort>(scores[i..]), level))
            {
                OfferEach(scores.Slice(i, Vector<ushort>.Count), firstPassage + i, accepts);
                level = new Vector<ushort>(bar);
            }
        }

        OfferEach(scores[i..], firstPassage + i, accepts);
    }

    /// <returns>The best first.</returns>
    public List<(int Passage, int Score)> Take()
    {
        Array.Sort(heap, 0, count);
        var hits = new List<(int, int)>(count);
        for (var i = count - 1; i >= 0; i--)
        {
            hits.Add(((int)(uint.MaxValue - (uint)heap[i]), (int)(heap[i] >> 32)));
        }

        return hits;
    }

    private void OfferEach(ReadOnlySpan<ushort> scores, int firstPassage, Predicate<int> accepts)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > bar && accepts(firstPassage + i))
            {
                Keep(((ulong)scores[i] << 32) | (uint.MaxValue - (uint)(firstPassage + i)));
            }
        }
    }

    private void Keep(ulong hit)
    {
        if (count < capacity)
        {
            if (count == heap.Length)
            {
                Array.Resize(ref heap, Math.Min(capacity, 2 * count));
            }

            Rise(count++, hit);
        }
        else
        {
            Sink(hit);
        }

        bar = count < capacity ? (ushort)0 : (ushort)(heap[0] >> 32);
    }

    private void Rise(int place, ulong hit)
    {
        while (place > 0 && hit < heap[(place - 1) / 2])
        {
            heap[place] = heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        heap[place] = hit;
    }

    private void Sink(ulong hit)
    {
        var place = 0;
        for (var child = 1; child < count; child = (2 * place) + 1)
        {
            child += child + 1 < count && heap[child + 1] < heap[child] ? 1 : 0;
            if (hit <= heap[child])
            {
                break;
            }

            heap[place] = heap[child];
            place = child;
        }

        heap[place] = hit;
    }
}
