using CpAssistant.Core.Knowledge;

namespace CpAssistant.Facts;

/// <summary>Kinds of facts, as <c>--kind</c> and <c>?kind=</c> name them.</summary>
public enum FactKind
{
    Responsibility,
    Target,
    Reporting,
    Funding,
    Industry,
    Document,
}

public static class FactKinds
{
    /// <summary>"responsibility|target|…".</summary>
    public static string Names { get; } = string.Join('|', Enum.GetNames<FactKind>()).ToLowerInvariant();

    public static FactKind? Find(string name) =>
        Enum.GetValues<FactKind>().Cast<FactKind?>().FirstOrDefault(kind => kind.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static FactKind Of(Fact fact) => fact switch
    {
        Responsibility => FactKind.Responsibility,
        Target => FactKind.Target,
        ReportingDuty => FactKind.Reporting,
        FundingSource => FactKind.Funding,
        PriorityIndustry => FactKind.Industry,
        DocumentFact => FactKind.Document,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "unknown kind of fact"),
    };
}
