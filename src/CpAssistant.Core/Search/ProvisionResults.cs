using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>What the provisions that were found have of the query.</summary>
public enum FoundBy
{
    /// <summary>All words, or the short forms of them.</summary>
    AllWords,

    /// <summary>No provision has all words: some of them.</summary>
    SomeWords,

    /// <summary>There was no query: all that the filters let pass, in reading order.</summary>
    Filters,

    /// <summary>Nothing was asked for.</summary>
    Nothing,
}

/// <summary>A provision that was found.</summary>
/// <param name="Hit">Its place in the index and its score; 0 where nothing was asked for in words.</param>
/// <param name="Snippet">The stretch of the document that fits the query best.</param>
/// <param name="Matches">Words of the query in it, as places in the document.</param>
public sealed record FoundProvision(Document Document, Provision Provision, Hit Hit, TextSpan Snippet, IReadOnlyList<TextSpan> Matches);

/// <summary>One page of what was found.</summary>
/// <param name="Searched">The words that were looked for: keystrokes and short forms of the query read in full.</param>
/// <param name="Suggestion">The query with slips mended; null where nothing is to be mended.</param>
/// <param name="IsMended">Whether the suggestion was looked for, since what was typed is not found.</param>
/// <param name="Total">How many provisions there are on all pages.</param>
/// <param name="Items">The best first; of equal ones the earlier document. Without a query in reading order.</param>
public sealed record ProvisionResults(string Searched, string? Suggestion, bool IsMended, FoundBy By, int Total, IReadOnlyList<FoundProvision> Items);
