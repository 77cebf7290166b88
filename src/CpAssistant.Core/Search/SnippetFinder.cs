using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Finds the stretch of a text with the most of a query in it.</summary>
internal static class SnippetFinder
{
    private const double Rounding = 1e-9;

    /// <param name="points">See <see cref="PointsOfWords"/>.</param>
    public static Snippet Find(string text, Dictionary<int, double> points, TermDictionary terms, int maxLength, ShortForms shortForms)
    {
        var tokens = Analyzer.Exact.Analyze(text);
        var matches = new List<(TextSpan Span, int Word)>();
        foreach (var token in tokens)
        {
            if (terms.FindWord(token.Term) is { } word && points.ContainsKey(word))
            {
                matches.Add((token.Span, word));
            }
        }

        AddShortForms(matches, text, points, terms, shortForms);
        var best = BestWindow(matches, points, maxLength);
        var span = Widen(text, tokens, best, maxLength);
        return new Snippet(span, [.. matches.Select(static match => match.Span).Where(span.Contains).Distinct()]);
    }

    /// <summary>A short form counts for each word that it stands for.</summary>
    private static void AddShortForms(List<(TextSpan Span, int Word)> matches, string text, Dictionary<int, double> points, TermDictionary terms, ShortForms shortForms)
    {
        var count = matches.Count;
        foreach (var (span, full) in shortForms.In(text))
        {
            matches.AddRange(Analyzer.Exact.Analyze(full).Select(token => terms.FindWord(token.Term)).OfType<int>().Where(points.ContainsKey).Select(word => (span, word)));
        }

        if (matches.Count > count)
        {
            matches.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }
    }

    /// <returns>What each word of a query adds to a stretch; bigrams count by their syllables.</returns>
    public static Dictionary<int, double> PointsOfWords(IReadOnlyList<QueryTerm> query, TermDictionary terms)
    {
        var points = new Dictionary<int, double>();
        foreach (var term in query.Where(static term => term.Form != TermForm.Bigram))
        {
            foreach (var word in term.Lists.SelectMany(terms.WordsOfTerm))
            {
                points[word] = points.GetValueOrDefault(word) + (term.Idf * term.Weight);
            }
        }

        return points;
    }

    /// <returns>The span from first to last match of the window whose different words have the most points; of equal ones the shortest.</returns>
    private static TextSpan BestWindow(List<(TextSpan Span, int Word)> matches, Dictionary<int, double> points, int maxLength)
    {
        var inside = new Dictionary<int, int>();
        var (best, bestSum, sum, first) = (new TextSpan(0, 0), 0.0, 0.0, 0);
        for (var last = 0; last < matches.Count; last++)
        {
            sum += Enter(inside, matches[last].Word) ? points[matches[last].Word] : 0;
            while (first < last && (matches[last].Span.End - matches[first].Span.Start > maxLength || inside[matches[first].Word] > 1))
            {
                sum -= Leave(inside, matches[first].Word) ? points[matches[first].Word] : 0;
                first++;
            }

            var span = matches[first].Span.Union(matches[last].Span);
            if (sum > bestSum + Rounding || (sum > bestSum - Rounding && span.Length < best.Length))
            {
                (best, bestSum) = (span, sum);
            }
        }

        return best;
    }

    private static bool Enter(Dictionary<int, int> inside, int word)
    {
        inside[word] = inside.GetValueOrDefault(word) + 1;
        return inside[word] == 1;
    }

    private static bool Leave(Dictionary<int, int> inside, int word) => --inside[word] == 0;

    /// <returns>As many whole words around the matches as fit, more after them than before.</returns>
    private static TextSpan Widen(string text, IReadOnlyList<Token> tokens, TextSpan core, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return new TextSpan(0, text.Length);
        }

        var before = Math.Max(0, maxLength - core.Length) / 4;
        var start = tokens.FirstOrDefault(token => token.Start >= core.Start - before, new Token("", 0, 0)).Start;
        var end = tokens.LastOrDefault(token => token.End > start && token.End <= start + maxLength).End;
        return new TextSpan(start, end > start ? end : Math.Min(text.Length, start + Math.Max(0, maxLength)));
    }
}
