namespace CpAssistant.Core.Search.Ranking;

/// <summary>The ideas by which passages are ranked, each of which can be left out to measure what it is worth.</summary>
public sealed record RankingSettings
{
    public static RankingSettings All { get; } = new();

    /// <summary>Two neighbouring words count besides each word.</summary>
    public bool Pairs { get; init; } = true;

    /// <summary>Pairs count half of what a word counts in whole passages.</summary>
    public bool HalfPairs { get; init; } = true;

    /// <summary>Words that only ask count less.</summary>
    public bool QuestionPhrases { get; init; } = true;

    /// <summary>The window of a passage that fits best counts besides the whole.</summary>
    public bool BestWindow { get; init; } = true;

    /// <summary>The headings above a passage count besides the whole, and the more of them is asked for the more.</summary>
    public bool Headings { get; init; } = true;

    /// <summary>Marks that were left out are put back, as neighbouring words stand in the documents.</summary>
    public bool RestoredMarks { get; init; } = true;
}
