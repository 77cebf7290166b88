namespace CpAssistant.Core.Understanding;

/// <summary>What two lists of terms have in common, by weight.</summary>
/// <param name="OfOne">Of the one's terms those that the other has.</param>
/// <param name="OfOther">Of the other's terms those that the one has. A word without marks can stand for two of the other's, so that the two sums may differ.</param>
/// <param name="HeaviestOfOne">Of the terms that only the one has; 0 for none.</param>
/// <param name="HeaviestOfOther">Of the terms that only the other has; 0 for none.</param>
internal readonly record struct Overlap(double OfOne, double OfOther, double HeaviestOfOne, double HeaviestOfOther)
{
    /// <summary>Weight of the terms that both have.</summary>
    internal double Shared => Math.Min(OfOne, OfOther);

    /// <summary>Where each has a term that the other lacks, one thing stands in another's place ("nồi hơi", "đèn"): that counts against them.</summary>
    internal double Replaced => Math.Min(HeaviestOfOne, HeaviestOfOther);

    /// <summary>Both lists in the order of <see cref="WeighedTerm"/>, read side by side.</summary>
    internal static Overlap Of(IReadOnlyList<WeighedTerm> one, IReadOnlyList<WeighedTerm> other)
    {
        var overlap = default(Overlap);
        for (var (i, j) = (0, 0); i < one.Count || j < other.Count;)
        {
            var order = i == one.Count ? 1 : j == other.Count ? -1 : one[i].CompareTo(other[j]);
            var (ends, endsOther) = (order <= 0 ? EndOfKey(one, i) : i, order >= 0 ? EndOfKey(other, j) : j);
            for (var k = i; k < ends; k++)
            {
                overlap = AnyIs(one[k], other, j, endsOther)
                    ? overlap with { OfOne = overlap.OfOne + one[k].Weight }
                    : overlap with { HeaviestOfOne = Math.Max(overlap.HeaviestOfOne, one[k].Weight) };
            }

            for (var k = j; k < endsOther; k++)
            {
                overlap = AnyIs(other[k], one, i, ends)
                    ? overlap with { OfOther = overlap.OfOther + other[k].Weight }
                    : overlap with { HeaviestOfOther = Math.Max(overlap.HeaviestOfOther, other[k].Weight) };
            }

            (i, j) = (ends, endsOther);
        }

        return overlap;
    }

    private static int EndOfKey(IReadOnlyList<WeighedTerm> terms, int first)
    {
        var end = first + 1;
        while (end < terms.Count && terms[end].Key == terms[first].Key)
        {
            end++;
        }

        return end;
    }

    private static bool AnyIs(WeighedTerm term, IReadOnlyList<WeighedTerm> terms, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (term.CanBeSame(terms[i]))
            {
                return true;
            }
        }

        return false;
    }
}
