using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;
using CpAssistant.Core.Text;

namespace CpAssistant.Searching;

/// <summary>A passage that was found.</summary>
/// <param name="Document">The file's name.</param>
/// <param name="Quote">The whole passage.</param>
/// <param name="Snippet">The stretch of it that fits the query best.</param>
/// <param name="Start">Offset of the quote in the file's text, in UTF-16 units.</param>
/// <param name="Score">Comparable within one search only.</param>
/// <param name="Terms">What gave the score, the most points first.</param>
public sealed record SearchItem(
    string Document,
    string? Province,
    string? Number,
    string Section,
    string Quote,
    int Start,
    int End,
    SourceKind Source,
    string Snippet,
    double Score,
    IReadOnlyList<SearchTerm> Terms)
{
    private const int SnippetLength = 200;

    /// <param name="top">At most so many.</param>
    /// <returns>The best first.</returns>
    public static IReadOnlyList<SearchItem> Search(string query, KnowledgeSnapshot knowledge, int top)
    {
        var documents = knowledge.Documents.ToDictionary(document => document.Id);
        var index = knowledge.Passages;
        return [.. index.Search(query, null, top).Select(hit => Of(query, hit, index, documents[index.Passages[hit.Passage].Document]))];
    }

    private static SearchItem Of(string query, Hit hit, PassageIndex index, Document document)
    {
        var passage = index.Passages[hit.Passage];
        var snippet = index.Snippet(query, hit.Passage, SnippetLength).Span;
        return new SearchItem(
            document.File,
            document.Metadata.Province?.Value,
            document.Metadata.Number?.Value,
            document.SectionOf(document.Provisions.First(provision => provision.Span == passage.Span)),
            document.Quote(passage.Span),
            passage.Span.Start,
            passage.Span.End,
            document.Metadata.Source,
            document.Quote(new TextSpan(passage.Span.Start + snippet.Start, passage.Span.Start + snippet.End)),
            Math.Round(hit.Score, 3),
            [.. index.Explain(query, hit.Passage).Terms.Select(term => new SearchTerm(term.Term, term.Form, Math.Round(term.Points, 3)))]);
    }
}

/// <param name="Points">What it adds to the score.</param>
public sealed record SearchTerm(string Term, TermForm Form, double Points);
