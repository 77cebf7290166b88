namespace CpAssistant.Core.Understanding;

/// <summary><c>common-words.yaml</c>: everyday syllables that are no slips, whether the documents have them or not.</summary>
/// <param name="Words">Separated by commas.</param>
public sealed record CommonWordsData(string Words);

/// <summary><c>synonyms.yaml</c>: phrases that people use for the same thing.</summary>
public sealed record SynonymsData(IReadOnlyList<IReadOnlyList<string>> Sets);

/// <summary><c>glossary.yaml</c>: Vietnamese terms and their English renderings, the preferred one first.</summary>
public sealed record GlossaryData(IReadOnlyList<GlossaryTerm> Terms);

public sealed record GlossaryTerm(string Vi, IReadOnlyList<string> En);

/// <summary><c>questions.yaml</c>: how a kind of question is told, and words that carry no topic.</summary>
public sealed record QuestionRules
{
    public required IReadOnlyList<QuestionRule> Rules { get; init; }

    /// <summary>Words and phrases of a question that say nothing about its topic.</summary>
    public required IReadOnlyList<string> StopWords { get; init; }

    /// <summary>Phrases that belong to the whole field and tell no statement from another.</summary>
    public required IReadOnlyList<string> GeneralTerms { get; init; }

    /// <summary>Words for taking part in what others do.</summary>
    public IReadOnlyList<string> Partaking { get; init; } = [];

    /// <summary>Words by which an English utterance is told.</summary>
    public required IReadOnlyList<string> EnglishWords { get; init; }

    /// <summary>Words by which a Vietnamese utterance is told, as typed without marks.</summary>
    public required IReadOnlyList<string> VietnameseWords { get; init; }
}

/// <summary>A named rule: patterns and what they produce.</summary>
public sealed record QuestionRule
{
    public required string Name { get; init; }

    /// <summary>
    /// <c>kind:Target</c> (a <see cref="QuestionKind"/>), <c>attribute:number</c>, <c>expects:Percent</c> (an <see cref="ExpectedAnswer"/>),
    /// <c>nature:Proposal</c>, <c>role:Lead</c>, <c>document:Plan</c>, or <c>trait:compare</c>. Several are joined by commas.
    /// </summary>
    public required string Produces { get; init; }

    /// <summary>Higher wins where several kinds fit.</summary>
    public int Weight { get; init; } = 10;

    /// <summary>Any of them suffices; the notation is that of <see cref="Pattern"/>.</summary>
    public required IReadOnlyList<string> Patterns { get; init; }

    /// <summary>Patterns that rule it out.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];
}
