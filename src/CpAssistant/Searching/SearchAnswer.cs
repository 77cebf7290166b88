using CpAssistant.Core.Answering;
using CpAssistant.Core.Search;

namespace CpAssistant.Searching;

/// <summary>One page of what was found, as the service gives it out.</summary>
/// <param name="Query">As it was sent.</param>
/// <param name="Searched">The words that were looked for: short forms read in full, and slips mended where what was typed is not found.</param>
/// <param name="FoundBy">Whether the items have all of these words or some, or are all that the filters let pass.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">From 1 on.</param>
/// <param name="Pages">How many pages there are; 0 where nothing is found.</param>
/// <param name="Suggestion">The query with slips mended; null where nothing is to be mended.</param>
public sealed record SearchAnswer(
    string Query, string Searched, FoundBy FoundBy, int Total, int Page, int Pages, string? Suggestion, IReadOnlyList<SearchItem> Items)
{
    internal static SearchAnswer Of(SearchRequest request, KnowledgeSnapshot knowledge)
    {
        var results = request.Find(knowledge);
        return new SearchAnswer(
            request.Query, results.Searched, results.By, results.Total, request.Page, SearchRequest.PagesOf(results.Total), results.Suggestion, SearchItem.AllOf(results, knowledge));
    }
}
