using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>
/// Numbers for the terms of an index: syllables with marks, syllables without, and pairs of neighbouring syllables with
/// marks. Pairs that fold alike stand next to each other, so that a folded pair is a range of them.
/// </summary>
internal sealed class TermDictionary
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly List<string> wordTexts = [];
    private readonly List<int> foldOfWord = [];
    private readonly Dictionary<string, int> folds = new(StringComparer.Ordinal);
    private readonly List<List<int>> wordsOfFold = [];
    private Dictionary<long, (int First, int Count, int Group)> pairGroups = [];
    private (int First, int Second)[] pairs = [];
    private int[] foldTerms = [];
    private int[] foldOfTerm = [];

    /// <summary>How many terms there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>How many words there are; the terms before this are words.</summary>
    public int WordCount => wordTexts.Count;

    /// <summary>How many folded pairs there are.</summary>
    public int PairGroupCount => pairGroups.Count;

    /// <summary>Number of the first pair.</summary>
    public int FirstPair => Count - pairs.Length;

    /// <returns>The number of a normalized term, made where it is new.</returns>
    public int Add(string word)
    {
        if (words.TryGetValue(word, out var number))
        {
            return number;
        }

        number = words.Count;
        words.Add(word, number);
        wordTexts.Add(word);
        var folded = VietnameseText.Fold(word);
        if (!folds.TryGetValue(folded, out var fold))
        {
            folds.Add(folded, fold = folds.Count);
            wordsOfFold.Add([]);
        }

        foldOfWord.Add(fold);
        wordsOfFold[fold].Add(number);
        return number;
    }

    /// <summary>Gives folded syllables and pairs their numbers, behind the words.</summary>
    /// <param name="found">Each pair of word numbers once.</param>
    /// <returns>The number of each pair, in the order they were given.</returns>
    public int[] Close(IReadOnlyList<(int First, int Second)> found)
    {
        Count = words.Count;
        foldTerms = [.. wordsOfFold.Select(variants => variants.Count == 1 ? variants[0] : Count++)];
        foldOfTerm = [.. Enumerable.Range(0, foldTerms.Length).Where(fold => foldTerms[fold] >= WordCount)];

        var order = Enumerable.Range(0, found.Count).ToArray();
        var keys = Array.ConvertAll(order, i => FoldedKey(found[i]));
        Array.Sort(keys, order);
        pairs = Array.ConvertAll(order, i => found[i]);
        pairGroups = GroupsOf(keys);

        var numbers = new int[found.Count];
        for (var place = 0; place < order.Length; place++)
        {
            numbers[order[place]] = Count + place;
        }

        Count += pairs.Length;
        return numbers;
    }

    /// <returns>Number of a normalized term, or null where no text has it.</returns>
    public int? FindWord(string word) => words.TryGetValue(word, out var number) ? number : null;

    /// <returns>Which folded form a folded term is, or null where no text has it.</returns>
    public int? FindFold(string folded) => folds.TryGetValue(folded, out var fold) ? fold : null;

    public int FoldOf(int word) => foldOfWord[word];

    /// <returns>The term that stands for all words of a folded form; the word itself where there is one only.</returns>
    public int TermOfFold(int fold) => foldTerms[fold];

    public IReadOnlyList<int> WordsOfFold(int fold) => wordsOfFold[fold];

    public string TextOf(int word) => wordTexts[word];

    /// <param name="term">A word or the term of a folded form.</param>
    /// <returns>The words it counts.</returns>
    public IReadOnlyList<int> WordsOfTerm(int term) => term < WordCount ? [term] : wordsOfFold[foldOfTerm[term - WordCount]];

    /// <param name="term">The term of a folded form that has several words.</param>
    public string TextOfFoldTerm(int term) => VietnameseText.Fold(wordTexts[WordsOfTerm(term)[0]]);

    /// <returns>The pairs that fold alike as a range of terms, and which group they are; an empty range where no text has one.</returns>
    public (int First, int Count, int Group) FindPairs(int firstFold, int secondFold) =>
        pairGroups.TryGetValue(Key(firstFold, secondFold), out var found) ? (FirstPair + found.First, found.Count, found.Group) : (0, 0, -1);

    /// <param name="pair">The number of a pair.</param>
    /// <returns>Its two words.</returns>
    public (int First, int Second) WordsOfPair(int pair) => pairs[pair - FirstPair];

    /// <returns>For each pair, which group of pairs that fold alike it belongs to.</returns>
    public int[] GroupOfPairs()
    {
        var groups = new int[pairs.Length];
        foreach (var (first, count, group) in pairGroups.Values)
        {
            groups.AsSpan(first, count).Fill(group);
        }

        return groups;
    }

    private static long Key(int first, int second) => ((long)first << 32) | (uint)second;

    private static Dictionary<long, (int First, int Count, int Group)> GroupsOf(long[] sortedKeys)
    {
        var groups = new Dictionary<long, (int, int, int)>();
        for (var first = 0; first < sortedKeys.Length;)
        {
            var end = first + 1;
            while (end < sortedKeys.Length && sortedKeys[end] == sortedKeys[first])
            {
                end++;
            }

            groups.Add(sortedKeys[first], (first, end - first, groups.Count));
            first = end;
        }

        return groups;
    }

    private long FoldedKey((int First, int Second) pair) => Key(foldOfWord[pair.First], foldOfWord[pair.Second]);
}
