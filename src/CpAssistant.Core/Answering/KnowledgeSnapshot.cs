using System.Collections.Concurrent;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>
/// All that the assistant knows at one time: documents, facts, index, language. Immutable; a change of files makes a new one
/// that is swapped in whole.
/// </summary>
public sealed class KnowledgeSnapshot
{
    private readonly Dictionary<string, DocumentTokens> _tokens;
    private readonly Dictionary<object, Statement> _factStatements;
    private readonly PhraseTable<Industry> _industries;
    private readonly ILookup<string, Fact> _facts;
    private readonly ILookup<string, Statement> _statements;
    private readonly Lazy<PassageIndex> _passages;
    private readonly Lazy<ProvisionSearch> _provisions;
    private readonly TaskKinds _taskKinds;
    private readonly ConcurrentDictionary<Responsibility, IReadOnlyList<TaskKind>> _kindsOfTasks = new(ReferenceEqualityComparer.Instance);

    private KnowledgeSnapshot(string version, IReadOnlyList<Document> documents, LanguageData language, Office office, PassageIndex? earlier)
    {
        Version = version;
        Language = language;
        Office = office;
        Calendar = new WorkingCalendar(language.Holidays);
        Gazetteer = new Gazetteer(language.Provinces, language.Agencies);
        Documents = DigestRule.InUse(documents);
        var reader = new FactReader(Gazetteer, language.Facts, language.Industries);
        // Documents do not depend on each other; thousands of them take a while on one core.
        var pools = new ThreadLocal<TermPool>(() => new TermPool());
        _tokens = Documents.AsParallel().AsOrdered().Select(document => new DocumentTokens(document, pools.Value!).Trimmed()).ToDictionary(tokens => tokens.Document.Id);
        Facts = [.. Documents.AsParallel().AsOrdered().Select(document => reader.Read(_tokens[document.Id])).AsEnumerable().SelectMany(static facts => facts)];
        _industries = new PhraseTable<Industry>(language.Industries.Industries.SelectMany(industry => (industry.Aliases ?? []).Append(industry.Name).Select(name => (name, industry))));
        LeadCues = new Cues(language.Facts.Responsibilities.Lead);
        Concepts = new Concepts(language.Synonyms, language.Glossary, language.Abbreviations.Field.Select(pair => (IReadOnlyList<string>)[pair.Value[0], pair.Key]));
        Quantities = new QuantityReader(language.Facts.Targets);
        Statements = new StatementIndex([.. Documents.Select(document => _tokens[document.Id])], Concepts, Gazetteer, Quantities, language.Questions.GeneralTerms);
        Utterances = ReaderOf(documents, language);
        Questions = new QuestionReader(
            Utterances.Read, Gazetteer, language.Facts, language.Industries, language.Questions, Concepts);
        var shortForms = new ShortForms(language.Abbreviations);
        _passages = new Lazy<PassageIndex>(() => PassageIndex.Of(Documents.SelectMany(document => DocumentPassages.Of(document, shortForms)), new QuestionPhrases(language.QuestionPhrases.Phrases), earlier));
        _provisions = new Lazy<ProvisionSearch>(() => new ProvisionSearch(Documents, Passages, Gazetteer, Utterances, shortForms));
        _taskKinds = new TaskKinds(language.Tasks);
        _facts = Facts.ToLookup(fact => fact.Document.Id);
        foreach (var fact in Facts)
        {
            Statements.Keep(_tokens[fact.Document.Id], fact.Provision, fact.Span);
        }

        _factStatements = Facts.ToDictionary(fact => (object)fact, fact => Statements.For(_tokens[fact.Document.Id], fact.Provision, fact.Span), ReferenceEqualityComparer.Instance);
        _statements = Statements.Statements.ToLookup(statement => statement.Document.Id);
        Likeness = new Likeness(term => Statements.WeightOf(QuestionGist.TermOf(term)));
        OfficeAnswers = new OfficeAnswers([], this);
    }

    /// <summary>Name of this state of the knowledge; the same question gets the same answer with the same version.</summary>
    public string Version { get; private set; }

    /// <summary>Documents in use, in order of file name; a digest whose original is loaded is not among them.</summary>
    public IReadOnlyList<Document> Documents { get; }

    /// <summary>Provinces that have documents, by the names these bear, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Provinces =>
        [.. Documents.Select(document => document.Metadata.Province?.Value).OfType<string>().Distinct().OrderBy(VietnameseText.Fold, StringComparer.Ordinal)];

    public IReadOnlyList<Fact> Facts { get; }

    public WorkingCalendar Calendar { get; }

    public LanguageData Language { get; }

    public Gazetteer Gazetteer { get; }

    public Office Office { get; }

    public Concepts Concepts { get; }

    /// <summary>Phrases that say who leads.</summary>
    public Cues LeadCues { get; }

    public StatementIndex Statements { get; }

    public QuantityReader Quantities { get; }

    /// <summary>All passages of <see cref="Documents"/>; built when first asked for.</summary>
    public PassageIndex Passages => _passages.Value;

    /// <summary>Finds provisions by their words; made when first asked for.</summary>
    public ProvisionSearch Provisions => _provisions.Value;

    /// <summary>Reads what people type as they meant it.</summary>
    public UtteranceReader Utterances { get; }

    public QuestionReader Questions { get; }

    /// <summary>Compares questions by the words of the documents.</summary>
    public Likeness Likeness { get; }

    /// <summary>What the office has approved; none unless given by <see cref="With"/>.</summary>
    public OfficeAnswers OfficeAnswers { get; private set; }

    public IEnumerable<Fact> FactsOf(Document document) => _facts[document.Id];

    /// <returns>What kinds of task it is; read when first asked for.</returns>
    public IReadOnlyList<TaskKind> TaskKindsOf(Responsibility fact) => _kindsOfTasks.GetOrAdd(fact, _taskKinds.Of);

    /// <returns>The kinds of task that words speak of.</returns>
    public IReadOnlyList<TaskKind> TaskKindsOf(string words) => _taskKinds.Of(words);

    public IEnumerable<Statement> StatementsOf(Document document) => _statements[document.Id];

    /// <returns>The statement of a fact's own words.</returns>
    public Statement StatementOf(Fact fact) => _factStatements[fact];

    /// <returns>How well cited words cover a topic.</returns>
    public Match ScoreOf(Citation citation, IReadOnlyList<TopicTerm> topic, bool lightUnknown) =>
        Statements.Score(topic, Statements.For(_tokens[citation.Document.Id], citation.Provision, citation.Span), lightUnknown);

    /// <returns>Ids of the industries that a text names.</returns>
    public IReadOnlyList<string> IndustriesOf(string text) => [.. _industries.FindAll(Analyzer.Exact.Analyze(text)).Select(match => match.Value.Id)];

    public DocumentTokens TokensOf(Document document) => _tokens[document.Id];

    /// <summary>Builds everything that is derived from the files.</summary>
    /// <param name="version">A name for the content, such as a hash of the files.</param>
    /// <param name="before">Knowledge of much the same documents, of whose index what is unchanged is taken over; null for none.</param>
    public static KnowledgeSnapshot Build(string version, IReadOnlyList<Document> documents, LanguageData language, Office office, KnowledgeSnapshot? before = null) =>
        new(version, documents, language, office, before is { _passages.IsValueCreated: true } ? before.Passages : null);

    /// <param name="version">A name for the content as a whole.</param>
    /// <returns>The same knowledge with these approved answers of the office in place of those it has; nothing is read anew.</returns>
    public KnowledgeSnapshot With(string version, IReadOnlyList<OfficeAnswer> answers)
    {
        var changed = (KnowledgeSnapshot)MemberwiseClone();
        changed.Version = version;
        changed.OfficeAnswers = new OfficeAnswers(answers, changed, OfficeAnswers);
        return changed;
    }

    /// <summary>Knows the words of the documents and of the language data.</summary>
    private static UtteranceReader ReaderOf(IReadOnlyList<Document> documents, LanguageData language)
    {
        var texts = documents.Select(document => document.Text)
            .Concat(language.Provinces.Provinces.SelectMany(unit => unit.Former.Append(unit.Name)))
            .Concat(language.Agencies.Agencies.Select(agency => agency.Name))
            .Concat(language.Industries.Industries.SelectMany(industry => (industry.Aliases ?? []).Append(industry.Name)))
            .Concat(language.Synonyms.Sets.SelectMany(set => set))
            .Concat(language.Glossary.Terms.Select(term => term.Vi))
            .Concat(language.Questions.StopWords)
            .Append(language.CommonWords.Words);
        var foreign = language.Glossary.Terms.SelectMany(term => term.En)
            .Concat(language.Questions.EnglishWords)
            .Concat(language.Agencies.Agencies.Select(agency => agency.English))
            .Concat(language.Industries.Industries.Select(industry => industry.English))
            .SelectMany(phrase => phrase.ToLowerInvariant().Split(' ', '-', '/', ','));
        return new UtteranceReader(Vocabulary.Of(texts), language.Abbreviations, foreign.ToHashSet());
    }
}
