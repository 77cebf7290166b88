namespace CpAssistant.Core.Knowledge;

/// <summary><c>facts.yaml</c>: the phrases by which facts are read from provisions. Each list is one named rule.</summary>
public sealed record FactRules
{
    public required ResponsibilityRules Responsibilities { get; init; }

    public required TargetRules Targets { get; init; }

    public required ReportingRules Reporting { get; init; }

    public required FundingRules Funding { get; init; }

    public required IndustryRules Industries { get; init; }
}

public sealed record ResponsibilityRules
{
    /// <summary>Phrases that make an agency the leading one.</summary>
    public required IReadOnlyList<string> Lead { get; init; }

    /// <summary>Phrases that make an agency a supporting one; the agencies after them are partners.</summary>
    public required IReadOnlyList<string> Support { get; init; }

    /// <summary>Words that may stand between the beginning of a sentence and its agency ("Hàng năm", "Giao", "Yêu cầu thủ trưởng").</summary>
    public required IReadOnlyList<string> BeforeAgency { get; init; }

    /// <summary>Words that join agencies of one list.</summary>
    public required IReadOnlyList<string> Joining { get; init; }

    /// <summary>Words behind an agency that belong to it ("có liên quan", "trên địa bàn tỉnh").</summary>
    public required IReadOnlyList<string> Qualifiers { get; init; }

    /// <summary>Words before an agency by which another one hands it a part of its own task ("Giao", "Chỉ đạo").</summary>
    public required IReadOnlyList<string> Delegating { get; init; }

    /// <summary>Words before an agency that charge it with what follows ("yêu cầu").</summary>
    public required IReadOnlyList<string> Charging { get; init; }

    /// <summary>Words after an agency that say it has a duty, wherever the sentence stands.</summary>
    public required IReadOnlyList<string> DutyVerbs { get; init; }

    /// <summary>Words after an agency that tell of something done or described, not of a duty.</summary>
    public required IReadOnlyList<string> NoDuty { get; init; }

    /// <summary>Words at the beginning of a task that do not say what is to be done ("có trách nhiệm").</summary>
    public required IReadOnlyList<string> Fillers { get; init; }

    /// <summary>Words that begin a clause before the agency or the task itself ("Căn cứ …,", "Ngoài …,").</summary>
    public required IReadOnlyList<string> Openings { get; init; }

    /// <summary>Words after an agency that charge it anywhere in a text.</summary>
    public required IReadOnlyList<string> Charged { get; init; }

    /// <summary>Headings under which every clause that begins with an agency is its task.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Words that announce a list of departments by their bare names ("các sở, ngành tỉnh: Công Thương, …").</summary>
    /// <summary>Words before a body that only ask it for something, where a heading says that requests follow.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>Words of headings above requests.</summary>
    public required IReadOnlyList<string> RequestHeadings { get; init; }

    public required IReadOnlyList<string> BareListStarts { get; init; }

    /// <summary>First words of the name of a body that no gazetteer lists ("Chi cục …", "Hội …"): a capitalised name follows.</summary>
    public required IReadOnlyList<string> AgencyHeads { get; init; }

    /// <summary>Words that a name known by its first word cannot hold.</summary>
    public required IReadOnlyList<string> NameEnds { get; init; }

    /// <summary>First words of names → id of the agency that stands for all bodies of that kind.</summary>
    public required IReadOnlyDictionary<string, string> HeadKinds { get; init; }

    /// <summary>Words for many bodies at once → id of the agency that stands for them.</summary>
    public required IReadOnlyDictionary<string, string> Collectives { get; init; }

    /// <summary>Id of a committee below the province → the kinds of places it may be named by.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Areas { get; init; }

    public required IReadOnlyList<LongerName> LongerNames { get; init; }
}

/// <summary>An agency whose name, gone on by some words, is the name of another one.</summary>
/// <param name="Of">Id of the agency.</param>
/// <param name="Is">Id of the other one.</param>
public sealed record LongerName(string Of, string Words, string Is);

public sealed record TargetRules
{
    /// <summary>What is counted: words after a number that make it a quantity.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>Words for money, with the factor to đồng.</summary>
    public required IReadOnlyDictionary<string, decimal> Money { get; init; }

    public required IReadOnlyList<string> AtLeast { get; init; }

    public required IReadOnlyList<string> AtMost { get; init; }

    public required IReadOnlyList<string> About { get; init; }

    public required IReadOnlyList<string> Above { get; init; }

    public required IReadOnlyList<string> Below { get; init; }

    /// <summary>Headings and sentences that make a figure a proposal.</summary>
    public required NatureCues Proposal { get; init; }

    /// <summary>Headings and sentences that make a figure a reported result.</summary>
    public required NatureCues Result { get; init; }

    /// <summary>Headings and sentences that make a figure a target.</summary>
    public required NatureCues Target { get; init; }

    /// <summary>Words of a sentence whose aims the next sentences go on with.</summary>
    public required IReadOnlyList<string> Openings { get; init; }

    /// <summary>Words before a figure that had been planned, beside what was reached ("kế hoạch giao").</summary>
    public required IReadOnlyList<string> Planned { get; init; }

    /// <summary>Words behind a count that say something of those counted ("51 doanh nghiệp đã được …").</summary>
    public required IReadOnlyList<string> CountedVerbs { get; init; }

    /// <summary>Words by which figures follow one another in the order of what was named before.</summary>
    public required IReadOnlyList<string> InTurn { get; init; }

    /// <summary>First words of what a share counts.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Syllables at which what a share counts has ended.</summary>
    public required IReadOnlyList<string> ScopeEnds { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }
}

public sealed record NatureCues(IReadOnlyList<string> Headings, IReadOnlyList<string> Sentences);

/// <summary>What a figure measures.</summary>
public sealed record Indicator
{
    public required string Id { get; init; }

    /// <summary>Completes a figure in a sentence: "50% " + "cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn".</summary>
    public required string Vi { get; init; }

    public required string En { get; init; }

    /// <summary>The beginning of <see cref="Vi"/> that gives way to the source's own words for what is counted.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Stands before the figure where the source's words behind it follow: "tiết kiệm 8-13% mức tiêu thụ năng lượng"; empty where none is needed.</summary>
    public string Verb { get; init; } = "";

    /// <summary>"percent", "count", "money", "support" (a share or a sum); empty where any will do.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Units that it is counted in; empty where any will do.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Groups of phrases; the words around the figure hold one of each group.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> All { get; init; }

    /// <summary>Of a share: phrases of which one stands straight behind the figure; empty where any words may.</summary>
    public IReadOnlyList<string> Behind { get; init; } = [];

    /// <summary>Phrases that rule it out.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>Whether a figure of it is an aim or a result; what is paid to those who take part is neither.</summary>
    public bool IsAim { get; init; } = true;

    /// <summary>What people say for it in questions, beside <see cref="All"/>; Vietnamese or English.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];
}

public sealed record ReportingRules
{
    public required IReadOnlyList<string> Verbs { get; init; }

    /// <summary>Verbs that report only where a recipient and a time follow ("gửi … trước ngày …").</summary>
    public required IReadOnlyList<string> Sendings { get; init; }

    public required IReadOnlyList<string> Frequencies { get; init; }

    /// <summary>Words before the agency that receives the report.</summary>
    public required IReadOnlyList<string> Towards { get; init; }

    /// <summary>Phrases with a reporting verb that are no duty.</summary>
    public required IReadOnlyList<string> None { get; init; }
}

public sealed record FundingRules
{
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Names of sources of money.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Those of them that count only where no other is named.</summary>
    public IReadOnlyList<string> Generic { get; init; } = [];
}

public sealed record IndustryRules
{
    /// <summary>Phrases that announce industries put first.</summary>
    public required IReadOnlyList<string> Cues { get; init; }

    /// <summary>Words after which the names are listed.</summary>
    public required IReadOnlyList<string> ListStarts { get; init; }

    /// <summary>Words behind such a phrase that begin no name.</summary>
    public required IReadOnlyList<string> NoNames { get; init; }

    /// <summary>Words for industries as a whole, which stand for names where there are none.</summary>
    public required IReadOnlyList<string> Categories { get; init; }
}

/// <summary><c>industries.yaml</c>.</summary>
public sealed record IndustriesData(IReadOnlyList<Industry> Industries);

public sealed record Industry(string Id, string Name, string English, IReadOnlyList<string>? Aliases);
