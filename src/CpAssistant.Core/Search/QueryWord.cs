namespace CpAssistant.Core.Search;

/// <summary>One word of a query.</summary>
public sealed record QueryWord
{
    internal QueryWord(string term, bool asks, IReadOnlyList<int> meant) => (Term, Asks, Meant) = (term, asks, meant);

    /// <summary>Normalized.</summary>
    public string Term { get; }

    /// <summary>Whether it belongs to words that only ask ("là gì").</summary>
    public bool Asks { get; }

    /// <summary>Whether any passage has it.</summary>
    public bool IsKnown => Meant.Count > 0;

    /// <summary>Numbers of the texts' words that it may be.</summary>
    internal IReadOnlyList<int> Meant { get; }
}
