using CpAssistant.Core.Search.Indexing;
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
    internal static string? OtherMarks(IndexData data, IReadOnlyList<int> readings, string typed, string? before, string? after)
    {
        if (data.FindFold(VietnameseText.FoldNormalized(typed)) is not { } fold || !VietnameseText.HasMarks(typed))
        {
            return null;
        }

        if (readings.Any(word => CountExactly(data, word, before, after) > 0))
        {
            return null;
        }

        var others = data.ReadingsOf(fold).Where(word => !readings.Contains(word)).Select(word => (Word: word, Beside: CountExactly(data, word, before, after))).ToList();
        return others.Count > 0 && others.MaxBy(static other => other.Beside) is { Beside: >= SurePairs } best ? data.Words.TextOf(best.Word) : null;
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
        var found = folds.SelectMany(data.ReadingsOf)
            .Where(word => VietnameseText.HasMarks(typed) ? Slip.IsBetween(typed, data.Words.TextOf(word)) : data.Words.TextOf(word).All(char.IsLetter))
            .Select(word => (Word: word, Beside: CountBeside(data, word, before, after), Count: data.FrequencyOf(word)))
            .OrderByDescending(static candidate => candidate.Beside).ThenByDescending(static candidate => candidate.Count).ThenBy(candidate => data.Words.TextOf(candidate.Word), StringComparer.Ordinal)
            .Where(candidate => candidate.Beside > 0 || (before is null && after is null))
            .Select(candidate => data.Words.TextOf(candidate.Word)).FirstOrDefault();
        return found is null || VietnameseText.HasMarks(typed) ? found : VietnameseText.Fold(found);

        void Add(ReadOnlySpan<char> form)
        {
            if (data.FindFold(form.ToString()) is { } fold)
            {
                folds.Add(fold);
            }
        }
    }

    /// <summary>How many passages have the word, with just these marks, beside one of the neighbours.</summary>
    private static int CountExactly(IndexData data, int word, string? before, string? after)
    {
        var own = data.Words.FoldOf(word);
        return Beside(before, isFirst: true) + Beside(after, isFirst: false);

        int Beside(string? neighbour, bool isFirst)
        {
            if (neighbour is null || data.FindFold(VietnameseText.FoldNormalized(neighbour)) is not { } fold)
            {
                return 0;
            }

            var counts = isFirst ? data.MarkedPairs(fold, own) : data.MarkedPairs(own, fold);
            return data.ReadingsOf(fold).Where(other => VietnameseText.CanStandFor(neighbour, data.Words.TextOf(other)))
                .Sum(other => isFirst ? data.Beside(counts, other, word) : data.Beside(counts, word, other));
        }
    }

    private static int CountBeside(IndexData data, int word, string? before, string? after)
    {
        var fold = data.Words.FoldOf(word);
        return Count(FoldOf(before), fold) + Count(fold, FoldOf(after));

        int? FoldOf(string? term) => term is null ? null : data.FindFold(VietnameseText.FoldNormalized(term));

        int Count(int? first, int? second) =>
            first is { } left && second is { } right ? data.FrequencyOfPair(left, right) : 0;
    }
}
