using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CpAssistant.Core.Search.Indexing;

/// <summary>What is looked up in a block: a word, or two neighbouring words however they are marked.</summary>
/// <param name="First">A word, or the folded form of the first word of a pair.</param>
/// <param name="Second">The folded form of the second; <see cref="None"/> for a word.</param>
internal readonly record struct TermKey(int First, int Second)
{
    public const int None = -1;

    public static TermKey Word(int word) => new(word, None);
}

/// <summary>The postings of some neighbouring passages: for each term which passages have it, and with what impact.</summary>
/// <remarks>A term in more than one eighth of the passages is kept dense, a byte for each passage, and added with SIMD.</remarks>
internal sealed class PostingBlock
{
    /// <summary>A passage is known by 16 bits within its block.</summary>
    public const int MaxPassages = 1 << 16;

    /// <summary>More words than this with the same folded form are not told apart in pairs.</summary>
    public const int MaxPlaces = 1 << 8;

    /// <summary>Bytes of two of the widest vectors.</summary>
    private const int MaxVectors = 128;

    private const int DensePart = 8;
    private const int Absent = -1;

    private readonly int[] starts;
    private readonly ushort[] passages;
    private readonly byte[] impacts;
    private readonly Dictionary<int, DensePostings> dense = [];
    private readonly int words;

    /// <summary>For each folded form which terms are pairs that begin with it, and the second forms of these, ascending.</summary>
    private readonly int[] pairStarts;
    private readonly int[] seconds;

    /// <summary>For each pair how it is marked: 8 bits each for the places of its words in their folded forms, 16 for the passages that have it so.</summary>
    private readonly int[] markedStarts;
    private readonly uint[] marked;

    public PostingBlock(IReadOnlyList<CodedPassages> runs, WordTable table, double averageLength)
    {
        Runs = runs;
        Count = runs.Sum(static run => run.Passages.Count);
        AverageLength = averageLength;
        words = table.Count;
        var read = new BlockReader(runs, table, averageLength);
        (pairStarts, seconds, markedStarts, marked) = (read.PairStarts, read.Seconds, read.MarkedStarts, read.Marked);
        starts = new int[read.Frequencies.Length + 1];
        for (var term = 0; term < read.Frequencies.Length; term++)
        {
            var isDense = read.Frequencies[term] > Count / DensePart && Count >= DensePart;
            starts[term + 1] = starts[term] + (isDense ? 0 : read.Frequencies[term]);
            if (isDense)
            {
                dense.Add(term, new DensePostings(read.Frequencies[term], new byte[Padded(Count)]));
            }
        }

        passages = new ushort[starts[^1]];
        impacts = new byte[starts[^1]];
        Fill(read);
    }

    /// <summary>What it was made of.</summary>
    public IReadOnlyList<CodedPassages> Runs { get; }

    /// <summary>With which length of passages the impacts were counted.</summary>
    public double AverageLength { get; }

    /// <summary>Passages.</summary>
    public int Count { get; }

    public long Postings => passages.Length + dense.Values.Sum(static postings => (long)postings.Count);

    public long Bytes => (sizeof(int) * (starts.Length + pairStarts.Length + seconds.Length + markedStarts.Length + (long)marked.Length))
        + (sizeof(ushort) * (long)passages.Length) + impacts.Length + (dense.Count * (long)Padded(Count));

    /// <summary>Adds the impact times the factor, shifted, of each term to the score of each passage that has it.</summary>
    /// <param name="terms">Factors are 1 to 256, so that one times an impact fits 16 bits.</param>
    /// <param name="scores">All 0; one for each passage of the block, filled up to whole vectors.</param>
    public void Score(ReadOnlySpan<(TermKey Key, ushort Factor)> terms, int shift, Span<ushort> scores)
    {
        var (ofAll, ofSome) = (new List<(byte[] Impacts, ushort Factor)>(terms.Length), new List<(int Term, ushort Factor)>(terms.Length));
        foreach (var (key, factor) in terms)
        {
            if (Find(key) is not (>= 0 and var term))
            {
                continue;
            }

            if (starts[term] < starts[term + 1])
            {
                ofSome.Add((term, factor));
            }
            else if (dense.TryGetValue(term, out var postings))
            {
                ofAll.Add((postings.Impacts, factor));
            }
        }

        ScoreDense(CollectionsMarshal.AsSpan(ofAll), shift, scores);
        foreach (var (term, factor) in ofSome)
        {
            var (start, length) = (starts[term], starts[term + 1] - starts[term]);
            ScoreSparse(passages.AsSpan(start, length), impacts.AsSpan(start, length), factor, shift, scores[..Count]);
        }
    }

    /// <returns>How many passages have the term.</returns>
    public int FrequencyOf(TermKey key) => Find(key) is var term && term == Absent ? 0 : FrequencyOf(term);

    /// <summary>Puts each passage that has the term into a set.</summary>
    /// <param name="first">The first passage of the block.</param>
    public void Collect(TermKey key, int first, PassageSet set)
    {
        var term = Find(key);
        if (term == Absent)
        {
            return;
        }

        for (var i = starts[term]; i < starts[term + 1]; i++)
        {
            set.Add(first + passages[i]);
        }

        if (dense.TryGetValue(term, out var postings))
        {
            set.AddWhereNotZero(first, postings.Impacts.AsSpan(0, Count));
        }
    }

    /// <param name="passage">Within the block.</param>
    /// <returns>The impact of a term in a passage; 0 where the passage does not have it.</returns>
    public int ImpactOf(TermKey key, int passage)
    {
        var term = Find(key);
        if (term == Absent)
        {
            return 0;
        }

        if (dense.TryGetValue(term, out var postings))
        {
            return postings.Impacts[passage];
        }

        var place = Array.BinarySearch(passages, starts[term], starts[term + 1] - starts[term], (ushort)passage);
        return place < 0 ? 0 : impacts[place];
    }

    /// <summary>Adds in how many passages a pair is marked how.</summary>
    /// <param name="counts">For each place of the first word in its folded form a row with each place of the second.</param>
    /// <param name="row">Length of a row.</param>
    public void CountMarked(TermKey pair, Span<int> counts, int row)
    {
        if (Find(pair) is var term && term != Absent)
        {
            foreach (var found in marked.AsSpan(markedStarts[term - words]..markedStarts[term - words + 1]))
            {
                counts[((int)(found >> 24) * row) + (int)((found >> 16) & 0xFF)] += (int)(found & 0xFFFF);
            }
        }
    }

    /// <summary>Adds how many passages have each word.</summary>
    public void CountWords(int[] frequencies)
    {
        for (var word = 0; word < words; word++)
        {
            frequencies[word] += FrequencyOf(word);
        }
    }

    private int FrequencyOf(int term) =>
        starts[term + 1] > starts[term] ? starts[term + 1] - starts[term] : dense.TryGetValue(term, out var postings) ? postings.Count : 0;

    private int Find(TermKey key)
    {
        if (key.Second == TermKey.None)
        {
            return key.First < words ? key.First : Absent;
        }

        if (key.First + 1 >= pairStarts.Length)
        {
            return Absent;
        }

        var place = Array.BinarySearch(seconds, pairStarts[key.First], pairStarts[key.First + 1] - pairStarts[key.First], key.Second);
        return place < 0 ? Absent : words + place;
    }

    private void Fill(BlockReader read)
    {
        var filled = starts.AsSpan(0, starts.Length - 1).ToArray();
        foreach (var (term, passage, impact) in read.Postings)
        {
            if (dense.TryGetValue(term, out var postings))
            {
                postings.Impacts[passage] = impact;
                continue;
            }

            passages[filled[term]] = passage;
            impacts[filled[term]++] = impact;
        }
    }

    private static void ScoreSparse(ReadOnlySpan<ushort> passages, ReadOnlySpan<byte> impacts, int factor, int shift, Span<ushort> scores)
    {
        ref var first = ref MemoryMarshal.GetReference(scores);
        for (var i = 0; i < passages.Length && i < impacts.Length; i++)
        {
            // Passages of a block are below its count by construction; checking each takes a fifth of a search.
            Unsafe.Add(ref first, passages[i]) += (ushort)((impacts[i] * factor) >> shift);
        }
    }

    /// <summary>All terms of some passages after each other, so that sums need not be kept in between; two vectors at a time, which halves what is read of the terms.</summary>
    private static void ScoreDense(ReadOnlySpan<(byte[] Impacts, ushort Factor)> terms, int shift, Span<ushort> scores)
    {
        if (terms.IsEmpty)
        {
            return;
        }

        ref var score = ref MemoryMarshal.GetReference(scores);
        var length = terms[0].Impacts.Length;
        for (nuint i = 0; i < (nuint)length; i += (nuint)(2 * Vector<byte>.Count))
        {
            var (first, second, third, fourth) = (Vector<ushort>.Zero, Vector<ushort>.Zero, Vector<ushort>.Zero, Vector<ushort>.Zero);
            foreach (var (impacts, factor) in terms)
            {
                ref var impact = ref MemoryMarshal.GetArrayDataReference(impacts);
                var factors = new Vector<ushort>(factor);
                Vector.Widen(Vector.LoadUnsafe(ref impact, i), out var low, out var high);
                first += (low * factors) >>> shift;
                second += (high * factors) >>> shift;
                Vector.Widen(Vector.LoadUnsafe(ref impact, i + (nuint)Vector<byte>.Count), out low, out high);
                third += (low * factors) >>> shift;
                fourth += (high * factors) >>> shift;
            }

            first.StoreUnsafe(ref score, i);
            second.StoreUnsafe(ref score, i + (nuint)Vector<ushort>.Count);
            third.StoreUnsafe(ref score, i + (nuint)(2 * Vector<ushort>.Count));
            fourth.StoreUnsafe(ref score, i + (nuint)(3 * Vector<ushort>.Count));
        }
    }

    /// <summary>Filled up to whole vectors of any machine.</summary>
    private static int Padded(int count) => (count + MaxVectors - 1) / MaxVectors * MaxVectors;

    /// <param name="Count">Passages that have the term.</param>
    private sealed record DensePostings(int Count, byte[] Impacts);
}
