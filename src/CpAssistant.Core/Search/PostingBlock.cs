using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CpAssistant.Core.Search;

/// <summary>The postings of up to 65,536 neighbouring passages: for each term which passages have it, and with what impact.</summary>
/// <remarks>A term in more than one eighth of the passages is kept dense, a byte for each passage, and added with SIMD.</remarks>
internal sealed class PostingBlock
{
    public const int MaxPassages = 1 << 16;

    private const int DensePart = 8;

    private readonly int[] starts;
    private readonly ushort[] passages;
    private readonly byte[] impacts;
    private readonly Dictionary<int, byte[]> dense = [];

    /// <param name="firstPassage">Ordinal of the first passage.</param>
    /// <param name="count">How many passages.</param>
    /// <param name="termCounts">For each term how many of the passages have it.</param>
    public PostingBlock(int firstPassage, int count, int[] termCounts)
    {
        (FirstPassage, Count) = (firstPassage, count);
        starts = new int[termCounts.Length + 1];
        for (var term = 0; term < termCounts.Length; term++)
        {
            var isDense = termCounts[term] > count / DensePart && count >= DensePart;
            starts[term + 1] = starts[term] + (isDense ? 0 : termCounts[term]);
            if (isDense)
            {
                dense.Add(term, new byte[count]);
            }
        }

        passages = new ushort[starts[^1]];
        impacts = new byte[starts[^1]];
    }

    public int FirstPassage { get; }

    public int Count { get; }

    /// <summary>Puts in a posting; passages come in ascending order.</summary>
    /// <param name="filled">How many postings each term got so far; counted up.</param>
    public void Add(int term, int passage, byte impact, int[] filled)
    {
        if (dense.TryGetValue(term, out var impactsOfAll))
        {
            impactsOfAll[passage - FirstPassage] = impact;
            return;
        }

        var place = starts[term] + filled[term]++;
        passages[place] = (ushort)(passage - FirstPassage);
        impacts[place] = impact;
    }

    /// <summary>Adds weight times impact to the score of each passage that has the term.</summary>
    /// <param name="scores">One for each passage of the block.</param>
    public void Score(int term, int weight, Span<int> scores)
    {
        if (starts[term] == starts[term + 1])
        {
            if (dense.TryGetValue(term, out var impactsOfAll))
            {
                ScoreDense(impactsOfAll, weight, scores);
            }

            return;
        }

        var (start, length) = (starts[term], starts[term + 1] - starts[term]);
        ScoreSparse(passages.AsSpan(start, length), impacts.AsSpan(start, length), weight, scores[..Count]);
    }

    /// <summary>Puts each passage that has the term into a set.</summary>
    public void Collect(int term, PassageSet set)
    {
        for (var i = starts[term]; i < starts[term + 1]; i++)
        {
            set.Add(FirstPassage + passages[i]);
        }

        if (starts[term] == starts[term + 1] && dense.TryGetValue(term, out var impactsOfAll))
        {
            set.AddWhereNotZero(FirstPassage, impactsOfAll);
        }
    }

    /// <returns>The impact of a term in a passage; 0 where the passage does not have it.</returns>
    public int ImpactOf(int term, int passage)
    {
        if (dense.TryGetValue(term, out var impactsOfAll))
        {
            return impactsOfAll[passage - FirstPassage];
        }

        var place = Array.BinarySearch(passages, starts[term], starts[term + 1] - starts[term], (ushort)(passage - FirstPassage));
        return place < 0 ? 0 : impacts[place];
    }

    private static void ScoreSparse(ReadOnlySpan<ushort> passages, ReadOnlySpan<byte> impacts, int weight, Span<int> scores)
    {
        ref var first = ref MemoryMarshal.GetReference(scores);
        for (var i = 0; i < passages.Length && i < impacts.Length; i++)
        {
            // Passages of a block are below its count by construction; checking each takes a fifth of a search.
            Unsafe.Add(ref first, passages[i]) += weight * impacts[i];
        }
    }

    private static void ScoreDense(ReadOnlySpan<byte> impacts, int weight, Span<int> scores)
    {
        var i = 0;
        for (; i + Vector<byte>.Count <= impacts.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(impacts[i..]), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            Add(first, weight, scores[i..]);
            Add(second, weight, scores[(i + Vector<int>.Count)..]);
            Add(third, weight, scores[(i + (2 * Vector<int>.Count))..]);
            Add(fourth, weight, scores[(i + (3 * Vector<int>.Count))..]);
        }

        for (; i < impacts.Length; i++)
        {
            scores[i] += weight * impacts[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector<uint> impacts, int weight, Span<int> scores) =>
        (new Vector<int>(scores) + (Vector.AsVectorInt32(impacts) * weight)).CopyTo(scores);
}
