using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Search;

/// <summary>Which provisions may be found; null stands for any.</summary>
public sealed record ProvisionFilter
{
    public ProvinceFilter? Province { get; init; }

    /// <summary>Whether only texts of no province count.</summary>
    public bool NationwideOnly { get; init; }

    public DocumentKind? Kind { get; init; }

    /// <summary>Named by the provision or its headings, also as what it came from or has become.</summary>
    public Agency? Agency { get; init; }

    /// <summary>Of the document, exactly.</summary>
    public Period? Period { get; init; }

    /// <summary>In which the document was issued.</summary>
    public int? Year { get; init; }

    public bool IsEmpty => this == new ProvisionFilter();
}
