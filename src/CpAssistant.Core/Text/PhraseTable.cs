namespace CpAssistant.Core.Text;

/// <summary>A phrase found in a text.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="Count">Number of its tokens.</param>
public readonly record struct PhraseMatch<T>(T Value, int First, int Count)
{
    public int End => First + Count;
}

/// <summary>
/// Finds phrases of a table in analyzed text, whatever marks the text leaves out: "so cong thuong" finds Sở Công Thương,
/// "sổ công thương" does not. Immutable.
/// </summary>
public sealed class PhraseTable<T>
{
    /// <summary>Longer terms begin no phrase that anybody wrote into the data.</summary>
    private const int LongestTerm = 64;

    private readonly Dictionary<string, List<Entry>> _byFirst = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<Entry>>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly bool _exact;

    /// <param name="exact">Whether marks left out are an obstacle, as they are in the text of a document.</param>
    public PhraseTable(IEnumerable<(string Phrase, T Value)> phrases, bool exact = false)
    {
        _exact = exact;
        _lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (phrase, value) in phrases)
        {
            var terms = Analyzer.Exact.Analyze(phrase).Select(token => token.Term).ToArray();
            if (terms.Length > 0)
            {
                var key = VietnameseText.Fold(terms[0]);
                _byFirst.TryAdd(key, []);
                _byFirst[key].Add(new Entry(terms, value));
            }
        }

        foreach (var entries in _byFirst.Values)
        {
            entries.Sort(static (a, b) => b.Terms.Length.CompareTo(a.Terms.Length));
        }
    }

    /// <param name="tokens">Tokens of <see cref="Analyzer.Exact"/>.</param>
    /// <returns>The longest phrase at each place, left to right, none overlapping; of equally long ones the one whose marks fit best.</returns>
    public IReadOnlyList<PhraseMatch<T>> FindAll(IReadOnlyList<Token> tokens)
    {
        var matches = new List<PhraseMatch<T>>();
        for (var i = 0; i < tokens.Count;)
        {
            if (FindAt(tokens, i) is { } match)
            {
                matches.Add(match);
                i = match.End;
            }
            else
            {
                i++;
            }
        }

        return matches;
    }

    /// <returns>The longest phrase that begins at a token, or null.</returns>
    public PhraseMatch<T>? FindAt(IReadOnlyList<Token> tokens, int first)
    {
        if (EntriesAt(tokens[first].Term) is not { } entries)
        {
            return null;
        }

        Entry? best = null;
        var bestExact = -1;
        foreach (var entry in entries)
        {
            if (best is not null && entry.Terms.Length < best.Terms.Length)
            {
                break;
            }

            if (entry.ExactTerms(tokens, first) is { } exact && (!_exact || exact == entry.Terms.Length) && exact > bestExact)
            {
                (best, bestExact) = (entry, exact);
            }
        }

        return best is null ? null : new PhraseMatch<T>(best.Value, first, best.Terms.Length);
    }

    /// <summary>Asked for each word of all texts by each table, so nothing is allocated.</summary>
    private List<Entry>? EntriesAt(string term)
    {
        if (term.Length > LongestTerm)
        {
            return null;
        }

        Span<char> folded = stackalloc char[term.Length];
        VietnameseText.FoldNormalized(term, folded);
        return _lookup.TryGetValue(folded, out var entries) ? entries : null;
    }

    private sealed record Entry(string[] Terms, T Value)
    {
        /// <returns>How many terms are equal to the letter; null where the phrase does not stand there.</returns>
        public int? ExactTerms(IReadOnlyList<Token> tokens, int first)
        {
            if (first + Terms.Length > tokens.Count)
            {
                return null;
            }

            var exact = 0;
            for (var i = 0; i < Terms.Length; i++)
            {
                var typed = tokens[first + i].Term;
                if (typed == Terms[i])
                {
                    exact++;
                }
                else if (!VietnameseText.CanStandFor(typed, Terms[i]))
                {
                    return null;
                }
            }

            return exact;
        }
    }
}
