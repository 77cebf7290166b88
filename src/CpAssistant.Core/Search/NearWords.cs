using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Finds, for a word that no text has, one that texts have and that is one slip away.</summary>
internal static class NearWords
{
    private const int MinLetters = 3;
    private const int MaxLetters = 12;

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

    private static int CountBeside(IndexData data, int word, string? before, string? after)
    {
        var fold = data.Terms.FoldOf(word);
        return Count(FoldOf(before), fold) + Count(fold, FoldOf(after));

        int? FoldOf(string? term) => term is null ? null : data.Terms.FindFold(VietnameseText.FoldNormalized(term));

        int Count(int? first, int? second) =>
            first is { } left && second is { } right && data.Terms.FindPairs(left, right) is { Group: >= 0 } found ? data.PairGroupFrequencies[found.Group] : 0;
    }
}
