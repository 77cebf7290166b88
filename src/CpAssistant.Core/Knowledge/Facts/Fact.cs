using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Something a document says, read from one provision by a named rule.</summary>
public abstract record Fact
{
    public required Document Document { get; init; }

    public required Provision Provision { get; init; }

    /// <summary>The whole sentence or item that says it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The heading or lead-in sentence that completes it (its period, its agency); null where the span says all.</summary>
    public TextSpan? Context { get; init; }

    /// <summary>Name of the rule that read it.</summary>
    public required string Rule { get; init; }
}

public enum AgencyRole
{
    Lead,
    Support,
    Own,
}

/// <summary>How a task stands.</summary>
public enum DutyStanding
{
    /// <summary>The document charges the agency with it.</summary>
    Assigned,

    /// <summary>It is only proposed.</summary>
    Proposed,

    /// <summary>A report tells of it.</summary>
    Reported,
}

/// <summary>A task of an agency.</summary>
public sealed record Responsibility : Fact
{
    public required Agency Agency { get; init; }

    public required AgencyRole Role { get; init; }

    /// <summary>The words that say what is to be done.</summary>
    public required TextSpan Task { get; init; }

    public DutyStanding Standing { get; init; }

    /// <summary>Agencies it is done with.</summary>
    public IReadOnlyList<Agency> Partners { get; init; } = [];
}

public enum TargetNature
{
    Target,
    Proposal,
    Result,
}

/// <summary>A figure that is aimed at, proposed or reported.</summary>
public sealed record Target : Fact
{
    /// <summary>Null where no indicator of the data fits; then <see cref="Label"/> has the source's words.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>What the figure measures, in Vietnamese.</summary>
    public required string Label { get; init; }

    public required Quantity Value { get; init; }

    public Period? Period { get; init; }

    /// <summary>Whom or what it counts ("cơ sở sản xuất công nghiệp"), in the source's words; empty where not said.</summary>
    public string Scope { get; init; } = "";

    public required TargetNature Nature { get; init; }

    /// <summary>The part of the sentence that is about this figure.</summary>
    public required TextSpan Clause { get; init; }
}

/// <summary>Who reports to whom, and how often.</summary>
public sealed record ReportingDuty : Fact
{
    public IReadOnlyList<Agency> From { get; init; } = [];

    public IReadOnlyList<Agency> To { get; init; } = [];

    /// <summary>In the source's words ("định kỳ 6 tháng"); empty where not said.</summary>
    public required string Frequency { get; init; }
}

/// <summary>A source of money.</summary>
public sealed record FundingSource : Fact
{
    /// <summary>In the source's words.</summary>
    public required string Source { get; init; }

    public Quantity? Amount { get; init; }
}

/// <summary>Industries that a document puts first.</summary>
public sealed record PriorityIndustry : Fact
{
    /// <summary>In the source's words.</summary>
    public required string Name { get; init; }

    public Industry? Industry { get; init; }
}

/// <summary>What a document is: its number, date, signer and so on.</summary>
public sealed record DocumentFact : Fact
{
    /// <summary>number, date, issuer, signer, subject, legalGround, period, inForce, missingAnnex.</summary>
    public required string Name { get; init; }

    public required string Value { get; init; }
}
