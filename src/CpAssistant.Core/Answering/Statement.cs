using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Answering;

/// <summary>A sentence or item that can be cited, with the words by which it is found.</summary>
public sealed class Statement
{
    internal Statement(Document document, Provision provision, TextSpan span, Words own, Words context)
    {
        Document = document;
        Provision = provision;
        Span = span;
        Own = own;
        Context = context;
    }

    public Document Document { get; }

    public Provision Provision { get; }

    public TextSpan Span { get; }

    /// <summary>Number of its syllables.</summary>
    public int Length => Own.Count;

    /// <summary>The words of the statement itself.</summary>
    internal Words Own { get; }

    /// <summary>The words of the headings above it.</summary>
    internal Words Context { get; }

    /// <summary>The words of its own heading ("Khó khăn:"); null where it has none.</summary>
    internal Words? Heading { get; private init; }

    /// <summary>The figures that stand in it.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    internal Statement With(Words heading) => new(Document, Provision, Span, Own, Context) { Heading = heading, Quantities = Quantities };

    /// <returns>Whether a term stands in the statement itself.</returns>
    internal bool SaysItself(string term) => Own.Exact.Contains(term);

    /// <returns>Whether a term stands in it or in its headings.</returns>
    internal bool Holds(string term) => Own.Exact.Contains(term) || Context.Exact.Contains(term);

    public Citation Cite() => new(Document, Provision, Span);

    /// <summary>Concepts and syllables of a text.</summary>
    /// <param name="Count">Number of syllables.</param>
    internal sealed record Words(HashSet<string> Concepts, HashSet<string> Exact, HashSet<string> Folded, int Count);
}
