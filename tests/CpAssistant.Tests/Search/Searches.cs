using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;
using CpAssistant.Tests.Knowledge;

namespace CpAssistant.Tests.Search;

/// <summary>Searches over documents of a provision or two.</summary>
internal static class Searches
{
    internal static ShortForms ShortForms { get; } = new(TestKnowledge.Corpus.Language.Abbreviations);

    /// <param name="texts">A document each, its first provision without a number.</param>
    internal static ProvisionSearch Of(params IEnumerable<string> texts) => Of([.. texts.Select((text, i) => Document(text, i))]);

    internal static ProvisionSearch Of(params IReadOnlyList<Document> documents) => new(
        documents,
        PassageIndex.Of(documents.SelectMany(document => DocumentPassages.Of(document, ShortForms)), new QuestionPhrases(TestKnowledge.Corpus.Language.QuestionPhrases.Phrases)),
        TestKnowledge.Corpus.Gazetteer,
        new UtteranceReader(Vocabulary.Of(documents.Select(document => document.Text)), TestKnowledge.Corpus.Language.Abbreviations, new HashSet<string>()),
        ShortForms);

    internal static Document Document(string text, int number, string? province = null)
    {
        var document = Read.Document("1. " + text, new FrontMatter { Kind = "plan", Title = "Kế hoạch", Province = province });
        return document with { Id = $"d{number:000}", File = $"d{number:000}.md" };
    }

    /// <returns>The provisions that are found, without the number of the first.</returns>
    internal static IReadOnlyList<string> Quotes(this ProvisionSearch search, string query) =>
        [.. search.Find(query, new ProvisionFilter(), 0, 100).Items.Select(item => item.Document.Quote(item.Provision.Span).Replace("1. ", "", StringComparison.Ordinal))];
}
