using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>A passage that was found.</summary>
/// <param name="Passage">Its place in the list the index was built from.</param>
/// <param name="Score">Above 0; comparable within one query only.</param>
public readonly record struct Hit(int Passage, double Score);

/// <summary>How a term of a query is compared with the texts.</summary>
public enum TermForm
{
    /// <summary>A syllable with its marks.</summary>
    Exact,

    /// <summary>All syllables that what was typed can stand for.</summary>
    Folded,

    /// <summary>Two neighbouring syllables, each as it was typed.</summary>
    Bigram,
}

/// <summary>What one term of the query gave a passage.</summary>
/// <param name="Term">The term as it was read from the query.</param>
/// <param name="Idf">Inverse document frequency in nats, above 0.</param>
/// <param name="Tf">How often the passage has the term, headings included; there it counts more.</param>
/// <param name="Weight">Share of the term in the query: 1 for a syllable, less for bigrams and question words.</param>
/// <param name="Points">What it adds to the score.</param>
public sealed record ExplainedTerm(string Term, TermForm Form, double Idf, int Tf, double Weight, double Points);

/// <summary>Why a passage has its score.</summary>
/// <param name="Score">Exactly the sum of the points; 0 where the passage is not found.</param>
/// <param name="Terms">The most points first.</param>
public sealed record Explanation(int Passage, double Score, IReadOnlyList<ExplainedTerm> Terms);

/// <summary>The stretch of a passage that answers a query best.</summary>
/// <param name="Span">Its place in the passage's text.</param>
/// <param name="Matches">Words of the query inside it, in the passage's text.</param>
public sealed record Snippet(TextSpan Span, IReadOnlyList<TextSpan> Matches);
