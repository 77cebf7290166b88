using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Understanding;

/// <summary>What is asked.</summary>
public enum QuestionKind
{
    /// <summary>Anything else: the best passages, if good enough.</summary>
    Passage,
    Greeting,
    Thanks,
    Help,
    Handoff,
    Target,
    Result,
    NumberMeaning,
    ResponsibleAgency,
    AgencyDuties,
    EnterpriseDuties,
    EnterpriseSupport,
    DocumentFact,
    Reporting,
    Funding,
    Industry,
    Successor,
    Definition,
    Method,
    Documents,
}

/// <summary>What sort of thing the answer must hold.</summary>
public enum ExpectedAnswer
{
    Any,
    Number,
    Percent,
    Money,
    Count,
    Date,
    Duration,
    Contact,
    Place,
}

/// <param name="Weight">Weight of the rule, 0 to 100.</param>
/// <param name="Tokens">Indices of the tokens that its pattern names.</param>
public sealed record KindEvidence(int Weight, IReadOnlySet<int> Tokens)
{
    public static KindEvidence None { get; } = new(0, new HashSet<int>());
}

/// <summary>A word or phrase of the question that says what it is about.</summary>
/// <param name="Concept">Name of its concept; null for a word that belongs to none.</param>
/// <param name="Terms">Its normalized syllables as typed.</param>
/// <param name="First">Index of its first token in the utterance.</param>
public sealed record TopicTerm(string? Concept, IReadOnlyList<string> Terms, int First)
{
    private const string AgencyPrefix = "agency:";

    /// <summary>Whether it was typed with all its marks, so that "dân" is not "dẫn".</summary>
    public bool IsMarked { get; init; }

    /// <summary>Smaller concepts inside it.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whether it names an agency.</summary>
    public bool IsAgency => Concept?.StartsWith(AgencyPrefix, StringComparison.Ordinal) == true;

    /// <summary>The concept that stands for an agency, whatever it is called.</summary>
    public static string ConceptOf(Agency agency) => AgencyPrefix + agency.Id;

    /// <returns>Whether all its tokens are among some.</returns>
    public bool IsWithin(IReadOnlySet<int> tokens) => Enumerable.Range(First, Terms.Count).All(tokens.Contains);

    public override string ToString() => string.Join(' ', Terms);
}

/// <summary>An utterance understood.</summary>
public sealed record Question
{
    /// <summary>The utterance with keystrokes, short forms and slips repaired.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it was typed with all its marks, so that "dương" is not "đường".</summary>
    public bool IsMarked { get; init; }

    /// <summary>"vi" or "en".</summary>
    public required string Language { get; init; }

    /// <summary>Whether the words themselves tell it; else it is Vietnamese, unless the conversation is in English.</summary>
    public bool LanguageIsClear { get; init; } = true;

    /// <summary>What is asked, the likeliest first; never empty.</summary>
    public required IReadOnlyList<QuestionKind> Kinds { get; init; }

    public QuestionKind Kind => Kinds[0];

    /// <summary>For each kind: the weight of its rule, and the tokens by which it was told.</summary>
    public IReadOnlyDictionary<QuestionKind, KindEvidence> Evidence { get; init; } = new Dictionary<QuestionKind, KindEvidence>();

    /// <summary>For <see cref="QuestionKind.DocumentFact"/>: number, date, signer, issuer, legalGround, period, inForce, recipients, annex, subject.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    public IReadOnlyList<Province> Provinces { get; init; } = [];

    public IReadOnlyList<Agency> Agencies { get; init; } = [];

    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>Numbers of documents as typed, without inner space: "86/QĐ-UBND", "3182".</summary>
    public IReadOnlyList<string> DocumentNumbers { get; init; } = [];

    public IReadOnlyList<Period> Periods { get; init; } = [];

    /// <summary>Percentages, counts and sums that the question itself states.</summary>
    public IReadOnlyList<Quantity> Figures { get; init; } = [];

    /// <summary>Numbers of the question that are part of nothing else.</summary>
    public IReadOnlyList<decimal> Numbers { get; init; } = [];

    /// <summary>The kind of document that the question names, if any.</summary>
    public DocumentKind? DocumentKind { get; init; }

    public IReadOnlyList<Industry> Industries { get; init; } = [];

    public ExpectedAnswer Expects { get; init; }

    /// <summary>Whether targets, proposals or results are asked for; several where they are compared, none where it is left open.</summary>
    public IReadOnlyList<TargetNature> Natures { get; init; } = [];

    public bool AsksFor(TargetNature nature) => Natures.Contains(nature);

    /// <summary>Role that is asked for ("cơ quan nào phối hợp"); null for any.</summary>
    public AgencyRole? Role { get; init; }

    /// <summary>Names of the traits that rules found: compare, check, why, followUp, national, allProvinces, deictic, contact, lowered, raised.</summary>
    public IReadOnlySet<string> Traits { get; init; } = new HashSet<string>();

    public IReadOnlyList<TopicTerm> Topic { get; init; } = [];

    /// <summary>Rules that matched and repairs that were made, for the explanation.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    public bool Has(string trait) => Traits.Contains(trait);

    public bool IsEnglish => Language == "en";
}
