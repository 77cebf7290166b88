using System.Runtime.InteropServices;

namespace CpAssistant.Core.Search.Indexing;

/// <summary>What an index holds once it is built.</summary>
internal sealed class IndexData
{
    /// <summary>Vietnamese has some 20 words at most that are alike without marks; of more, which no language has, the most frequent are read.</summary>
    private const int MostReadings = 64;

    private readonly int[] firstPassages;
    private readonly int[] wordFrequencies;

    /// <summary>For each folded form its words that a passage has, in the order of their texts.</summary>
    private readonly int[][] readings;

    /// <summary>For each coded run the passage it begins with, in order, to find the run of a passage.</summary>
    private readonly int[] firstOfRuns;
    private readonly CodedPassages[] runs;

    public IndexData(IReadOnlyList<PostingBlock> blocks, WordTable words)
    {
        (Blocks, Words) = (blocks, words);
        runs = [.. blocks.SelectMany(static block => block.Runs)];
        firstPassages = StartsOf(blocks.Select(static block => block.Count));
        firstOfRuns = StartsOf(runs.Select(static run => run.Passages.Count));
        Passages = [.. runs.SelectMany(static run => run.Passages)];
        (Whole, Windows, Headings) = (SizesOf(static run => run.Whole), SizesOf(static run => run.Windows), SizesOf(static run => run.Headings));
        wordFrequencies = new int[words.Count];
        foreach (var block in blocks)
        {
            block.CountWords(wordFrequencies);
        }

        readings = [.. Enumerable.Range(0, words.FoldCount).Select(fold =>
            words.WordsOfFold(fold).Where(word => FrequencyOf(word) > 0).OrderByDescending(FrequencyOf).ThenBy(words.TextOf, StringComparer.Ordinal)
                .Take(MostReadings).OrderBy(words.TextOf, StringComparer.Ordinal).ToArray())];
    }

    public IReadOnlyList<PostingBlock> Blocks { get; }

    /// <summary>How many of them an earlier index had.</summary>
    public int BlocksTakenOver { get; init; }

    /// <summary>All words of these passages, and some that only earlier ones had.</summary>
    public WordTable Words { get; }

    /// <summary>How many different words the passages have.</summary>
    public int WordCount => readings.Sum(static words => words.Length);

    public IReadOnlyList<Passage> Passages { get; }

    public IReadOnlyList<CodedPassages> Runs => runs;

    /// <summary>The passages that can be found.</summary>
    public Sizes Whole { get; }

    /// <summary>The windows they are read in.</summary>
    public Sizes Windows { get; }

    /// <summary>Their headings.</summary>
    public Sizes Headings { get; }

    public int FirstPassageOf(int block) => firstPassages[block];

    /// <returns>Its block, and its place there.</returns>
    public (PostingBlock Block, int Place) BlockOf(int passage)
    {
        var block = Before(firstPassages, passage);
        return (Blocks[block], passage - firstPassages[block]);
    }

    /// <returns>How its words are read.</returns>
    public PassageCode CodeOf(int passage)
    {
        var run = Before(firstOfRuns, passage);
        return runs[run].CodeOf(passage - firstOfRuns[run]);
    }

    /// <returns>How often a passage has one of the terms.</returns>
    public int CountOf(IReadOnlyList<TermKey> keys, int passage)
    {
        var code = CodeOf(passage);
        var count = 0;
        while (code.TryNextPart(out var part))
        {
            for (var (place, before) = (0, TermKey.None); place < part.Length;)
            {
                var word = PassageCode.WordAt(part, ref place);
                count += keys.Count(key => key == TermKey.Word(word) || (before != TermKey.None && key == new TermKey(before, Words.FoldOf(word))));
                before = Words.FoldOf(word);
            }
        }

        return count;
    }

    /// <returns>Number of a normalized word, or null where no passage has it.</returns>
    public int? Find(string word) => Words.Find(word) is { } number && FrequencyOf(number) > 0 ? number : null;

    /// <returns>Number of a folded form, or null where no passage has it.</returns>
    public int? FindFold(string folded) => Words.FindFold(folded) is { } fold && readings[fold].Length > 0 ? fold : null;

    /// <returns>The words of a folded form that passages have, in the order of their texts.</returns>
    public IReadOnlyList<int> ReadingsOf(int fold) => readings[fold];

    /// <returns>In how many passages a word stands.</returns>
    public int FrequencyOf(int word) => wordFrequencies[word];

    /// <returns>In how many passages a pair stands, however it is marked.</returns>
    public int FrequencyOfPair(int firstFold, int secondFold) => FrequencyOf(new TermKey(firstFold, secondFold));

    /// <returns>In how many passages two words stand beside each other.</returns>
    /// <param name="counts">What <see cref="MarkedPairs"/> gives for their folded forms.</param>
    public int Beside(int[,] counts, int first, int second) =>
        (Words.PlaceInFold(first), Words.PlaceInFold(second)) is var (i, j) && i < counts.GetLength(0) && j < counts.GetLength(1) ? counts[i, j] : 0;

    /// <returns>In how many passages a pair is marked how, by the places of its words in their folded forms; see <see cref="Beside"/>.</returns>
    public int[,] MarkedPairs(int firstFold, int secondFold)
    {
        var counts = new int[Math.Min(PostingBlock.MaxPlaces, Words.WordsOfFold(firstFold).Count), Math.Min(PostingBlock.MaxPlaces, Words.WordsOfFold(secondFold).Count)];
        var cells = MemoryMarshal.CreateSpan(ref counts[0, 0], counts.Length);
        foreach (var block in Blocks)
        {
            block.CountMarked(new TermKey(firstFold, secondFold), cells, counts.GetLength(1));
        }

        return counts;
    }

    /// <returns>In nats; 0 or more.</returns>
    public double IdfOf(int word) => Bm25.Idf(Whole.Count, FrequencyOf(word));

    private int FrequencyOf(TermKey key)
    {
        var sum = 0;
        foreach (var block in Blocks)
        {
            sum += block.FrequencyOf(key);
        }

        return sum;
    }

    private static int Before(int[] starts, int passage) => Array.BinarySearch(starts, passage) is var place && place >= 0 ? LastOf(starts, place) : ~place - 1;

    /// <summary>What holds no passage begins where the next does.</summary>
    private static int LastOf(int[] starts, int place)
    {
        while (place + 1 < starts.Length && starts[place + 1] == starts[place])
        {
            place++;
        }

        return place;
    }

    /// <returns>With which passage each begins.</returns>
    private static int[] StartsOf(IEnumerable<int> counts)
    {
        var next = 0;
        return [.. counts.Select(count => (next += count) - count)];
    }

    private Sizes SizesOf(Func<CodedPassages, Sizes> of) => runs.Aggregate(default(Sizes), (sum, run) => sum + of(run));
}
