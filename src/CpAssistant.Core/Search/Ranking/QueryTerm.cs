using CpAssistant.Core.Search.Indexing;

namespace CpAssistant.Core.Search.Ranking;

/// <summary>A term of a query, ready to be scored.</summary>
/// <param name="Text">As it was read.</param>
/// <param name="Keys">Whose postings count for it; none for a word that no passage has.</param>
/// <param name="Idf">In nats, above 0.</param>
/// <param name="Weight">Share in the query, above 0.</param>
internal sealed record QueryTerm(string Text, TermForm Form, TermKey[] Keys, double Idf, double Weight)
{
    /// <summary>What it adds to the score of a text that is full of it.</summary>
    public double Points => Idf * Weight;

    /// <param name="share">Of the term in the part.</param>
    public ExplainedTerm Explained(ScorePart part, double share, int count, double points) => new(part, Text, Form, Idf, count, share * Weight, points);
}
