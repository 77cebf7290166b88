using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;

namespace CpAssistant.Searching;

/// <summary>A passage that was found.</summary>
/// <param name="Document">The file's name.</param>
/// <param name="Quote">The whole passage.</param>
/// <param name="Snippet">The stretch of it that fits the query best.</param>
/// <param name="Start">Offset of the quote in the file's text, in UTF-16 units.</param>
/// <param name="Score">Comparable within one search only.</param>
/// <param name="Terms">What gave the score, the most points first.</param>
/// <param name="HeadingSharePoints">Points for how much of its headings the query names; the rest of the score.</param>
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
    IReadOnlyList<SearchTerm> Terms,
    double HeadingSharePoints)
{
    /// <returns>The provisions of one page, in its order.</returns>
    internal static IReadOnlyList<SearchItem> AllOf(ProvisionResults results, KnowledgeSnapshot knowledge)
    {
        var explanations = knowledge.Passages.Explanations(results.Searched);
        return [.. results.Items.Select(item => Of(item, explanations(item.Hit)))];
    }

    private static SearchItem Of(FoundProvision found, Explanation explanation)
    {
        var (document, span) = (found.Document, found.Provision.Span);
        return new SearchItem(
            document.File,
            document.Metadata.Province?.Value,
            document.Metadata.Number?.Value,
            document.SectionOf(found.Provision),
            document.Quote(span),
            span.Start,
            span.End,
            document.Metadata.Source,
            document.Quote(found.Snippet),
            Math.Round(found.Hit.Score, 3),
            [.. explanation.Terms.Select(term => new SearchTerm(term.Term, term.Form, term.Part, Math.Round(term.Points, 3)))],
            Math.Round(explanation.HeadingSharePoints, 3));
    }
}

/// <param name="Part">Of the passage: a term counts in the whole, in its best sentences and in its headings.</param>
/// <param name="Points">What it adds to the score.</param>
public sealed record SearchTerm(string Term, TermForm Form, ScorePart Part, double Points);
