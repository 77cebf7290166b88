using System.Runtime.InteropServices;

namespace CpAssistant.Core.Understanding;

/// <summary>
/// Puts like questions together: each joins the group whose first question it is most alike, or begins one. The most asked come first, so
/// that they lead the groups. Only groups that share one of a question's rarest terms are compared (prefix filter of similarity joins:
/// Chaudhuri, Ganti &amp; Kaushik 2006).
/// </summary>
public static class LikenessGroups
{
    /// <summary>Questions that are less alike are two things.</summary>
    public const double LeastLikeness = 0.6;

    /// <summary>Sums of the same weights in another order may differ by so much.</summary>
    private const double Rounding = 1e-9;

    /// <param name="questions">How often each was asked.</param>
    /// <param name="progress">Told now and then how many have been placed.</param>
    /// <returns>For each question the index of the question that leads its group; its own where it leads. The groups are the same in whatever order the questions come.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<(QuestionGist Gist, long Count)> questions, Likeness likeness, Action<int>? progress = null)
    {
        var compared = Compare([.. questions.Select(question => question.Gist)], likeness);
        var leaderOf = new int[questions.Count];
        var leaders = new Leaders();
        var placed = 0;
        foreach (var i in Enumerable.Range(0, questions.Count).Select(i => (Index: i, Line: questions[i].Gist.ToString())).OrderByDescending(pair => questions[pair.Index].Count).ThenBy(pair => pair.Line, StringComparer.Ordinal).Select(pair => pair.Index))
        {
            leaderOf[i] = leaders.Find(compared[i]) ?? leaders.Add(compared[i], i);
            if (++placed % 1024 == 0)
            {
                progress?.Invoke(placed);
            }
        }

        return leaderOf;
    }

    /// <summary>Each term is weighed once.</summary>
    private static List<Compared> Compare(List<QuestionGist> gists, Likeness likeness)
    {
        var known = new Dictionary<string, WeighedTerm>(StringComparer.Ordinal);
        var weighed = gists.ConvertAll(gist => new WeighedGist(gist, [.. gist.Terms.Select(Weigh).Order()]));
        var counts = weighed.SelectMany(gist => gist.Terms).CountBy(term => term.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var bits = counts.Keys.Index().ToDictionary(pair => pair.Item, pair => 1UL << (pair.Index % 64), StringComparer.Ordinal);
        return weighed.ConvertAll(gist => new Compared(gist, KeysOf(gist, counts), [.. gist.Terms.Select(term => (bits[term.Key], term.Weight))]));

        WeighedTerm Weigh(string term)
        {
            if (!known.TryGetValue(term, out var weighed))
            {
                known[term] = weighed = likeness.Weigh(term);
            }

            return weighed;
        }
    }

    /// <summary>
    /// Two that are alike enough share one of these: the rarest terms of each, until the others together weigh less than the least
    /// likeness asks for. What must be equal is part of the key.
    /// </summary>
    private static List<string> KeysOf(WeighedGist gist, Dictionary<string, int> counts)
    {
        var particulars = gist.Gist.Particulars.Count == 0 ? "" : string.Join(';', gist.Gist.Particulars) + "|";
        if (gist.Terms.Count == 0)
        {
            return [particulars];
        }

        var (keys, left) = (new List<string>(), gist.Weight);
        foreach (var terms in gist.Terms.GroupBy(term => term.Key, StringComparer.Ordinal).OrderBy(terms => counts[terms.Key]).ThenBy(terms => terms.Key, StringComparer.Ordinal))
        {
            if (left < (LeastLikeness - Rounding) * gist.Weight)
            {
                break;
            }

            keys.Add(particulars + terms.Key);
            left -= terms.Sum(term => term.Weight);
        }

        return keys;
    }

    /// <param name="Terms">A bit for each, which it shares with some others: where the bit is missing, so is the term.</param>
    private sealed record Compared(WeighedGist Gist, IReadOnlyList<string> Keys, (ulong Bit, double Weight)[] Terms)
    {
        internal ulong Bits { get; } = Terms.Aggregate(0UL, (bits, term) => bits | term.Bit);

        /// <returns>What the two can be alike at most, told by a few steps of arithmetic: nearly all pairs need no other look.</returns>
        internal double MostLike(in Leader leader)
        {
            var shared = 0.0;
            foreach (var (bit, weight) in Terms)
            {
                shared += (leader.Bits & bit) != 0 ? weight : 0;
            }

            shared = Math.Min(shared, leader.Weight);
            var all = Gist.Weight + leader.Weight - shared;
            // Of two without terms the rest decides.
            return all == 0 ? 1 : shared / all;
        }
    }

    private readonly record struct Leader(int Rank, int Index, ulong Bits, double Weight, WeighedGist Gist);

    private sealed class Leaders
    {
        private readonly Dictionary<string, List<Leader>> _byKey = new(StringComparer.Ordinal);
        private int _count;

        /// <returns>Index of the leader that is most alike; the first of equals; null where none is alike enough.</returns>
        internal int? Find(Compared question)
        {
            var (best, bestRank, bestLikeness) = ((int?)null, int.MaxValue, LeastLikeness);
            foreach (var key in question.Keys)
            {
                foreach (ref readonly var leader in CollectionsMarshal.AsSpan(_byKey.GetValueOrDefault(key)))
                {
                    if (question.MostLike(leader) < bestLikeness - Rounding)
                    {
                        continue;
                    }

                    var likeness = Likeness.Of(question.Gist, leader.Gist);
                    if (likeness > bestLikeness || (likeness == bestLikeness && leader.Rank < bestRank))
                    {
                        (best, bestRank, bestLikeness) = (leader.Index, leader.Rank, likeness);
                    }
                }
            }

            return best;
        }

        internal int Add(Compared question, int index)
        {
            foreach (var key in question.Keys)
            {
                if (!_byKey.TryGetValue(key, out var leaders))
                {
                    _byKey[key] = leaders = [];
                }

                leaders.Add(new Leader(_count, index, question.Bits, question.Gist.Weight, question.Gist));
            }

            _count++;
            return index;
        }
    }
}
