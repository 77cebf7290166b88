namespace CpAssistant.Core.Understanding;

/// <summary><c>synonyms.yaml</c>: phrases that people use for the same thing.</summary>
public sealed record SynonymsData(IReadOnlyList<IReadOnlyList<string>> Sets);

/// <summary><c>glossary.yaml</c>: Vietnamese terms and their English renderings, the preferred one first.</summary>
public sealed record GlossaryData(IReadOnlyList<GlossaryTerm> Terms);

public sealed record GlossaryTerm(string Vi, IReadOnlyList<string> En);

/// <summary><c>questions.yaml</c>: how a kind of question is told, and words that carry no topic.</summary>
public sealed record QuestionRules
{
    public required IReadOnlyList<QuestionRule> Rules { get; init; }

    /// <summary>Words of a question that say nothing about its topic.</summary>
    public required IReadOnlyList<string> StopWords { get; init; }
}

/// <summary>A named rule: a pattern and what it produces.</summary>
public sealed record QuestionRule
{
    public required string Name { get; init; }

    /// <summary>Name of a <see cref="QuestionKind"/>, or of a trait of the question.</summary>
    public required string Produces { get; init; }

    /// <summary>Higher wins where several kinds fit.</summary>
    public int Weight { get; init; } = 10;

    /// <summary>Any of them suffices. Notation: words, (a|b), [optional], * for a gap.</summary>
    public required IReadOnlyList<string> Patterns { get; init; }

    /// <summary>Patterns that rule it out.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];
}
