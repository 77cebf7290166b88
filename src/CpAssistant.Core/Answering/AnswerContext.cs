using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>What an answerer looks at: the question, the knowledge, and the documents that the question reaches.</summary>
public sealed class AnswerContext
{
    public AnswerContext(Question question, KnowledgeSnapshot knowledge, DateOnly today)
    {
        Question = question;
        Knowledge = knowledge;
        Today = today;
        Say = new Phrasebook(knowledge.Language.Replies, question.IsEnglish);
        Scope = Scope.Of(question, knowledge);
    }

    /// <summary>So many statements are ranked without the help of the index.</summary>
    private const int MostStatements = 4000;

    private const int FoundPassages = 200;

    /// <summary>Words of all rows of a table together.</summary>
    private const int RowWords = 66;

    /// <summary>Syllables of an item that is quoted whole whatever is asked.</summary>
    private const int LongestItem = 45;

    public Question Question { get; }

    public KnowledgeSnapshot Knowledge { get; }

    /// <summary>Decides whether a period is over.</summary>
    public DateOnly Today { get; }

    public Phrasebook Say { get; }

    public Scope Scope { get; }

    public IEnumerable<T> Facts<T>(IReadOnlyList<Document> documents)
        where T : Fact => documents.SelectMany(document => Knowledge.FactsOf(document).OfType<T>());

    /// <summary>
    /// The statements worth ranking: all of them, or of a large collection those of the passages that the index finds for the topic.
    /// </summary>
    public IEnumerable<Statement> Candidates(IReadOnlyList<Document> documents)
    {
        if (documents.Sum(document => Knowledge.StatementsOf(document).Count()) <= MostStatements)
        {
            return Statements(documents);
        }

        var query = string.Join(' ', Question.Topic.SelectMany(term => term.Terms.Append(term.IsAgency ? null : term.Concept)).OfType<string>());
        var found = Knowledge.Passages.Search(query, new PassageFilter { Documents = [.. documents.Select(document => document.Id)] }, FoundPassages)
            .Select(hit => Knowledge.Passages.Passages[hit.Passage]).GroupBy(passage => passage.Document).ToDictionary(group => group.Key, group => group.ToList());
        return Statements(documents).Where(statement => found.TryGetValue(statement.Document.Id, out var passages) && passages.Exists(passage => passage.Span.Contains(statement.Span)));
    }

    /// <summary>
    /// The confidence of the index that the passages in which statements stand speak of the topic: see <see cref="PassageIndex.Shares"/>. Passages that answer their
    /// question seldom have less than a quarter, and hardly any more than two thirds.
    /// </summary>
    /// <returns>One for each statement, 0 to 1.</returns>
    public IReadOnlyList<double> ConfidencesOf(IReadOnlyList<Statement> statements)
    {
        var passages = statements.Select(statement => Knowledge.Passages.Find(statement.Document.Id, statement.Span)).ToList();
        var shares = Knowledge.Passages.Shares(string.Join(' ', Question.Topic.SelectMany(term => term.Terms)), [.. passages.OfType<int>()]);
        var next = 0;
        return [.. passages.Select(passage => passage is null ? 0 : shares[next++])];
    }

    public IEnumerable<Statement> Statements(IReadOnlyList<Document> documents) => documents.SelectMany(Knowledge.StatementsOf);

    /// <summary>Words of a gist: as many as asked for alone, fewer in a table of several provinces, so that all rows are seen at once.</summary>
    public int Words(int alone) => Scope.Groups.Count <= 1 ? alone : Math.Clamp(RowWords / Scope.Groups.Count, 6, alone);

    /// <returns>How well a fact's words cover the topic of the question.</returns>
    public Match ScoreOf(Fact fact, IReadOnlyList<TopicTerm>? topic = null) => Knowledge.Statements.Score(topic ?? Question.Topic, Knowledge.StatementOf(fact), Question.IsEnglish);

    /// <summary>Of a long item of several sentences, the one that covers the question as well as the whole does.</summary>
    public TextSpan Narrow(Fact fact)
    {
        var whole = ScoreOf(fact);
        var specific = Knowledge.Statements.SpecificOf([.. Question.Topic.Where(term => !term.IsAgency)]);
        if (specific.Count == 0 || fact.Provision.Sentences.Count < 2 || whole.Coverage == 0 || whole.Statement.Length <= LongestItem)
        {
            return fact.Span;
        }

        var best = fact.Provision.Sentences
            .Select(sentence => Knowledge.ScoreOf(new Citation(fact.Document, fact.Provision, sentence), Question.Topic, Question.IsEnglish))
            .MaxBy(match => match.Coverage)!;
        return best.Coverage >= 0.95 * whole.Coverage ? best.Statement.Span : fact.Span;
    }

    /// <returns>The first words of a span, with "…" where it goes on.</returns>
    public static string Gist(Document document, TextSpan span, int words)
    {
        var all = document.Quote(span).TrimStart('-', '+', '*', '•', ' ').Split(' ');
        var text = string.Join(' ', all.Take(words)).Trim().TrimEnd(';', ',', '.', ':');
        return all.Length > words ? text + "…" : text;
    }

    /// <summary>The words of a task without its label, in English as a list of what it deals with.</summary>
    public string TaskGist(Document document, TextSpan task, int words)
    {
        if (!Say.English)
        {
            return Gist(document, task, words);
        }

        var tokens = Knowledge.TokensOf(document).In(task);
        var tags = Knowledge.Concepts.In(tokens).Select(match => Knowledge.Concepts.EnglishOf(match.Value)).OfType<string>().Distinct().Take(6).ToList();
        return tags.Count > 0 ? string.Join(", ", tags) : Gist(document, task, words);
    }

    /// <summary>"định kỳ 6 tháng" as "every six months", word by word from the glossary; the source's words where it has none.</summary>
    public string FrequencyInEnglish(string frequency)
    {
        var terms = Knowledge.Concepts.In(Analyzer.Exact.Analyze(frequency)).Select(match => Knowledge.Concepts.EnglishOf(match.Value)).OfType<string>().ToList();
        return terms.Count > 0 ? $"{string.Join(", ", terms)} ({frequency})" : frequency;
    }
}
