using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>A term of a query, ready to be scored.</summary>
/// <param name="Text">As it was read.</param>
/// <param name="Lists">Numbers of the terms whose postings count for it.</param>
/// <param name="Weight">Share in the query.</param>
internal sealed record QueryTerm(string Text, TermForm Form, int[] Lists, double Idf, double Weight)
{
    /// <summary>What impacts are multiplied with.</summary>
    public int Factor { get; } = Bm25.Weight(Idf, Weight);
}

/// <summary>Turns a query into weighted terms that keep the promise of typed marks.</summary>
/// <remarks>
/// A marked syllable counts in its exact form only. One without marks may be meant so, or its marks may have been left
/// out; a query shows which: where none of its bare syllables is one that the texts hardly ever have bare, it was typed
/// with care. Then bare syllables count mostly as they are, else folded.
/// </remarks>
internal sealed class QueryReader(IndexData data, QuestionPhrases phrases)
{
    /// <summary>Later syllables of a longer query count no more.</summary>
    public const int MaxSyllables = 256;

    /// <summary>Later UTF-16 units are not looked at.</summary>
    private const int MaxLength = 1 << 18;

    private const int MaxTermLength = 64;
    private const double BigramWeight = 0.5;
    private const double QuestionWeight = 0.3;

    /// <summary>Share of the exact form for a bare syllable in a query typed with care.</summary>
    private const double BareShare = 0.7;

    /// <summary>A syllable that less than this share of its folded form has bare is one whose marks were left out.</summary>
    private const double RarelyBare = 0.1;

    private readonly TermDictionary terms = data.Terms;

    public IReadOnlyList<QueryTerm> Read(string query)
    {
        var syllables = Syllables(query);
        var isCareful = syllables.Exists(static syllable => syllable.HasMarks) && !syllables.Exists(LacksMarks);
        var found = new Dictionary<(string, TermForm), QueryTerm>();
        for (var i = 0; i < syllables.Count; i++)
        {
            AddSyllable(found, syllables[i], isCareful);
            if (i + 1 < syllables.Count)
            {
                AddPair(found, syllables[i], syllables[i + 1], isCareful);
            }
        }

        return [.. found.Values];
    }

    /// <returns>The different syllables of a query, in order.</returns>
    public IReadOnlyList<QueryWord> Words(string query) =>
        [.. Syllables(query).DistinctBy(static syllable => syllable.Text).Select(syllable => new QueryWord(syllable.Text, syllable.Weight < 1, ListsOf(syllable)))];

    /// <returns>The words of the texts that what was typed can stand for.</returns>
    public IEnumerable<int> WordsFor(string typed) => terms.FindFold(VietnameseText.Fold(typed)) is { } fold
        ? terms.WordsOfFold(fold).Where(word => VietnameseText.CanStandFor(typed, terms.TextOf(word)))
        : [];

    /// <summary>A term that the query repeats counts once, with its greatest weight.</summary>
    private static void Add(Dictionary<(string, TermForm), QueryTerm> found, QueryTerm term)
    {
        if (!found.TryGetValue((term.Text, term.Form), out var before) || before.Weight < term.Weight)
        {
            found[(term.Text, term.Form)] = term;
        }
    }

    private List<QuerySyllable> Syllables(string query)
    {
        var texts = new List<string>();
        var position = 0;
        var beginning = query.AsSpan(0, Math.Min(query.Length, MaxLength));
        while (texts.Count < MaxSyllables && SyllableTokenizer.TryNext(beginning, ref position, out var span))
        {
            texts.Add(VietnameseText.Normalize(query.Substring(span.Start, Math.Min(span.Length, MaxTermLength))));
        }

        var asks = phrases.Find(texts);
        return [.. texts.Select((text, i) => new QuerySyllable(
            text, VietnameseText.HasMarks(text), terms.FindWord(text), terms.FindFold(VietnameseText.FoldNormalized(text)), asks[i] ? QuestionWeight : 1))];
    }

    private bool LacksMarks(QuerySyllable syllable) =>
        !syllable.HasMarks && syllable.Fold is { } fold
        && (syllable.Word is null || data.Frequencies[syllable.Word.Value] < RarelyBare * data.Frequencies[terms.TermOfFold(fold)]);

    private void AddSyllable(Dictionary<(string, TermForm), QueryTerm> found, QuerySyllable syllable, bool isCareful)
    {
        if (syllable.Fold is not { } fold)
        {
            return;
        }

        if (syllable.HasMarks)
        {
            AddMarked(found, syllable);
        }
        else if (isCareful && syllable.Word is { } bare)
        {
            Add(found, Term(syllable.Text, TermForm.Exact, [bare], syllable.Weight * BareShare));
            Add(found, Term(syllable.Text, TermForm.Folded, [terms.TermOfFold(fold)], syllable.Weight * (1 - BareShare)));
        }
        else
        {
            Add(found, Term(syllable.Text, TermForm.Folded, [terms.TermOfFold(fold)], syllable.Weight));
        }
    }

    /// <returns>Any of the terms that the syllable is compared with; none where no text has it.</returns>
    private int[] ListsOf(QuerySyllable syllable) => syllable switch
    {
        { Fold: null } => [],
        { HasMarks: true, Word: { } word } => [word],
        { HasMarks: true } => [.. WordsFor(syllable.Text)],
        _ => [terms.TermOfFold(syllable.Fold.Value)],
    };

    private void AddMarked(Dictionary<(string, TermForm), QueryTerm> found, QuerySyllable syllable)
    {
        if (syllable.Word is { } word)
        {
            Add(found, Term(syllable.Text, TermForm.Exact, [word], syllable.Weight));
        }
        else if (WordsFor(syllable.Text).ToArray() is { Length: > 0 } words)
        {
            Add(found, Term(syllable.Text, TermForm.Folded, words, syllable.Weight));
        }
    }

    private void AddPair(Dictionary<(string, TermForm), QueryTerm> found, QuerySyllable first, QuerySyllable second, bool isCareful)
    {
        if (first.Fold is not { } firstFold || second.Fold is not { } secondFold)
        {
            return;
        }

        var (start, count, group) = terms.FindPairs(firstFold, secondFold);
        var lists = FittingPairs(start, count, first, second, isCareful);
        if (lists.Length == 0)
        {
            return;
        }

        var frequency = lists.Length == count ? data.PairGroupFrequencies[group] : FrequencyOf(lists);
        var weight = BigramWeight * Math.Min(first.Weight, second.Weight);
        Add(found, new QueryTerm($"{first.Text} {second.Text}", TermForm.Bigram, lists, Bm25.Idf(data.IndexedPassages, frequency), weight));
    }

    private int[] FittingPairs(int start, int count, QuerySyllable first, QuerySyllable second, bool isCareful)
    {
        var lists = new List<int>(count);
        for (var pair = start; pair < start + count; pair++)
        {
            if (Fits(pair, first, second, isCareful))
            {
                lists.Add(pair);
            }
        }

        return [.. lists];
    }

    private bool Fits(int pair, QuerySyllable first, QuerySyllable second, bool isCareful)
    {
        var words = terms.WordsOfPair(pair);
        return Fits(words.First, first, isCareful) && Fits(words.Second, second, isCareful);
    }

    private bool Fits(int word, QuerySyllable syllable, bool isCareful) =>
        syllable.Word is { } exact && (syllable.HasMarks || isCareful)
            ? word == exact
            : !syllable.HasMarks || VietnameseText.CanStandFor(syllable.Text, terms.TextOf(word));

    private QueryTerm Term(string text, TermForm form, int[] lists, double weight) =>
        new(text, form, lists, Bm25.Idf(data.IndexedPassages, FrequencyOf(lists)), weight);

    /// <returns>In how many passages one of the terms stands, or a little more where some have several of them.</returns>
    private int FrequencyOf(int[] lists)
    {
        var sum = 0;
        foreach (var list in lists)
        {
            sum += data.Frequencies[list];
        }

        return Math.Min(data.IndexedPassages, sum);
    }

    /// <param name="Word">Number of the exact form, or null where no text has it.</param>
    /// <param name="Fold">Number of the folded form, or null where no text has it.</param>
    private sealed record QuerySyllable(string Text, bool HasMarks, int? Word, int? Fold, double Weight);
}
