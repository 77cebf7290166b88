namespace CpAssistant.Core.Understanding;

/// <summary>
/// Puts like questions together: each joins the group whose first question it is most alike, or begins one. The most asked come first, so
/// that they lead the groups. Only groups that share one of the weightiest terms are compared (prefix filter of similarity joins).
/// </summary>
public static class LikenessGroups
{
    /// <summary>Questions that are less alike are two things.</summary>
    public const double LeastLikeness = 0.6;

    /// <param name="questions">How often each was asked.</param>
    /// <param name="progress">Told now and then how many have been placed.</param>
    /// <returns>For each question the index of the question that leads its group; its own where it leads.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<(QuestionGist Gist, long Count)> questions, Likeness likeness, Action<int>? progress = null)
    {
        var leaderOf = new int[questions.Count];
        var leaders = new Leaders();
        var placed = 0;
        foreach (var i in Enumerable.Range(0, questions.Count).OrderByDescending(i => questions[i].Count).ThenBy(i => questions[i].Gist.ToString(), StringComparer.Ordinal))
        {
            var gist = likeness.Weigh(questions[i].Gist);
            leaderOf[i] = leaders.Find(gist) ?? leaders.Add(gist, i);
            if (++placed % 1024 == 0)
            {
                progress?.Invoke(placed);
            }
        }

        return leaderOf;
    }

    private sealed class Leaders
    {
        private readonly Dictionary<string, List<(int Index, WeighedGist Gist)>> _byKey = [];

        /// <returns>Index of the leader that is most alike; the first of equals; null where none is alike enough.</returns>
        internal int? Find(WeighedGist gist)
        {
            var (best, bestLikeness) = ((int?)null, 0.0);
            foreach (var (index, leader) in KeysOf(gist).SelectMany(key => _byKey.GetValueOrDefault(key, [])))
            {
                var likeness = Likeness.Of(gist, leader);
                if (likeness >= LeastLikeness && likeness > bestLikeness)
                {
                    (best, bestLikeness) = (index, likeness);
                }
            }

            return best;
        }

        internal int Add(WeighedGist gist, int index)
        {
            foreach (var key in KeysOf(gist))
            {
                if (!_byKey.TryGetValue(key, out var leaders))
                {
                    _byKey[key] = leaders = [];
                }

                leaders.Add((index, gist));
            }

            return index;
        }

        /// <summary>
        /// Two that are alike enough share one of these: the weightiest terms of each, until the others together weigh less than the least
        /// likeness asks for. What must be equal is part of the key.
        /// </summary>
        private static IEnumerable<string> KeysOf(WeighedGist gist)
        {
            var particulars = string.Join(';', gist.Gist.Particulars);
            if (gist.Terms.Count == 0)
            {
                yield return $"{particulars}|";
            }

            var left = gist.Weight;
            foreach (var term in gist.Terms)
            {
                if (left < LeastLikeness * gist.Weight)
                {
                    yield break;
                }

                yield return $"{particulars}|{term.Key}";
                left -= term.Weight;
            }
        }
    }
}
