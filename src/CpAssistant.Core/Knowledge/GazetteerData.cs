namespace CpAssistant.Core.Knowledge;

/// <summary><c>provinces.yaml</c>: the provinces of today and what they were formed from.</summary>
public sealed record ProvincesData
{
    /// <summary>Legal basis of the merger.</summary>
    public required string Basis { get; init; }

    /// <summary>First day of the provinces of today.</summary>
    public required DateOnly Since { get; init; }

    public required IReadOnlyList<ProvinceUnit> Provinces { get; init; }

    /// <summary>Other ways of writing a name, old or new, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A province or centrally run city of today.</summary>
/// <param name="Kind">"tỉnh" or "thành phố".</param>
/// <param name="Clause">Clause of Article 1 of the basis.</param>
/// <param name="Former">The units it was formed from, as they were called; itself among them where it existed.</param>
public sealed record ProvinceUnit(string Name, string Kind, int Clause, IReadOnlyList<string> Former, IReadOnlyList<ProvinceChange>? Changes);

/// <summary>A later change of a province's standing.</summary>
public sealed record ProvinceChange(DateOnly Date, string What, string English, string Basis);

/// <summary><c>agencies.yaml</c>.</summary>
public sealed record AgenciesData(IReadOnlyList<Agency> Agencies);

/// <summary>A body that documents give tasks to.</summary>
public sealed record Agency
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string English { get; init; } = "";

    /// <summary>national, ministry, province, district, commune, organization, enterprise or generic ("the departments concerned").</summary>
    public string Level { get; init; } = "province";

    /// <summary>Bodies that people mean by one word (the boards of parks and zones); empty where there is none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether the name only describes bodies that each have a name of their own (newspapers, district committees).</summary>
    public bool Descriptive { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the body is there for ("khu công nghiệp"): a question about it means this body among others that fit.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    public AgencySuccessor? Successor { get; init; }

    public Bilingual? Caution { get; init; }
}

/// <param name="Id">Id of the agency of today.</param>
/// <param name="Since">Null where no date is known for certain.</param>
public sealed record AgencySuccessor(string Id, DateOnly? Since, string Basis, bool Verified = true);

/// <summary>A text in both languages of the service.</summary>
public sealed record Bilingual(string Vi, string En);
