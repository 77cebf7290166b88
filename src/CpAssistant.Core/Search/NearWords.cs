using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Finds words of the texts for what was probably typed wrong.</summary>
internal static class NearWords
{
    private const int MinLetters = 3;
    private const int MaxLetters = 12;

    /// <summary>Times that texts have two words side by side before marks that never stand so are doubted.</summary>
    private const int SurePairs = 3;

    /// <summary>For a word with marks that texts have, but never beside these neighbours, while the same letters with other marks often do ("sãn xuất").</summary>
    /// <returns>The word with the other marks; null where nothing is to be doubted.</returns>
    internal static string? OtherMarks(IndexData data, IEnumerable<int> meant, string typed, string? before, string? after)
    {
        if (data.Terms.FindFold(VietnameseText.FoldNormalized(typed)) is not { } fold || !VietnameseText.HasMarks(typed))
        {
            return null;
        }

        var readings = meant.SelectMany(data.Terms.WordsOfTerm).ToHashSet();
        if (readings.Any(word => CountExactly(data, word, before, after) > 0))
        {
            return null;
        }

        var others = data.Terms.WordsOfFold(fold).Where(word => !readings.Contains(word)).Select(word => (Word: word, Beside: CountExactly(data, word, before, after))).ToList();
        return others.Count > 0 && others.MaxBy(static other => other.Beside) is { Beside: >= SurePairs } best ? data.Terms.TextOf(best.Word) : null;
    }

    /// <summary>For a word that no text has.</summary>
    internal static string? Find(IndexData data, string typed, string? before, string? after)
    {
        if (typed.Length is < MinLetters or > MaxLetters || !typed.All(char.IsLetter))
        {
            return null;
        }

        var folded = VietnameseText.FoldNormalized(typed);
        var folds = new HashSet<int>();
        Add(folded);
        Slip.ForEachNeighbour(folded, Add);
        var found = folds.SelectMany(data.Terms.WordsOfFold)
            .Where(word => VietnameseText.HasMarks(typed) ? Slip.IsBetween(typed, data.Terms.TextOf(word)) : data.Terms.TextOf(word).All(char.IsLetter))
            .Select(word => (Word: word, Beside: CountBeside(data, word, before, after), Count: data.Frequencies[word]))
            .OrderByDescending(static candidate => candidate.Beside).ThenByDescending(static candidate => candidate.Count).ThenBy(static candidate => candidate.Word)
            .Select(candidate => data.Terms.TextOf(candidate.Word)).FirstOrDefault();
        return found is null || VietnameseText.HasMarks(typed) ? found : VietnameseText.Fold(found);

        void Add(ReadOnlySpan<char> form)
        {
            if (data.Terms.FindFold(form.ToString()) is { } fold)
            {
                folds.Add(fold);
            }
        }
    }

    /// <summary>How many passages have the word, with just these marks, beside one of the neighbours.</summary>
    private static int CountExactly(IndexData data, int word, string? before, string? after)
    {
        return Pairs(before, static pair => pair.First, static pair => pair.Second, isFirst: true) + Pairs(after, static pair => pair.Second, static pair => pair.First, isFirst: false);

        int Pairs(string? neighbour, Func<(int First, int Second), int> ofNeighbour, Func<(int First, int Second), int> ofWord, bool isFirst)
        {
            if (neighbour is null || data.Terms.FindFold(VietnameseText.FoldNormalized(neighbour)) is not { } other)
            {
                return 0;
            }

            var own = data.Terms.FoldOf(word);
            var (first, count, _) = isFirst ? data.Terms.FindPairs(other, own) : data.Terms.FindPairs(own, other);
            return Enumerable.Range(first, count)
                .Where(pair => ofWord(data.Terms.WordsOfPair(pair)) == word && VietnameseText.CanStandFor(neighbour, data.Terms.TextOf(ofNeighbour(data.Terms.WordsOfPair(pair)))))
                .Sum(pair => data.Frequencies[pair]);
        }
    }

    private static int CountBeside(IndexData data, int word, string? before, string? after)
    {
        var fold = data.Terms.FoldOf(word);
        return Count(FoldOf(before), fold) + Count(fold, FoldOf(after));

        int? FoldOf(string? term) => term is null ? null : data.Terms.FindFold(VietnameseText.FoldNormalized(term));

        int Count(int? first, int? second) =>
            first is { } left && second is { } right && data.Terms.FindPairs(left, right) is { Group: >= 0 } found ? data.PairGroupFrequencies[found.Group] : 0;
    }
}
