namespace CpAssistant.Core.Text;

/// <summary>The words of the loaded texts, how often each stands there, and which stand side by side. Immutable.</summary>
/// <remarks>Words are normalized terms (<see cref="VietnameseText.Normalize"/>); folded forms find them without marks.</remarks>
public sealed class Vocabulary
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>>.AlternateLookup<ReadOnlySpan<char>> wordsByFold;
    private readonly Dictionary<long, int> pairs = [];
    private readonly int[] counts;

    /// <param name="counts">Normalized terms, how often each stands in the texts.</param>
    /// <param name="pairs">How often two of those terms stand next to each other, with white space only between them.</param>
    public Vocabulary(
        IReadOnlyDictionary<string, int> counts,
        IReadOnlyDictionary<(string First, string Second), int> pairs)
    {
        this.counts = [.. counts.Values];
        foreach (var term in counts.Keys)
        {
            places.Add(term, places.Count);
        }

        foreach (var byFold in places.Keys.GroupBy(VietnameseText.Fold, StringComparer.Ordinal))
        {
            words.Add(byFold.Key, [.. byFold.OrderByDescending(CountOf).ThenBy(static term => term, StringComparer.Ordinal)]);
        }

        wordsByFold = words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (pair, count) in pairs)
        {
            this.pairs[PairKey(places[pair.First], places[pair.Second])] = count;
        }
    }

    public static Vocabulary Empty { get; } = Of([]);

    /// <summary>How many different words there are.</summary>
    public int Count => counts.Length;

    /// <summary>Counts the words of texts: documents, and lists of names that should count as known.</summary>
    public static Vocabulary Of(IEnumerable<string> texts)
    {
        var counter = new VocabularyCounter();
        foreach (var text in texts)
        {
            counter.Add(text);
        }

        return new Vocabulary(counter.Counts, counter.Pairs);
    }

    /// <param name="term">A normalized term.</param>
    /// <returns>How often exactly this word stands in the texts; 0 where it does not.</returns>
    public int CountOf(string term) => places.TryGetValue(term, out var place) ? counts[place] : 0;

    /// <param name="folded">A folded term.</param>
    /// <returns>The words that fold to it, the most frequent first.</returns>
    public IReadOnlyList<string> WordsOf(string folded) => words.TryGetValue(folded, out var found) ? found : [];

    /// <param name="folded">A folded term.</param>
    /// <returns>The words that fold to it, the most frequent first.</returns>
    public IReadOnlyList<string> WordsOf(ReadOnlySpan<char> folded) => wordsByFold.TryGetValue(folded, out var found) ? found : [];

    /// <param name="typed">A normalized term, marks perhaps left out.</param>
    /// <returns>The words it can stand for, the most frequent first.</returns>
    public IEnumerable<string> WordsFor(string typed) =>
        WordsOf(VietnameseText.Fold(typed)).Where(word => VietnameseText.CanStandFor(typed, word));

    /// <param name="typed">A normalized term, marks perhaps left out.</param>
    /// <returns>Whether it is a word of the texts, or one whose marks were left out.</returns>
    public bool Knows(string typed) => places.ContainsKey(typed) || WordsFor(typed).Any();

    /// <param name="typed">A normalized term, marks perhaps left out.</param>
    /// <returns>How often a word it can stand for stands in the texts.</returns>
    public int CountFor(string typed) => WordsFor(typed).Sum(CountOf);

    /// <summary>How often words that the two terms can stand for stand next to each other in the texts.</summary>
    /// <param name="first">A normalized term, marks perhaps left out.</param>
    /// <param name="second">A normalized term, marks perhaps left out.</param>
    public int CountFor(string first, string second)
    {
        var count = 0;
        foreach (var left in WordsFor(first))
        {
            foreach (var right in WordsFor(second))
            {
                count += pairs.GetValueOrDefault(PairKey(places[left], places[right]));
            }
        }

        return count;
    }

    private static long PairKey(int first, int second) => ((long)first << 32) | (uint)second;
}
