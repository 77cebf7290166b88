using System.Text;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>
/// Finds provisions for people who want a list: those that have all words of the query, or else some, of those that pass the filters.
/// Immutable; any number of readers may search at once.
/// </summary>
public sealed class ProvisionSearch
{
    private const int SnippetLength = 300;

    /// <summary>Words of a query that are looked at for slips; what is longer was pasted.</summary>
    private const int MostMended = 24;

    private readonly Dictionary<string, Document> documents;
    private readonly DocumentSets sets;
    private readonly PassageIndex index;
    private readonly Gazetteer gazetteer;
    private readonly UtteranceReader reader;
    private readonly ShortForms shortForms;
    private readonly PassageSet everything;
    private readonly Lazy<AgencyMentions> agencies;

    /// <param name="documents">Those that the index was built from.</param>
    public ProvisionSearch(IReadOnlyList<Document> documents, PassageIndex index, Gazetteer gazetteer, UtteranceReader reader, ShortForms shortForms)
    {
        this.documents = documents.ToDictionary(static document => document.Id);
        sets = new DocumentSets(index.Passages, this.documents);
        (this.index, this.gazetteer, this.reader, this.shortForms) = (index, gazetteer, reader, shortForms);
        everything = index.All();
        agencies = new Lazy<AgencyMentions>(() => new AgencyMentions(index.Passages, gazetteer));
        Choices = SearchChoices.Of(documents);
    }

    /// <summary>Values of documents by which provisions can be filtered.</summary>
    public SearchChoices Choices { get; }

    /// <summary>Agencies that provisions name, those of the most provisions first; read from all texts when first asked for.</summary>
    public IReadOnlyList<Agency> NamedAgencies => agencies.Value.Named;

    /// <param name="name">Old or new, short or in full, with or without marks.</param>
    /// <returns>Null where no agency is called so.</returns>
    public Agency? FindAgency(string name) => AgencyCalled(name) ?? AgencyCalled(reader.Read(name).Text);

    /// <param name="query">As it was typed; may be empty.</param>
    /// <param name="skip">How many of the best to leave out, for later pages.</param>
    /// <param name="top">How many to give at most.</param>
    public ProvisionResults Find(string query, ProvisionFilter filter, int skip, int top)
    {
        if (Read(query, filter) is not { } read)
        {
            return WithoutWords(filter, skip, top);
        }

        var (chosen, suggestion, isMended) = read;
        return new ProvisionResults(
            chosen.Text, suggestion, isMended, chosen.HasAll ? FoundBy.AllWords : FoundBy.SomeWords, chosen.Found.Count, [.. Show(chosen.Text, chosen.Hits(skip, top))]);
    }

    /// <returns>What is on all pages of <see cref="Find"/>, looked up while it is read.</returns>
    public IEnumerable<FoundProvision> FindAll(string query, ProvisionFilter filter) => Read(query, filter) is { } read
        ? Show(read.Chosen.Text, read.Chosen.Hits(0, index.Passages.Count))
        : filter.IsEmpty ? [] : Show("", Passing(filter).From(0).Select(static passage => new Hit(passage, 0, false)));

    /// <param name="text">Any words, taken as they are.</param>
    /// <returns>The provisions that have the most of them, the best first.</returns>
    public IEnumerable<FoundProvision> Nearest(string text, int top) => Show(text, index.Search(text, everything, 0, top));

    /// <returns>The reading of the query that finds more of its words, what was typed rather than a mended one; null for a query without a word.</returns>
    private (Query Chosen, string? Suggestion, bool IsMended)? Read(string query, ProvisionFilter filter)
    {
        var read = reader.Read(query.Trim());
        if (!index.WordsOf(read.Text).Any())
        {
            return null;
        }

        var among = Passing(filter);
        var typed = new Query(WithoutSlips(read), among, this);
        var mended = Mend(read.Text);
        if (mended == typed.Text)
        {
            return (typed, null, false);
        }

        var asMended = typed.HasAll ? typed : new Query(mended, among, this);
        return !typed.HasAll && (asMended.HasAll || typed.Found.Count == 0) ? (asMended, mended, true) : (typed, mended, false);
    }

    /// <summary>What was typed, short forms and keystrokes read and slips left as they are.</summary>
    private static string WithoutSlips(ReadUtterance read)
    {
        var text = new StringBuilder(read.Original);
        foreach (var correction in read.Corrections.Where(static correction => correction.Rule != "slip").Reverse())
        {
            text.Remove(correction.Span.Start, correction.Span.Length).Insert(correction.Span.Start, correction.To);
        }

        return text.ToString();
    }

    /// <returns>The text with words that no document has, or has never so, replaced by near ones.</returns>
    private string Mend(string text)
    {
        var words = index.WordsOf(text).ToDictionary(static word => word.Term, StringComparer.Ordinal);
        var tokens = Analyzer.Exact.Analyze(text).ToList();
        var mended = new StringBuilder(text);
        for (var i = Math.Min(tokens.Count, MostMended) - 1; i >= 0; i--)
        {
            if (words.TryGetValue(tokens[i].Term, out var word) && index.Near(word, i > 0 ? tokens[i - 1].Term : null, i + 1 < tokens.Count ? tokens[i + 1].Term : null) is { } near)
            {
                var written = tokens[i].Span.Slice(text);
                mended.Remove(tokens[i].Start, written.Length).Insert(tokens[i].Start, WrittenCase.Like(written, near));
            }
        }

        return mended.ToString();
    }

    private Agency? AgencyCalled(string name)
    {
        var tokens = Analyzer.Exact.Analyze(name);
        return tokens.Count > 0 && gazetteer.AgencyAt(tokens, 0) is { } match && match.End == tokens.Count ? match.Value : null;
    }

    private PassageSet Passing(ProvisionFilter filter)
    {
        var passing = everything.Copy();
        sets.Restrict(passing, filter, gazetteer);
        if (filter.Agency is { } agency)
        {
            passing.IntersectWith(agencies.Value.Of(agency));
        }

        return passing;
    }

    private ProvisionResults WithoutWords(ProvisionFilter filter, int skip, int top)
    {
        if (filter.IsEmpty)
        {
            return new ProvisionResults("", null, false, FoundBy.Nothing, 0, []);
        }

        var passing = Passing(filter);
        return new ProvisionResults("", null, false, FoundBy.Filters, passing.Count, [.. Show("", passing.From(skip).Take(top).Select(static passage => new Hit(passage, 0, false)))]);
    }

    private IEnumerable<FoundProvision> Show(string query, IEnumerable<Hit> hits)
    {
        var snippets = index.Snippets(query, SnippetLength, shortForms);
        foreach (var hit in hits)
        {
            var passage = index.Passages[hit.Passage];
            var document = documents[passage.Document];
            var snippet = snippets(hit.Passage);
            yield return new FoundProvision(
                document, document.Provisions[passage.Provision], hit, InDocument(passage, snippet.Span), [.. snippet.Matches.Select(match => InDocument(passage, match))]);
        }
    }

    private static TextSpan InDocument(Passage passage, TextSpan span) => new(passage.Span.Start + span.Start, passage.Span.Start + span.End);

    /// <summary>A query in one reading, and what has its words.</summary>
    private sealed class Query
    {
        private readonly ProvisionSearch search;

        public Query(string text, PassageSet among, ProvisionSearch search)
        {
            (Text, this.search) = (text, search);
            Found = among.Copy();
            foreach (var part in Parts(text, search))
            {
                Found.IntersectWith(part);
            }

            HasAll = Found.Count > 0;
            if (!HasAll)
            {
                foreach (var word in search.index.WordsOf(text))
                {
                    Found.UnionWith(search.index.Having(word));
                }

                Found.IntersectWith(among);
            }
        }

        public string Text { get; }

        /// <summary>Whether any passage has all words.</summary>
        public bool HasAll { get; }

        /// <summary>The passages with all words; where there are none, those with any.</summary>
        public PassageSet Found { get; }

        public IReadOnlyList<Hit> Hits(int skip, int top) => skip < Found.Count ? search.index.Search(Text, Found, skip, top) : [];

        /// <summary>
        /// For each word the passages that have it, but words that only ask are left out, and a province is also what the whole document is about: its
        /// provisions need not say its name.
        /// </summary>
        private static IEnumerable<PassageSet> Parts(string text, ProvisionSearch search)
        {
            var tokens = Analyzer.Exact.Analyze(text);
            var rest = new StringBuilder(text);
            foreach (var match in search.gazetteer.ProvincesIn(text, tokens))
            {
                var span = tokens[match.First].Span.Union(tokens[match.End - 1].Span);
                var having = search.everything.Copy();
                foreach (var word in search.index.WordsOf(span.Slice(text)))
                {
                    having.IntersectWith(search.index.Having(word));
                }

                if (ProvinceFilter.Find(match.Value.Name, search.gazetteer) is { } province)
                {
                    having.UnionWith(search.Passing(new ProvisionFilter { Province = province }));
                }

                rest.Remove(span.Start, span.Length).Insert(span.Start, " ", span.Length);
                yield return having;
            }

            var words = search.index.WordsOf(rest.ToString());
            foreach (var word in words.Where(word => !word.Asks || words.All(static other => other.Asks)))
            {
                yield return search.index.Having(word);
            }
        }
    }
}
