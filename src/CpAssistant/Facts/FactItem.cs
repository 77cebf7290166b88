using System.Text.Json.Serialization;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Facts;

/// <summary>A fact as it is given out.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ResponsibilityItem), "responsibility")]
[JsonDerivedType(typeof(TargetItem), "target")]
[JsonDerivedType(typeof(ReportingItem), "reporting")]
[JsonDerivedType(typeof(FundingItem), "funding")]
[JsonDerivedType(typeof(IndustryItem), "industry")]
[JsonDerivedType(typeof(DocumentItem), "document")]
public abstract class FactItem(Fact fact)
{
    /// <summary>The file's name.</summary>
    [JsonPropertyOrder(-1)]
    public string Document { get; } = fact.Document.File;

    /// <summary>Null for a national document.</summary>
    [JsonPropertyOrder(-1)]
    public string? Province { get; } = fact.Document.Metadata.Province?.Value;

    [JsonPropertyOrder(-1)]
    public string? Number { get; } = fact.Document.Metadata.Number?.Value;

    [JsonPropertyOrder(-1)]
    public string Section { get; } = fact.Document.SectionOf(fact.Provision);

    /// <summary>The whole sentence or item that says it; empty where only the front matter does.</summary>
    [JsonPropertyOrder(1)]
    public string Quote { get; } = fact.Document.Quote(fact.Span);

    /// <summary>Offset of the quote in the file's text, in UTF-16 units; null where there is no quote.</summary>
    [JsonPropertyOrder(1)]
    public int? Start { get; } = fact.Span.Length > 0 ? fact.Span.Start : null;

    [JsonPropertyOrder(1)]
    public int? End { get; } = fact.Span.Length > 0 ? fact.Span.End : null;

    [JsonPropertyOrder(1)]
    public SourceKind Source { get; } = fact.Document.Metadata.Source;

    /// <summary>Name of the rule that read it.</summary>
    [JsonPropertyOrder(1)]
    public string Rule { get; } = fact.Rule;

    public static FactItem Of(Fact fact) => fact switch
    {
        Responsibility responsibility => new ResponsibilityItem(responsibility),
        Target target => new TargetItem(target),
        ReportingDuty duty => new ReportingItem(duty),
        FundingSource funding => new FundingItem(funding),
        PriorityIndustry industry => new IndustryItem(industry),
        DocumentFact document => new DocumentItem(document),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "unknown kind of fact"),
    };
}

public sealed class ResponsibilityItem(Responsibility fact) : FactItem(fact)
{
    public string Agency { get; } = fact.Agency.Name;

    public string AgencyId { get; } = fact.Agency.Id;

    public AgencyRole Role { get; } = fact.Role;

    public DutyStanding Standing { get; } = fact.Standing;

    public string Task { get; } = fact.Document.Quote(fact.Task);

    public IReadOnlyList<string> Partners { get; } = [.. fact.Partners.Select(agency => agency.Name)];
}

public sealed class TargetItem(Target fact) : FactItem(fact)
{
    /// <summary>What the figure measures, in Vietnamese.</summary>
    public string Indicator { get; } = fact.Indicator?.Vi ?? fact.Label;

    /// <summary>Null where no indicator of the language data fits.</summary>
    public string? IndicatorId { get; } = fact.Indicator?.Id;

    public Figure Value { get; } = Figure.Of(fact.Value);

    public string Unit { get; } = fact.Value.Unit;

    public Bound Bound { get; } = fact.Value.Bound;

    public Period? Period { get; } = fact.Period;

    public TargetNature Nature { get; } = fact.Nature;

    public string Scope { get; } = fact.Scope;
}

public sealed class ReportingItem(ReportingDuty fact) : FactItem(fact)
{
    public IReadOnlyList<string> From { get; } = [.. fact.From.Select(agency => agency.Name)];

    public IReadOnlyList<string> To { get; } = [.. fact.To.Select(agency => agency.Name)];

    public string Frequency { get; } = fact.Frequency;
}

public sealed class FundingItem(FundingSource fact) : FactItem(fact)
{
    public string FundingSource { get; } = fact.Source;

    public FundingAmount? Amount { get; } = fact.Amount is { } amount ? new FundingAmount(Figure.Of(amount), amount.Unit, amount.Bound) : null;
}

public sealed record FundingAmount(Figure Value, string Unit, Bound Bound);

public sealed class IndustryItem(PriorityIndustry fact) : FactItem(fact)
{
    /// <summary>In the source's words.</summary>
    public string Industry { get; } = fact.Name;

    public string? IndustryId { get; } = fact.Industry?.Id;
}

public sealed class DocumentItem(DocumentFact fact) : FactItem(fact)
{
    public string Name { get; } = fact.Name;

    public string Value { get; } = fact.Value;
}
