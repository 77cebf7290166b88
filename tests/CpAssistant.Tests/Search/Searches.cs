using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Search;

/// <summary>Searches over documents of a provision or two.</summary>
internal static class Searches
{
    private const string Between = "\n\n";

    internal static ShortForms ShortForms { get; } = new(TestKnowledge.Corpus.Language.Abbreviations);

    /// <param name="texts">A document each.</param>
    internal static ProvisionSearch Of(params IEnumerable<string> texts) => Of([.. texts.Select((text, i) => Document(text, i))]);

    internal static ProvisionSearch Of(params IReadOnlyList<Document> documents) => new(
        documents,
        PassageIndex.Of(documents.SelectMany(document => DocumentPassages.Of(document, ShortForms)), new QuestionPhrases(TestKnowledge.Corpus.Language.QuestionPhrases.Phrases)),
        TestKnowledge.Corpus.Gazetteer,
        new UtteranceReader(Vocabulary.Of(documents.Select(document => document.Text)), TestKnowledge.Corpus.Language.Abbreviations, new HashSet<string>()),
        ShortForms);

    /// <param name="text">Provisions with an empty line between them; those with a letter stand under the first, which is a heading then.</param>
    internal static Document Document(string text, int number, string? province = null)
    {
        var (provisions, start) = (new List<Provision>(), 0);
        foreach (var words in text.Split(Between))
        {
            var isPoint = words.Length > 1 && words[1] == ')';
            var span = new TextSpan(start, start + words.Length);
            provisions.Add(new Provision
            {
                Index = provisions.Count,
                Parent = isPoint ? 0 : null,
                Kind = isPoint ? ProvisionKind.Point : ProvisionKind.Section,
                Label = isPoint ? words[..1] : "",
                Heading = start == 0 && text.Contains(Between + "a)", StringComparison.Ordinal) ? words : "",
                Span = span,
                Sentences = [span],
            });
            start = span.End + Between.Length;
        }

        return new Document
        {
            Id = $"d{number:000}",
            File = $"d{number:000}.md",
            Text = text,
            Metadata = new DocumentMetadata { Title = "Kế hoạch", Kind = DocumentKind.Plan, Source = SourceKind.Original, Province = province is null ? null : new Extracted<string>(province, null) },
            Provisions = provisions,
            Noise = [],
            MissingAnnexes = [],
            Warnings = [],
        };
    }

    /// <returns>The provisions that are found.</returns>
    internal static IReadOnlyList<string> Quotes(this ProvisionSearch search, string query) =>
        [.. search.Find(query, new ProvisionFilter(), 0, 100).Items.Select(item => item.Document.Quote(item.Provision.Span))];
}
