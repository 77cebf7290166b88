using CpAssistant.Core.Search.Indexing;
using CpAssistant.Core.Search.Ranking;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>
/// Finds passages in two stages: all of them by BM25 over words and pairs of neighbouring words, then the best by their best
/// window and their headings. Immutable; any number of readers may search at once.
/// </summary>
public sealed class PassageIndex
{
    /// <summary>So many of the first stage are read again.</summary>
    private const int Depth = 50;

    private readonly IndexData data;
    private readonly RankingSettings settings;
    private readonly QuestionPhrases phrases;
    private readonly QueryReader reader;
    private readonly PassageKeys keys;

    /// <summary>Empty between searches; kept for the next one.</summary>
    private ushort[]? spareScores;
    private WordSlots[]? spareSlots;

    private PassageIndex(IndexData data, PassageKeys keys, QuestionPhrases phrases, RankingSettings settings)
    {
        (this.data, this.keys, this.phrases, this.settings) = (data, keys, phrases, settings);
        reader = new QueryReader(data, phrases, settings);
    }

    public static PassageIndex Empty { get; } = Of([], QuestionPhrases.None);

    /// <summary>In the order they were given; a hit names a passage by its place here.</summary>
    public IReadOnlyList<Passage> Passages => data.Passages;

    public IndexFigures Figures => new(
        Passages.Count, data.WordCount, data.Blocks.Sum(static block => block.Postings), data.Blocks.Count, data.BlocksTakenOver, data.Blocks.Sum(static block => block.Bytes), data.Runs.Sum(static run => run.Bytes));

    /// <summary>Builds on all processors.</summary>
    /// <param name="passages">Those of a document next to each other.</param>
    /// <param name="before">An index of much the same passages, what is unchanged of which is taken over; null for none.</param>
    public static PassageIndex Of(IEnumerable<Passage> passages, QuestionPhrases phrases, PassageIndex? before = null)
    {
        var data = IndexBuilder.Build([.. passages], before?.data);
        return new PassageIndex(data, new PassageKeys(data.Passages), phrases, RankingSettings.All);
    }

    /// <returns>The same passages, ranked otherwise.</returns>
    public PassageIndex With(RankingSettings ranking) => new(data, keys, phrases, ranking);

    /// <param name="query">Any text; only its first 256 words, within its first 262,144 units, count.</param>
    /// <param name="filter">Which passages may be found; null for all.</param>
    /// <param name="top">How many hits at most.</param>
    /// <returns>The best first; of equal ones the earlier passage.</returns>
    public IReadOnlyList<Hit> Search(string query, PassageFilter? filter, int top) => Search(query, keys.Accepting(filter), top);

    /// <param name="query">As for any search.</param>
    /// <param name="among">Which passages may be found; those that get no point come last.</param>
    /// <param name="skip">How many of the best to leave out.</param>
    /// <param name="top">How many hits at most.</param>
    /// <returns>The best first; of equal ones the earlier passage.</returns>
    public IReadOnlyList<Hit> Search(string query, PassageSet among, int skip, int top)
    {
        var count = (int)Math.Min((long)skip + top, Passages.Count);
        var hits = Search(query, among.Contains, count);
        if (hits.Count < count)
        {
            var found = hits.Select(static hit => hit.Passage).ToHashSet();
            hits.AddRange(among.From(0).Where(passage => !found.Contains(passage)).Take(count - hits.Count).Select(static passage => new Hit(passage, 0, false)));
        }

        return [.. hits.Skip(skip)];
    }

    /// <returns>The passages that can be found.</returns>
    public PassageSet All()
    {
        var set = new PassageSet(Passages.Count);
        var passage = 0;
        foreach (var length in data.Runs.SelectMany(static run => run.Lengths))
        {
            if (length > 0)
            {
                set.Add(passage);
            }

            passage++;
        }

        return set;
    }

    /// <param name="query">As for a search.</param>
    /// <returns>Its different words in order.</returns>
    public IReadOnlyList<QueryWord> WordsOf(string query) => reader.Words(query);

    /// <param name="word">As <see cref="WordsOf"/> gives it.</param>
    /// <returns>The passages that have the word, in text or headings.</returns>
    public PassageSet Having(QueryWord word)
    {
        var set = new PassageSet(Passages.Count);
        for (var block = 0; block < data.Blocks.Count; block++)
        {
            foreach (var meant in word.Meant)
            {
                data.Blocks[block].Collect(TermKey.Word(meant), data.FirstPassageOf(block), set);
            }
        }

        return set;
    }

    /// <param name="typed">A word of a query; see <see cref="WordsOf"/>.</param>
    /// <param name="before">The normalized term before it; null at the beginning.</param>
    /// <param name="after">The normalized term after it; null at the end.</param>
    /// <returns>
    /// What it may be a slip for: of a word that no passage has, the one that is one slip away and stands most often beside these (without marks
    /// where none was typed); of one that never stands beside these, the same with other marks that often does. Null where neither is.
    /// </returns>
    public string? Near(QueryWord typed, string? before, string? after) =>
        (typed.IsKnown ? null : NearWords.Find(data, typed.Term, before, after)) ?? NearWords.OtherMarks(data, typed.Meant, typed.Term, before, after);

    /// <param name="query">The query of a search.</param>
    /// <param name="hit">What the search found.</param>
    public Explanation Explain(string query, Hit hit) => Explanations(query)(hit);

    /// <returns>Explains a hit; the query is read once for all of them.</returns>
    public Func<Hit, Explanation> Explanations(string query)
    {
        var terms = reader.Read(query);
        var firstStage = new FirstStage(data, terms, settings);
        return hit => Explain(firstStage, terms, hit);
    }

    /// <param name="query">The query of a search.</param>
    /// <param name="passage">A passage by its place in <see cref="Passages"/>.</param>
    /// <param name="maxLength">Length of the snippet at most, in UTF-16 units.</param>
    public Snippet Snippet(string query, int passage, int maxLength) => Snippets(query, maxLength, ShortForms.None)(passage);

    /// <param name="shortForms">What stands for its full words.</param>
    /// <returns>Gives the snippet of a passage; the query is read once for all of them.</returns>
    public Func<int, Snippet> Snippets(string query, int maxLength, ShortForms shortForms)
    {
        var points = SnippetFinder.PointsOfWords(reader.Words(query), data);
        return passage => SnippetFinder.Find(data.Passages[passage].Text, points, data.Words, maxLength, shortForms);
    }

    /// <returns>The innermost passage of a document that holds the place; null where none does.</returns>
    public int? Find(string document, TextSpan place) => keys.Of(document)
        .Where(passage => Passages[passage].Span.Contains(place)).OrderBy(passage => Passages[passage].Span.Length).Select(static passage => (int?)passage).FirstOrDefault();

    /// <param name="query">As for a search.</param>
    /// <returns>For each passage the share of the score that it would have if it were full of all that is asked for, words that no passage has included, 0 to 1.</returns>
    public IReadOnlyList<double> Shares(string query, IReadOnlyList<int> passages)
    {
        var terms = reader.Read(query);
        if (terms.Count == 0)
        {
            return new double[passages.Count];
        }

        var firstStage = new FirstStage(data, terms, settings);
        IReadOnlyList<QueryTerm> asked = [.. terms, .. reader.Unknown(query)];
        var most = FirstStage.MostPoints(asked, settings) + SecondStage.MostPoints(asked, settings);
        var again = ReadAgain(terms, passages);
        return [.. passages.Select((passage, i) => Math.Min(1, (firstStage.Score(passage) + (again.Length > 0 ? again[i] * SecondStage.Unit : 0)) / most))];
    }

    private List<Hit> Search(string query, Predicate<int> accepts, int top)
    {
        var terms = reader.Read(query);
        if (top < 1 || terms.Count == 0)
        {
            return [];
        }

        var scores = Interlocked.Exchange(ref spareScores, null) ?? new ushort[PostingBlock.MaxPassages];
        var firstStage = new FirstStage(data, terms, settings);
        var found = firstStage.Find(accepts, Math.Max(top, Depth), scores);
        spareScores = scores;

        var again = ReadAgain(terms, [.. found.Take(Depth).Select(static hit => hit.Passage)]);
        var hits = new List<Hit>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            hits.Add(new Hit(found[i].Passage, (found[i].Score * firstStage.Unit) + (i < again.Length ? again[i] * SecondStage.Unit : 0), i < again.Length));
        }

        // Nothing loses points by being read again, so those that were stay before the rest.
        hits.Sort(static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Passage.CompareTo(b.Passage));
        return hits.Count <= top ? hits : hits[..top];
    }

    /// <returns>What the second stage adds to each passage, in its units; none where there is no second stage.</returns>
    private int[] ReadAgain(IReadOnlyList<QueryTerm> terms, IReadOnlyList<int> passages)
    {
        if (settings is { BestWindow: false, Headings: false })
        {
            return [];
        }

        return Reread(terms, secondStage => passages.Select(secondStage.Score).ToArray());
    }

    private T Reread<T>(IReadOnlyList<QueryTerm> terms, Func<SecondStage, T> read)
    {
        var slots = Interlocked.Exchange(ref spareSlots, null) ?? new WordSlots[data.Words.Count];
        T result;
        using (var secondStage = new SecondStage(data, terms, settings, slots))
        {
            result = read(secondStage);
        }

        // They are empty again only now.
        spareSlots = slots;
        return result;
    }

    private Explanation Explain(FirstStage firstStage, IReadOnlyList<QueryTerm> terms, Hit hit)
    {
        var explained = firstStage.Explain(hit.Passage).ToList();
        var (share, sharePoints) = (0.0, 0.0);
        if (hit.IsReadAgain)
        {
            (var again, share, sharePoints) = Reread(terms, secondStage => secondStage.Explain(hit.Passage));
            explained.AddRange(again);
        }

        return new Explanation(hit.Passage, explained.Sum(static term => term.Points) + sharePoints, [.. explained.OrderByDescending(static term => term.Points)], share, sharePoints);
    }
}
