using CpAssistant.Core.Search;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Search;

/// <summary>The same scores as <see cref="PassageIndex"/>, by reading every passage for every query, counting as one counts by hand, without rounding.</summary>
internal sealed class PlainSearch
{
    private const int WindowWords = 50;
    private const double LengthStep = 0.05;

    private readonly List<PlainPassage> passages;
    private readonly HashSet<string> words;
    private readonly Dictionary<string, int> frequencies = [];
    private readonly double averageLength;
    private readonly double averageWindow;
    private readonly double averageHeading;

    public PlainSearch(IEnumerable<Passage> passages)
    {
        this.passages = [.. passages.Select(static passage => Read(passage))];
        words = [.. this.passages.SelectMany(static passage => passage.Whole.SelectMany(static part => part))];
        averageLength = Math.Exp(Math.Round(Math.Log(Average(this.passages.Where(static passage => passage.IsFound).Select(static passage => passage.Length))) / LengthStep) * LengthStep);
        averageWindow = Average(this.passages.SelectMany(static passage => passage.Windows).Select(static window => window.Sum(static part => part.Length)));
        averageHeading = Average(this.passages.Select(static passage => passage.Heading.Length).Where(static length => length > 0));
    }

    /// <summary>What the first stage gives a passage.</summary>
    public double Whole(string query, int passage) => passages[passage] is { IsFound: true } read ? Bm25(Terms(query), read.Whole, 1.2, 0.75, averageLength, isWhole: true) : 0;

    /// <summary>What the second stage adds.</summary>
    public double Again(string query, int passage)
    {
        var (terms, read) = (Terms(query), passages[passage]);
        var window = read.Windows.Max(parts => (HasOwn(parts[^1]) ? 3 : 1) * Bm25(terms, parts, 0.4, 0.5, averageWindow, isWhole: false));
        return window + (0.4 * Bm25(terms, [read.Heading], 1.2, 0.75, averageHeading, isWhole: false)) + (Share(terms, read.Heading) * terms.Where(static term => !term.IsPair).Sum(term => Idf(term)));

        bool HasOwn(string[] own) => own.Any(word => terms.Any(term => !term.IsPair && term.Readings.Contains(word)));
    }

    /// <summary>How far rounding can carry a score: 8 bits for impacts and factors, 16 for sums.</summary>
    public double Tolerance(string query)
    {
        var keys = Terms(query).SelectMany(term => term.Readings.Select(_ => 2.2 * Idf(term))).ToList();
        return 1e-3 + (keys.Count * ((keys.DefaultIfEmpty().Max() / 64) + (keys.Sum() / 8192)));
    }

    private static string[] Words(string text) => [.. Analyzer.Exact.Analyze(text).Select(static token => token.Term)];

    private static double Average(IEnumerable<int> lengths) => lengths.DefaultIfEmpty(1).Average();

    private static bool IsBare(string word) => !VietnameseText.HasMarks(word);

    private static PlainPassage Read(Passage passage)
    {
        if (Words(passage.Text).Length == 0)
        {
            return new PlainPassage([], [], []);
        }

        var windows = new List<string[]> { Array.Empty<string>() };
        foreach (var sentence in passage.Text.Split(". ").Select(Words))
        {
            if (windows[^1].Length >= WindowWords)
            {
                windows.Add([]);
            }

            windows[^1] = [.. windows[^1], .. sentence];
        }

        return new PlainPassage(Words(passage.Heading), Words(passage.InFull), [.. windows.Where(static window => window.Length > 0)]);
    }

    private static int Count(PlainTerm term, IReadOnlyList<string[]> parts) => parts.Sum(part => term.IsPair
        ? part.Zip(part.Skip(1)).Count(pair => VietnameseText.Fold(pair.First) == term.Readings[0] && VietnameseText.Fold(pair.Second) == term.Readings[1])
        : part.Count(word => term.Readings.Contains(word)));

    private double Bm25(IReadOnlyList<PlainTerm> terms, IReadOnlyList<string[]> parts, double k1, double b, double average, bool isWhole)
    {
        var slowness = k1 * (1 - b + (b * parts.Sum(static part => part.Length) / average));
        return terms.Sum(term => Idf(term) * (term.IsPair && isWhole ? 0.5 : 1) * (k1 + 1) * Saturated(term));

        // In whole passages the index adds up the readings of a word, one by one; read again, only words that count themselves make pairs.
        double Saturated(PlainTerm term) => (isWhole, term.IsPair) switch
        {
            (true, false) => term.Readings.Sum(reading => Part(Count(new PlainTerm([reading], false), parts))),
            (false, true) => Part(Count(term, [.. parts.Select(part => Array.ConvertAll(part, word => terms.Any(other => !other.IsPair && other.Readings.Contains(word)) ? word : ""))])),
            _ => Part(Count(term, parts)),
        };

        double Part(int count) => count == 0 ? 0 : count / (count + slowness);
    }

    private double Share(IReadOnlyList<PlainTerm> terms, string[] heading)
    {
        var all = heading.Sum(word => Idf(new PlainTerm([word], false)));
        return all == 0 ? 0 : heading.Where(word => terms.Any(term => !term.IsPair && term.Readings.Contains(word))).Sum(word => Idf(new PlainTerm([word], false))) / all;
    }

    private int Frequency(PlainTerm term)
    {
        var name = string.Join(' ', term.Readings) + term.IsPair;
        return frequencies.TryGetValue(name, out var known) ? known : frequencies[name] = passages.Count(passage => Count(term, passage.Whole) > 0);
    }

    private double Idf(PlainTerm term)
    {
        var found = passages.Count(static passage => passage.IsFound);
        var frequency = term.IsPair ? Frequency(term) : Math.Min(found, term.Readings.Sum(reading => Frequency(new PlainTerm([reading], false))));
        return Math.Log(1 + ((found - frequency + 0.5) / (frequency + 0.5)));
    }

    private List<PlainTerm> Terms(string query)
    {
        var typed = Words(query);
        var readings = Readings(typed);
        var ofWords = typed.Select((word, i) => (Name: readings[i] ?? "~" + string.Join(",", CanBe(word)), Term: new PlainTerm(readings[i] is { } reading ? [reading] : CanBe(word), false)));
        var ofPairs = typed.Zip(typed.Skip(1)).Select(static pair => (Name: VietnameseText.Fold($"{pair.First} {pair.Second}"), Term: new PlainTerm([VietnameseText.Fold(pair.First), VietnameseText.Fold(pair.Second)], true)));
        return [.. ofWords.Concat(ofPairs).DistinctBy(static row => row.Name).Select(static row => row.Term).Where(term => term.Readings.Count > 0 && (!term.IsPair || Frequency(term) > 0))];
    }

    private List<string> CanBe(string typed) => !IsBare(typed) && words.Contains(typed)
        ? [typed]
        : [.. words.Where(word => IsBare(typed) ? VietnameseText.Fold(word) == typed : VietnameseText.CanStandFor(typed, word)).Order(StringComparer.Ordinal)];

    private bool LacksMarks(string typed)
    {
        var all = words.Where(word => VietnameseText.Fold(word) == typed).Sum(word => Frequency(new PlainTerm([word], false)));
        return IsBare(typed) && all > 0 && (!words.Contains(typed) || Frequency(new PlainTerm([typed], false)) < 0.1 * all);
    }

    /// <summary>Of all ways in which the bare words could be marked the likeliest, as far as neighbours vouch for it.</summary>
    private string?[] Readings(string[] typed)
    {
        if (typed.Any(static word => !IsBare(word)) && !typed.Any(LacksMarks))
        {
            return [.. typed.Select(word => words.Contains(word) ? word : null)];
        }

        var can = typed.Select(CanBe).ToList();
        var best = new string?[typed.Length];
        for (var first = 0; first < typed.Length;)
        {
            var chain = can.Skip(first).TakeWhile(static readings => readings.Count > 0).ToList();
            Chains(chain).MaxBy(Likelihood)?.CopyTo(best, first);
            first += chain.Count + 1;
        }

        return [.. best.Select((word, i) => word is not null && (can[i].Count == 1 || IsSure(best, can, i) || IsSure(best, can, i + 1)) ? word : null)];
    }

    /// <summary>All chains, the first reading of the last word first.</summary>
    private static IEnumerable<string[]> Chains(List<List<string>> chain) => chain.Count == 0
        ? []
        : chain.Skip(1).Aggregate(chain[0].Select(static word => new[] { word }), static (chains, readings) => readings.SelectMany(word => chains.Select(before => (string[])[.. before, word])));

    private double Likelihood(string[] chain)
    {
        var found = passages.Count(static passage => passage.IsFound);
        var sum = 0.0;
        for (var i = 0; i < chain.Length; i++)
        {
            var alone = (Frequency(new PlainTerm([chain[i]], false)) + 0.5) / (found + 1);
            sum += Math.Log(i == 0 ? alone : (0.95 * (Beside(chain[i - 1], chain[i]) / (double)Math.Max(1, Frequency(new PlainTerm([chain[i - 1]], false))))) + ((1 - 0.95) * alone));
        }

        return sum;
    }

    private bool IsSure(string?[] best, List<List<string>> can, int i)
    {
        if (i == 0 || i >= best.Length || best[i - 1] is not { } before || best[i] is not { } word)
        {
            return false;
        }

        var all = can[i - 1].Sum(first => can[i].Sum(second => Beside(first, second)));
        return Beside(before, word) > 0 && Beside(before, word) >= 0.8 * all;
    }

    private int Beside(string first, string second) =>
        passages.Count(passage => passage.Whole.Any(part => part.Zip(part.Skip(1)).Any(pair => pair.First == first && pair.Second == second)));

    /// <param name="Readings">Words that count; of a pair its two words without marks.</param>
    private sealed record PlainTerm(IReadOnlyList<string> Readings, bool IsPair);

    /// <param name="Text">By windows.</param>
    private sealed record PlainPassage(string[] Heading, string[] InFull, IReadOnlyList<string[]> Text)
    {
        public bool IsFound => Text.Count > 0;

        public IReadOnlyList<string[]> Whole { get; } = [Heading, InFull, .. Text];

        public int Length => Whole.Sum(static part => part.Length);

        public IEnumerable<IReadOnlyList<string[]>> Windows => Text.Select(window => (IReadOnlyList<string[]>)[Heading, InFull, window]);
    }
}
