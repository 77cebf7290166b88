using System.Collections.Concurrent;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>How well a statement covers what a question is about.</summary>
/// <param name="Coverage">Share of the topic's idf that the statement and its headings hold, 0 to 1.</param>
/// <param name="Score">Coverage with a little more for a statement that says it in fewer words; comparable within one question.</param>
/// <param name="Missing">Topic terms that it lacks.</param>
public sealed record Match(Statement Statement, double Coverage, double Score, IReadOnlyList<TopicTerm> Missing);

/// <summary>All statements of the documents in use, ranked by the topic of a question. Immutable.</summary>
public sealed class StatementIndex
{
    /// <summary>A term in more than some 29% of the statements is general.</summary>
    private const double Specific = 1.5;
    /// <summary>One word that no statement has does not outweigh all that one has.</summary>
    private const double HighestIdf = 4.5;

    /// <summary>What a general term counts beside the specific ones.</summary>
    private const double GeneralShare = 0.5;

    private const int LongestWholeItem = 110;
    private const double ContextShare = 0.6;
    private const double LooseShare = 0.6;
    private const double SynonymShare = 0.85;
    private const double PartShare = 0.8;

    /// <summary>One syllable that is no word of the field may be part of another word ("pháp" in "giải pháp").</summary>
    private const double SyllableShare = 0.9;
    private const double UnknownForeignShare = 0.35;
    private const double UnknownShare = 0.5;
    private const double HeadingBonus = 0.15;
    private readonly Concepts _concepts;
    private readonly Gazetteer _gazetteer;
    private readonly HashSet<string> _general;
    private readonly QuantityReader _quantities;
    private readonly FoldedTerms _folds = new();
    private readonly Dictionary<(string Document, int Provision), Statement.Words> _headings = [];
    private readonly Dictionary<string, int> _conceptCounts = [];
    private readonly Dictionary<string, int> _wordCounts = [];

    private readonly Dictionary<(string Document, TextSpan Span), Statement> _bySpan = [];

    public StatementIndex(IReadOnlyList<DocumentTokens> documents, Concepts concepts, Gazetteer gazetteer, QuantityReader quantities, IEnumerable<string> generalTerms)
    {
        _concepts = concepts;
        _gazetteer = gazetteer;
        _quantities = quantities;
        _general = [.. generalTerms.SelectMany(term => concepts.In(Analyzer.Exact.Analyze(term))).Select(match => match.Value)];
        Statements = [.. documents.AsParallel().AsOrdered().Select(Read).AsEnumerable().SelectMany(Keep)];
        foreach (var statement in Statements)
        {
            Count(_conceptCounts, statement.Own.Concepts);
            Count(_wordCounts, statement.Own.Folded);
        }
    }

    /// <summary>In order of documents and of reading.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <returns>Statements that hold any of the topic, best first; equal ones in reading order.</returns>
    public IReadOnlyList<Match> Rank(IReadOnlyList<TopicTerm> topic, IEnumerable<Statement> candidates, bool lightUnknown = false) =>
        [.. candidates.Select(statement => Score(topic, statement, lightUnknown)).Where(match => match.Coverage > 0).OrderByDescending(match => match.Score)];

    /// <param name="lightUnknown">Whether a word that neither the language data nor any statement knows weighs little, as in an English question.</param>
    public Match Score(IReadOnlyList<TopicTerm> topic, Statement statement, bool lightUnknown = false)
    {
        var (all, held) = (0.0, 0.0);
        var missing = new List<TopicTerm>();
        foreach (var term in topic)
        {
            var weight = Idf(term) * (term.Concept is null && !_wordCounts.ContainsKey(VietnameseText.Fold(term.Terms[0])) ? (lightUnknown ? UnknownForeignShare : UnknownShare) : IsSpecific(term) ? 1 : GeneralShare);
            var share = Math.Max(Share(term, statement.Own), ContextShare * Share(term, statement.Context));
            all += weight;
            held += weight * share;
            if (share == 0)
            {
                missing.Add(term);
            }
        }

        var coverage = all == 0 ? 0 : held / all;
        var brevity = 1.0 / (1 + (statement.Own.Count / 40.0));
        var heads = statement.Heading is { } heading && topic.Any(term => IsSpecific(term) && Share(term, heading) == 1);
        return new Match(statement, coverage, coverage + (0.06 * brevity) + (heads ? HeadingBonus : 0), missing);
    }

    /// <returns>The share of a topic's idf that a provision's heading holds, 0 to 1.</returns>
    public double CoverageOf(IReadOnlyList<TopicTerm> topic, Document document, Provision heading) =>
        _headings.TryGetValue((document.Id, heading.Index), out var words) ? topic.Sum(term => Idf(term) * Share(term, words)) / topic.Sum(Idf) : 0;

    /// <returns>The terms that tell statements apart; the field's own name and the like are left out.</returns>
    public IReadOnlyList<TopicTerm> SpecificOf(IReadOnlyList<TopicTerm> topic) => [.. topic.Where(IsSpecific)];

    private bool IsSpecific(TopicTerm term) => Idf(term) >= Specific && (term.Concept is null || !_general.Contains(term.Concept));

    /// <summary>Inverse frequency of a term over the statements, in nats; a term that no statement holds weighs most.</summary>
    public double Idf(TopicTerm term)
    {
        var count = term.Concept is { } concept
            ? term.Parts.Append(concept).Max(name => _conceptCounts.GetValueOrDefault(name))
            : _wordCounts.GetValueOrDefault(VietnameseText.Fold(term.Terms[0]));
        return Math.Min(HighestIdf, Math.Log(1 + (Statements.Count / (count + 0.5))));
    }

    /// <summary>What a term tells of what is asked, above 0: its idf, less for what is said everywhere.</summary>
    public double WeightOf(TopicTerm term) => Idf(term) * (IsSpecific(term) ? 1 : GeneralShare);

    private static double Share(TopicTerm term, Statement.Words words)
    {
        var isSynonym = term.Concept is { } concept && words.Concepts.Contains(concept);
        if (!isSynonym && term.Parts.Any(words.Concepts.Contains))
        {
            return PartShare;
        }

        var held = term.Terms.Count(typed => Holds(words, typed, term.IsMarked));
        var isHeld = held == term.Terms.Count;
        return isSynonym ? (isHeld || term.IsAgency ? 1 : SynonymShare) : term.Terms.Count == 1 ? held * SyllableShare : LooseShare * held / term.Terms.Count;
    }

    private static bool Holds(Statement.Words words, string typed, bool isMarked) =>
        words.Folded.Contains(VietnameseText.Fold(typed))
        && (!VietnameseText.HasMarks(typed) || words.Exact.Contains(typed) || (!isMarked && words.Exact.Any(word => VietnameseText.CanStandFor(typed, word))));

    /// <summary>The statements of one document, and those of other spans that can be asked for.</summary>
    private sealed record DocumentStatements(IReadOnlyList<Statement> Ranked, IReadOnlyList<Statement> All, IReadOnlyList<(int Provision, Statement.Words Words)> Headings);

    private DocumentStatements Read(DocumentTokens tokens)
    {
        var (ranked, all, headings) = (new List<Statement>(), new List<Statement>(), new List<(int, Statement.Words)>());
        // Provisions under the same heading share its words.
        var contexts = new Dictionary<int, Statement.Words>();
        foreach (var provision in tokens.Document.Provisions)
        {
            if (!contexts.TryGetValue(provision.Parent ?? -1, out var context))
            {
                contexts.Add(provision.Parent ?? -1, context = ContextOf(tokens, provision));
            }

            var heading = provision.Heading.Length > 0 ? WordsOf(Analyzer.Exact.Analyze(provision.Heading)) : null;
            if (heading is not null)
            {
                headings.Add((provision.Index, heading));
            }

            var whole = Make(tokens, provision, provision.Span, context);
            whole = heading is null ? whole : whole.With(heading);
            all.Add(whole);
            var sentences = provision.Sentences.Count > 1 ? provision.Sentences.Select(sentence => Make(tokens, provision, sentence, context)).ToList() : [];
            all.AddRange(sentences);
            if (provision.Kind is ProvisionKind.Signature or ProvisionKind.Recipients || IsHeadingOnly(tokens, provision))
            {
                continue;
            }

            if (sentences.Count == 0 || (whole.Length <= LongestWholeItem && provision.Kind != ProvisionKind.Preamble))
            {
                ranked.Add(whole);
            }

            ranked.AddRange(sentences.Where(sentence => sentence.Length > 3));
        }

        return new DocumentStatements(ranked, all, headings);
    }

    private IReadOnlyList<Statement> Keep(DocumentStatements read)
    {
        foreach (var statement in read.All)
        {
            _bySpan.TryAdd((statement.Document.Id, statement.Span), statement);
        }

        foreach (var (provision, words) in read.Headings)
        {
            _headings[(read.All[0].Document.Id, provision)] = words;
        }

        return read.Ranked;
    }

    /// <returns>The statement at a span, made anew where none was kept.</returns>
    public Statement For(DocumentTokens tokens, Provision provision, TextSpan span) =>
        _bySpan.TryGetValue((tokens.Document.Id, span), out var known) ? known : Make(tokens, provision, span, ContextOf(tokens, provision));

    /// <summary>Keeps the statement of a span that will be asked for.</summary>
    internal void Keep(DocumentTokens tokens, Provision provision, TextSpan span) =>
        _bySpan.TryAdd((tokens.Document.Id, span), For(tokens, provision, span));

    private Statement Make(DocumentTokens tokens, Provision provision, TextSpan span, Statement.Words context)
    {
        var own = tokens.In(span);
        return new Statement(tokens.Document, provision, span, WordsOf(own), context) { Quantities = _quantities.In(tokens.Document.Text, own) };
    }

    private static bool IsHeadingOnly(DocumentTokens tokens, Provision provision)
    {
        var words = tokens.In(provision.Span).Count;
        var heading = Analyzer.Exact.Analyze(provision.Heading).Count + (provision.Label.Length > 0 ? 1 : 0);
        return words == 0 || (provision.Heading.Length > 0 && words - heading < 3);
    }

    private Statement.Words ContextOf(DocumentTokens tokens, Provision provision)
    {
        var above = tokens.Document.PathTo(provision).SkipLast(1).SelectMany(node => tokens.In(node.Span).Take(40)).ToList();
        return WordsOf(above);
    }

    private Statement.Words WordsOf(IReadOnlyList<Token> tokens) => new(
        [.. _concepts.In(tokens).Select(match => match.Value), .. _gazetteer.AgenciesIn(tokens).Select(match => TopicTerm.ConceptOf(match.Value))],
        [.. tokens.Select(token => token.Term)],
        [.. tokens.Select(token => _folds.Of(token.Term))],
        tokens.Count);

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Each folded term once: most of an index's memory are its words.</summary>
    private sealed class FoldedTerms
    {
        private const int Most = 1 << 18;

        private readonly ConcurrentDictionary<string, string> _folds = new(StringComparer.Ordinal);
        private int _count;

        internal string Of(string term)
        {
            if (_folds.TryGetValue(term, out var folded))
            {
                return folded;
            }

            folded = VietnameseText.FoldNormalized(term);
            return Interlocked.Increment(ref _count) > Most ? folded : _folds.GetOrAdd(term, _folds.GetOrAdd(folded, folded));
        }
    }
}
