using CpAssistant.Core.Search.Indexing;
using CpAssistant.Core.Search.Ranking;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Finds the stretch of a text with the most of a query in it.</summary>
internal static class SnippetFinder
{
    private const double Rounding = 1e-9;

    /// <param name="points">See <see cref="PointsOfWords"/>.</param>
    public static Snippet Find(string text, Dictionary<int, double> points, WordTable words, int maxLength, ShortForms shortForms)
    {
        var tokens = Analyzer.Exact.Analyze(text);
        var matches = new List<(TextSpan Span, int Word)>();
        foreach (var token in tokens)
        {
            if (words.Find(token.Term) is { } word && points.ContainsKey(word))
            {
                matches.Add((token.Span, word));
            }
        }

        AddShortForms(matches, text, points, words, shortForms);
        var best = BestWindow(matches, points, maxLength);
        var span = Widen(text, tokens, best, maxLength);
        return new Snippet(span, [.. matches.Select(static match => match.Span).Where(span.Contains).Distinct()]);
    }

    /// <summary>A short form counts for each word that it stands for.</summary>
    private static void AddShortForms(List<(TextSpan Span, int Word)> matches, string text, Dictionary<int, double> points, WordTable words, ShortForms shortForms)
    {
        var count = matches.Count;
        foreach (var (span, full) in shortForms.In(text))
        {
            matches.AddRange(Analyzer.Exact.Analyze(full).Select(token => words.Find(token.Term)).OfType<int>().Where(points.ContainsKey).Select(word => (span, word)));
        }

        if (matches.Count > count)
        {
            matches.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }
    }

    /// <returns>What each word that a query may mean adds to a stretch.</returns>
    public static Dictionary<int, double> PointsOfWords(IReadOnlyList<QueryWord> query, IndexData data)
    {
        var points = new Dictionary<int, double>();
        foreach (var word in query)
        {
            var idf = Bm25.Idf(data.Whole.Count, Math.Min(data.Whole.Count, word.Meant.Sum(data.FrequencyOf)));
            foreach (var meant in word.Meant)
            {
                points[meant] = points.GetValueOrDefault(meant) + (idf * (word.Asks ? QueryReader.QuestionWeight : 1));
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
