using CpAssistant.Benchmarks.Answers;
using CpAssistant.Configuration;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Benchmarks.Retrieval;

/// <summary>Passages, and queries of which it is known which passages are right.</summary>
/// <param name="Queries">Each with the ids of right passages and their grades.</param>
internal sealed record JudgedSet(string Name, IReadOnlyList<Passage> Passages, IReadOnlyList<string> Ids, IReadOnlyList<(string Text, IReadOnlyDictionary<string, int> Grades)> Queries)
{
    private const int MaxHeading = 300;

    /// <summary>A collection in BEIR form.</summary>
    public static JudgedSet Of(Collection collection) => new(
        collection.Name, [.. collection.Corpus.Select(PassageOf)], [.. collection.Corpus.Select(static article => article.Id)], [.. collection.JudgedQueries(collection.QueryFiles[0])]);

    /// <summary>Questions of one turn on documents; right is each provision that holds words that an answer has to cite.</summary>
    /// <param name="folders">Documents.</param>
    /// <param name="questions">A questions file.</param>
    public static JudgedSet Of(IReadOnlyList<string> folders, string questions)
    {
        var sources = Settings.Read(Home.Find()).Knowledge with { Documents = folders };
        if (KnowledgeLoader.Load(sources) is not KnowledgeLoad.Loaded { Snapshot: var knowledge })
        {
            throw new UsageException("the knowledge cannot be loaded");
        }

        var passages = knowledge.Passages.Passages;
        var places = knowledge.Documents.ToDictionary(static document => document.File, static document => document);
        var queries = GoldQuestion.ReadFile(questions).Where(static question => question.Turns.Count == 1)
            .Select(question => (Text: question.Turns[0], Grades: Grades(question, passages, places)))
            .Where(static query => query.Grades.Count > 0);
        return new JudgedSet(Path.GetFileNameWithoutExtension(questions), passages, [.. passages.Select(static (_, i) => Id(i))], [.. queries]);
    }

    /// <summary>An article as a passage; where it has no title, a first line with a blank line below is its heading.</summary>
    public static Passage PassageOf(Article article)
    {
        var headingEnd = article.Title.Length > 0 ? 0 : Math.Max(0, article.Text.IndexOf("\n\n", StringComparison.Ordinal));
        var isHeading = headingEnd <= MaxHeading && !article.Text.AsSpan(0, headingEnd).Contains('\n');
        var (heading, text) = isHeading && headingEnd > 0
            ? (article.Text[..headingEnd], article.Text[headingEnd..])
            : (article.Title, article.Text);
        return new Passage(article.Id, null, DocumentKind.Other, heading, text, new TextSpan(article.Text.Length - text.Length, article.Text.Length));
    }

    private static string Id(int passage) => passage.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyDictionary<string, int> Grades(GoldQuestion question, IReadOnlyList<Passage> passages, Dictionary<string, Document> documents)
    {
        var grades = new Dictionary<string, int>();
        foreach (var gold in question.Gold.Where(static gold => !gold.Optional))
        {
            for (var i = 0; i < passages.Count; i++)
            {
                if (documents[gold.Document].Id == passages[i].Document && Words(passages[i].Text).Contains(Words(gold.Quote), StringComparison.Ordinal))
                {
                    grades[Id(i)] = 1;
                }
            }
        }

        return grades;
    }

    private static string Words(string text) => string.Join(' ', Analyzer.Exact.Analyze(text).Select(static token => token.Term));
}
