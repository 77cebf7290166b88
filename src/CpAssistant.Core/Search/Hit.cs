using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">Its place in the list the index was built from.</param>
/// <param name="Score">Comparable within one query only; 0 for what was not searched for by words.</param>
/// <param name="IsReadAgain">Whether it was among the best of the first stage, which get points for their best window and their headings too.</param>
public readonly record struct Hit(int Passage, double Score, bool IsReadAgain);

/// <summary>How a term of a query is compared with the texts.</summary>
public enum TermForm
{
    /// <summary>A word with its marks.</summary>
    Exact,

    /// <summary>All words that what was typed can stand for.</summary>
    Folded,

    /// <summary>Two neighbouring words, however they are marked.</summary>
    Bigram,
}

/// <summary>What of a passage is scored.</summary>
public enum ScorePart
{
    /// <summary>Headings and text as one.</summary>
    Whole,

    /// <summary>The sentences that fit best, with the headings.</summary>
    BestWindow,

    /// <summary>The headings alone.</summary>
    Heading,
}

/// <summary>What one term of the query gave a passage.</summary>
/// <param name="Term">The term as it was read from the query, with marks that were put back.</param>
/// <param name="Idf">Inverse document frequency in nats, above 0.</param>
/// <param name="Tf">How often the part has the term.</param>
/// <param name="Weight">Share of the term in the part: 1 for a word in the whole, less for pairs and question words; 3 times as much in the best window, 0.4 in headings.</param>
/// <param name="Points">What it adds to the score.</param>
public sealed record ExplainedTerm(ScorePart Part, string Term, TermForm Form, double Idf, int Tf, double Weight, double Points);

/// <summary>Why a passage has its score.</summary>
/// <param name="Score">Exactly the sum of the points; 0 where the passage is not found.</param>
/// <param name="Terms">The most points first.</param>
/// <param name="HeadingShare">How much of the headings the query names, 0 to 1, words weighed by their idf.</param>
/// <param name="HeadingSharePoints">What that adds to the score.</param>
public sealed record Explanation(int Passage, double Score, IReadOnlyList<ExplainedTerm> Terms, double HeadingShare, double HeadingSharePoints);

/// <summary>The stretch of a passage that answers a query best.</summary>
/// <param name="Span">Its place in the passage's text.</param>
/// <param name="Matches">Words of the query inside it, in the passage's text.</param>
public sealed record Snippet(TextSpan Span, IReadOnlyList<TextSpan> Matches);
