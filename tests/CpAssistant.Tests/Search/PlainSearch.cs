using CpAssistant.Core.Search;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Search;

/// <summary>The same scores as <see cref="PassageIndex"/>, by reading every passage for every query and without rounding.</summary>
internal sealed class PlainSearch
{
    private const double K1 = 0.9;
    private const double B = 0.4;

    private readonly List<(string[] Heading, string[] Text)> passages;
    private readonly double averageLength;
    private readonly HashSet<string> words;

    public PlainSearch(IEnumerable<Passage> passages)
    {
        this.passages = [.. passages.Select(passage => (Terms(passage.Heading), Terms(passage.Text))).Select(static terms => terms.Item2.Length == 0 ? ([], []) : terms)];
        words = [.. this.passages.SelectMany(static passage => passage.Heading.Concat(passage.Text))];
        averageLength = this.passages.Sum(Length) / (double)Math.Max(1, Found);
    }

    private int Found => passages.Count(static passage => passage.Text.Length > 0);

    public double Score(string query, int passage) => Weights(query).Sum(term => term.Key.Lists.Sum(list => Part(list, passage)) * Idf(term.Key) * term.Value * (K1 + 1));

    /// <returns>How far rounding to 256ths can carry a score.</returns>
    public double Tolerance(string query) => 1e-9 + Weights(query).Sum(term => term.Key.Lists.Count * ((Idf(term.Key) * term.Value * (K1 + 1) / 256) + (1.0 / 256)));

    private static string[] Terms(string text) => [.. Analyzer.Exact.Analyze(text).Select(static token => token.Term)];

    private static int Length((string[] Heading, string[] Text) passage) => passage.Heading.Length + passage.Text.Length;

    private static bool IsBare(string term) => !VietnameseText.HasMarks(term);

    private Dictionary<PlainTerm, double> Weights(string query)
    {
        var weights = new Dictionary<PlainTerm, double>();
        var terms = Terms(query);
        var isCareful = terms.Any(static term => !IsBare(term)) && !terms.Any(LacksMarks);
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var (term, weight) in Syllable(terms[i], isCareful))
            {
                weights[term] = weight;
            }

            if (i + 1 < terms.Length)
            {
                var lists = from first in Readings(terms[i], isCareful) from second in Readings(terms[i + 1], isCareful) select new PlainList(first, second);
                var pair = new PlainTerm($"{terms[i]} {terms[i + 1]}", [.. lists.Where(list => Frequency([list]) > 0)]);
                weights[pair] = 0.5;
            }
        }

        return weights;
    }

    private bool LacksMarks(string term)
    {
        var folded = Frequency([new PlainList("~" + VietnameseText.Fold(term), null)]);
        return IsBare(term) && folded > 0 && Frequency([new PlainList(term, null)]) < 0.1 * folded;
    }

    /// <returns>The words that a syllable of the query counts for in pairs.</returns>
    private IEnumerable<string> Readings(string term, bool isCareful) => words.Contains(term) && (isCareful || !IsBare(term))
        ? [term]
        : words.Where(word => IsBare(term) ? VietnameseText.Fold(word) == VietnameseText.Fold(term) : VietnameseText.CanStandFor(term, word));

    private IEnumerable<(PlainTerm Term, double Weight)> Syllable(string term, bool isCareful)
    {
        var folded = new PlainTerm("~" + term, [new PlainList("~" + VietnameseText.Fold(term), null)]);
        var exact = new PlainTerm(term, [new PlainList(term, null)]);
        return (IsBare(term), words.Contains(term), isCareful) switch
        {
            (false, true, _) => [(exact, 1)],
            (false, false, _) => [(new PlainTerm(term, [.. Readings(term, isCareful).Select(static word => new PlainList(word, null))]), 1)],
            (true, true, true) => [(exact, 0.7), (folded, 0.3)],
            _ => [(folded, 1)],
        };
    }

    private double Idf(PlainTerm term)
    {
        var isWholePair = term.Lists.Count > 0 && term.Lists[0].Second is not null
            && words.Where(word => VietnameseText.Fold(word) == VietnameseText.Fold(term.Lists[0].First))
                .SelectMany(first => words.Where(word => VietnameseText.Fold(word) == VietnameseText.Fold(term.Lists[0].Second!)).Select(second => new PlainList(first, second)))
                .All(list => term.Lists.Contains(list) || Frequency([list]) == 0);
        var frequency = isWholePair ? Frequency(term.Lists) : Math.Min(Found, term.Lists.Sum(list => Frequency([list])));
        return Math.Log(1 + ((Found - frequency + 0.5) / (frequency + 0.5)));
    }

    private int Frequency(IReadOnlyList<PlainList> lists) => Enumerable.Range(0, passages.Count).Count(passage => lists.Any(list => Count(list, passage) > 0));

    private double Part(PlainList list, int passage)
    {
        var count = Count(list, passage);
        return count / (count + (K1 * (1 - B + (B * Length(passages[passage]) / averageLength))));
    }

    private int Count(PlainList list, int passage) => (2 * Count(list, passages[passage].Heading)) + Count(list, passages[passage].Text);

    private static int Count(PlainList list, string[] terms) => list.Second is null
        ? terms.Count(term => list.First[0] == '~' ? VietnameseText.Fold(term) == list.First[1..] : term == list.First)
        : terms.Zip(terms.Skip(1)).Count(pair => pair.First == list.First && pair.Second == list.Second);

    /// <summary>A word, a folded word (with ~ before it), or a pair of words.</summary>
    private sealed record PlainList(string First, string? Second);

    private sealed record PlainTerm(string Name, IReadOnlyList<PlainList> Lists)
    {
        public bool Equals(PlainTerm? other) => other is not null && Name == other.Name;

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
    }
}
