using System.Runtime.InteropServices;

namespace CpAssistant.Core.Search.Indexing;

/// <summary>Reads the codes of a block's passages into postings; what it needs besides is gone when the block is made.</summary>
internal sealed class BlockReader
{
    private readonly WordTable table;
    private readonly int words;

    /// <summary>A marked pair each: its number, its pair and in how many passages it stands.</summary>
    private readonly Dictionary<(int First, int Second), int> markedNumbers = [];
    private readonly List<(int First, int Second, int Pair, int Passages, int LastPassage)> markedPairs = [];
    private readonly Dictionary<(int First, int Second), int> pairNumbers = [];
    private readonly List<(int Term, ushort Passage, byte Impact)> postings = [];

    /// <summary>How often the passage at hand has each word and each pair, and which it has.</summary>
    private readonly int[] wordCounts;
    private readonly List<int> pairCounts = [];
    private readonly List<int> touchedWords = [];
    private readonly List<int> touchedPairs = [];

    /// <param name="averageLength">Of all passages in words.</param>
    public BlockReader(IReadOnlyList<CodedPassages> runs, WordTable table, double averageLength)
    {
        (this.table, words) = (table, table.Count);
        wordCounts = new int[words];
        var passage = 0;
        foreach (var run in runs)
        {
            for (var i = 0; i < run.Passages.Count; i++, passage++)
            {
                Count(run.CodeOf(i), passage);
                Emit(passage, run.Lengths[i], averageLength);
            }
        }

        var order = Number();
        Frequencies = new int[words + pairNumbers.Count];
        foreach (ref var posting in CollectionsMarshal.AsSpan(postings))
        {
            posting.Term = posting.Term < words ? posting.Term : words + order[posting.Term - words];
            Frequencies[posting.Term]++;
        }

        (MarkedStarts, Marked) = Marks(order);
    }

    /// <summary>In how many passages each term stands.</summary>
    public int[] Frequencies { get; }

    /// <summary>Of each term in ascending order of passages.</summary>
    public IReadOnlyList<(int Term, ushort Passage, byte Impact)> Postings => postings;

    public int[] PairStarts { get; private set; } = [];

    public int[] Seconds { get; private set; } = [];

    public int[] MarkedStarts { get; }

    public uint[] Marked { get; }

    private void Count(PassageCode code, int passage)
    {
        while (code.TryNextPart(out var part))
        {
            for (var (place, before) = (0, -1); place < part.Length;)
            {
                var word = PassageCode.WordAt(part, ref place);
                CountWord(word);
                if (before >= 0)
                {
                    CountPair(before, word, passage);
                }

                before = word;
            }
        }
    }

    private void CountWord(int word)
    {
        if (wordCounts[word]++ == 0)
        {
            touchedWords.Add(word);
        }
    }

    private void CountPair(int first, int second, int passage)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(markedNumbers, (first, second), out var isKnown);
        if (!isKnown)
        {
            number = markedPairs.Count;
            markedPairs.Add((first, second, PairOf(first, second), 0, -1));
        }

        ref var marked = ref CollectionsMarshal.AsSpan(markedPairs)[number];
        if (marked.LastPassage != passage)
        {
            (marked.LastPassage, marked.Passages) = (passage, marked.Passages + 1);
        }

        if (CollectionsMarshal.AsSpan(pairCounts)[marked.Pair]++ == 0)
        {
            touchedPairs.Add(marked.Pair);
        }
    }

    private int PairOf(int first, int second)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(pairNumbers, (table.FoldOf(first), table.FoldOf(second)), out var isKnown);
        if (!isKnown)
        {
            number = pairCounts.Count;
            pairCounts.Add(0);
        }

        return number;
    }

    private void Emit(int passage, int length, double averageLength)
    {
        foreach (var word in touchedWords)
        {
            postings.Add((word, (ushort)passage, Bm25.Impact(wordCounts[word], length, averageLength)));
            wordCounts[word] = 0;
        }

        var counts = CollectionsMarshal.AsSpan(pairCounts);
        foreach (var pair in touchedPairs)
        {
            postings.Add((words + pair, (ushort)passage, Bm25.Impact(counts[pair], length, averageLength)));
            counts[pair] = 0;
        }

        touchedWords.Clear();
        touchedPairs.Clear();
    }

    /// <summary>Puts the pairs in the order of their folded forms.</summary>
    /// <returns>The place of each pair in this order.</returns>
    private int[] Number()
    {
        var keys = pairNumbers.Keys.ToArray();
        Array.Sort(keys);
        PairStarts = new int[table.FoldCount + 1];
        Seconds = Array.ConvertAll(keys, static key => key.Second);
        var places = new int[keys.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            PairStarts[keys[place].First + 1]++;
            places[pairNumbers[keys[place]]] = place;
        }

        for (var fold = 0; fold < table.FoldCount; fold++)
        {
            PairStarts[fold + 1] += PairStarts[fold];
        }

        return places;
    }

    /// <returns>For each pair where its marked pairs begin, and all of them; see <see cref="PostingBlock"/>.</returns>
    private (int[] Starts, uint[] Marked) Marks(int[] places)
    {
        var kept = markedPairs.Where(pair => table.PlaceInFold(pair.First) < PostingBlock.MaxPlaces && table.PlaceInFold(pair.Second) < PostingBlock.MaxPlaces).ToList();
        var starts = new int[places.Length + 1];
        foreach (var pair in kept)
        {
            starts[places[pair.Pair] + 1]++;
        }

        for (var place = 0; place < places.Length; place++)
        {
            starts[place + 1] += starts[place];
        }

        var filled = starts.AsSpan().ToArray();
        var marked = new uint[kept.Count];
        foreach (var pair in kept)
        {
            marked[filled[places[pair.Pair]]++] =
                ((uint)table.PlaceInFold(pair.First) << 24) | ((uint)table.PlaceInFold(pair.Second) << 16) | (uint)Math.Min(pair.Passages, ushort.MaxValue);
        }

        return (starts, marked);
    }
}
