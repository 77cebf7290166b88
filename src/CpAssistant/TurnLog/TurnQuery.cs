using CpAssistant.Core.Answering;

namespace CpAssistant.TurnLog;

/// <summary>Which turns are looked for; null stands for any.</summary>
public sealed record TurnQuery
{
    public DateTimeOffset? From { get; init; }

    /// <summary>Not included.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>"webchat", "directline", "telegram".</summary>
    public string? Channel { get; init; }

    /// <summary>A name of the gazetteer; turns that speak of others too are found as well. "" for turns that name none.</summary>
    public string? Province { get; init; }

    /// <summary>As the log names it: "AgencyDuties"; null for all but the steps of the form for the office, which are found by their own name only.</summary>
    public string? Intent { get; init; }

    public Outcome? Outcome { get; init; }

    public TurnVote? Vote { get; init; }

    /// <summary>0 to 1, included.</summary>
    public double? LeastConfidence { get; init; }

    /// <summary>0 to 1, included.</summary>
    public double? MostConfidence { get; init; }

    /// <summary>What the answer cites.</summary>
    public CitedPlace? Cited { get; init; }

    public TurnTextQuery Text { get; init; } = TurnTextQuery.None;
}

/// <param name="Document">Id of the document.</param>
/// <param name="Section">As citations name it: "VI. TỔ CHỨC THỰC HIỆN › 9".</param>
public sealed record CitedPlace(string Document, string Section);
