namespace CpAssistant.Core.Search;

/// <summary>One word of a query.</summary>
public sealed record QueryWord
{
    internal QueryWord(string term, bool asks, int[] lists) => (Term, Asks, Lists) = (term, asks, lists);

    /// <summary>Normalized.</summary>
    public string Term { get; }

    /// <summary>Whether it belongs to words that only ask ("là gì").</summary>
    public bool Asks { get; }

    /// <summary>Whether any passage has it.</summary>
    public bool IsKnown => Lists.Length > 0;

    /// <summary>Numbers of the terms whose postings count for it.</summary>
    internal int[] Lists { get; }
}
