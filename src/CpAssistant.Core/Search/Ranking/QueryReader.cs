using CpAssistant.Core.Search.Indexing;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search.Ranking;

/// <summary>Turns a query into weighted terms that keep the promise of typed marks.</summary>
/// <remarks>
/// A word that was typed with marks counts with these only. One without may be meant so, or its marks may have been left out; a query shows which: where some words
/// have marks, and none of the bare ones is one that the texts hardly ever have bare, it was typed with care. Else marks are put back where the texts
/// have the words beside each other so, and other bare words count in all readings. Pairs count however they are marked.
/// </remarks>
internal sealed class QueryReader(IndexData data, QuestionPhrases phrases, RankingSettings settings)
{
    /// <summary>Of words that only ask.</summary>
    public const double QuestionWeight = 0.3;

    /// <summary>Later words of a longer query count no more.</summary>
    private const int MaxWords = 256;

    /// <summary>Of more terms those count that say most.</summary>
    private const int MaxTerms = 256;

    /// <summary>Later UTF-16 units are not looked at.</summary>
    private const int MaxLength = 1 << 18;

    /// <summary>A word that less than this share of its folded form has bare is one whose marks were left out.</summary>
    private const double RarelyBare = 0.1;

    public IReadOnlyList<QueryTerm> Read(string query)
    {
        var typed = Typed(query);
        var readings = Readings(typed);
        var found = new Dictionary<(TermKey, int, TermForm), QueryTerm>();
        for (var i = 0; i < typed.Count; i++)
        {
            AddWord(found, typed[i], readings[i]);
            if (settings.Pairs && i + 1 < typed.Count)
            {
                AddPair(found, typed[i], typed[i + 1]);
            }
        }

        return found.Count <= MaxTerms ? [.. found.Values] : [.. found.Values.OrderByDescending(static term => term.Points).Take(MaxTerms)];
    }

    /// <returns>Terms for the words of a query that no passage has.</returns>
    public IReadOnlyList<QueryTerm> Unknown(string query) => [.. Typed(query).Where(word => WordsFor(word).Count == 0).DistinctBy(static word => word.Text)
        .Select(word => new QueryTerm(word.Text, TermForm.Exact, [], Bm25.Idf(data.Whole.Count, 0), WeightOf(word)))];

    /// <returns>The different words of a query, in order.</returns>
    public IReadOnlyList<QueryWord> Words(string query) =>
        [.. Typed(query).DistinctBy(static word => word.Text).Select(word => new QueryWord(word.Text, word.Weight < 1, WordsFor(word)))];

    /// <summary>A term that the query repeats counts once, with its greatest weight.</summary>
    private static void Add(Dictionary<(TermKey, int, TermForm), QueryTerm> found, QueryTerm term)
    {
        if (!found.TryGetValue((term.Keys[0], term.Keys.Length, term.Form), out var before) || before.Weight < term.Weight)
        {
            found[(term.Keys[0], term.Keys.Length, term.Form)] = term;
        }
    }

    private List<TypedWord> Typed(string query)
    {
        var texts = new List<string>();
        var position = 0;
        var beginning = query.AsSpan(0, Math.Min(query.Length, MaxLength));
        while (texts.Count < MaxWords && SyllableTokenizer.TryNext(beginning, ref position, out var span))
        {
            texts.Add(VietnameseText.Normalize(query.Substring(span.Start, Math.Min(span.Length, WordTable.MaxWordLength))));
        }

        var asks = phrases.Find(texts);
        return [.. texts.Select((text, i) => new TypedWord(
            text, VietnameseText.HasMarks(text), data.Find(text), data.FindFold(VietnameseText.FoldNormalized(text)), asks[i] ? QuestionWeight : 1))];
    }

    private bool LacksMarks(TypedWord word) =>
        !word.HasMarks && word.Fold is { } fold
        && (word.Exact is null || data.FrequencyOf(word.Exact.Value) < RarelyBare * data.ReadingsOf(fold).Sum(data.FrequencyOf));

    /// <returns>For each word which of the texts' words it was meant for; null where that is not known.</returns>
    private int?[] Readings(List<TypedWord> typed)
    {
        if (typed.Exists(static word => word.HasMarks) && !typed.Exists(LacksMarks))
        {
            return [.. typed.Select(static word => word.Exact)];
        }

        return settings.RestoredMarks ? new MarkRestorer(data, typed.ConvertAll(WordsFor)).Restore() : [.. typed.Select(static word => word.HasMarks ? word.Exact : null)];
    }

    /// <returns>The words of the texts that what was typed can stand for.</returns>
    private IReadOnlyList<int> WordsFor(TypedWord typed) => typed switch
    {
        { Fold: null } => [],
        { HasMarks: true, Exact: { } word } => [word],
        { HasMarks: false } => data.ReadingsOf(typed.Fold.Value),
        _ => [.. data.ReadingsOf(typed.Fold.Value).Where(word => VietnameseText.CanStandFor(typed.Text, data.Words.TextOf(word)))],
    };

    private void AddWord(Dictionary<(TermKey, int, TermForm), QueryTerm> found, TypedWord typed, int? reading)
    {
        if (reading is { } meant)
        {
            Add(found, Term(data.Words.TextOf(meant), TermForm.Exact, [meant], WeightOf(typed)));
        }
        else if (WordsFor(typed) is { Count: > 0 } all)
        {
            Add(found, Term(typed.Text, TermForm.Folded, all, WeightOf(typed)));
        }
    }

    private double WeightOf(TypedWord typed) => settings.QuestionPhrases ? typed.Weight : 1;

    private void AddPair(Dictionary<(TermKey, int, TermForm), QueryTerm> found, TypedWord first, TypedWord second)
    {
        if (first.Fold is not { } firstFold || second.Fold is not { } secondFold || data.FrequencyOfPair(firstFold, secondFold) is not (> 0 and var frequency))
        {
            return;
        }

        var weight = Math.Min(WeightOf(first), WeightOf(second));
        Add(found, new QueryTerm($"{first.Text} {second.Text}", TermForm.Bigram, [new TermKey(firstFold, secondFold)], Bm25.Idf(data.Whole.Count, frequency), weight));
    }

    private QueryTerm Term(string text, TermForm form, IReadOnlyList<int> ofWords, double weight) =>
        new(text, form, [.. ofWords.Select(TermKey.Word)], Bm25.Idf(data.Whole.Count, Math.Min(data.Whole.Count, ofWords.Sum(data.FrequencyOf))), weight);

    /// <param name="Exact">Number of the word as it was typed, or null where no text has it.</param>
    /// <param name="Fold">Number of the folded form, or null where no text has it.</param>
    private sealed record TypedWord(string Text, bool HasMarks, int? Exact, int? Fold, double Weight);
}
