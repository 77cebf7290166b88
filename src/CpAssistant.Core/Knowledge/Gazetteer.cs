using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>A province as someone names it: a unit of today or one that has gone into it.</summary>
/// <param name="Name">The name used, in its proper spelling.</param>
/// <param name="Today">The unit of today.</param>
public sealed record Province(string Name, ProvinceUnit Today)
{
    /// <summary>Whether other units have gone into the unit of today, or this one into another.</summary>
    public bool Merged => Today.Former.Count > 1;
}

/// <summary>Provinces and agencies by every name they are known by.</summary>
public sealed class Gazetteer
{
    private readonly PhraseTable<Province> _provinces;
    private readonly PhraseTable<Agency> _agencies;
    private readonly Dictionary<string, Province> _provincesByName;
    private readonly Dictionary<string, Agency> _agenciesById;

    public Gazetteer(ProvincesData provinces, AgenciesData agencies)
    {
        Since = provinces.Since;
        Basis = provinces.Basis;
        _provincesByName = provinces.Provinces
            .SelectMany(unit => unit.Former.Append(unit.Name).Distinct().Select(name => new Province(name, unit)))
            .DistinctBy(province => province.Name)
            .ToDictionary(province => province.Name);
        _provinces = new PhraseTable<Province>(_provincesByName.Values.Select(province => (province.Name, province))
            .Concat(provinces.Aliases.SelectMany(pair => pair.Value.Select(alias => (alias, _provincesByName[pair.Key])))));
        _agenciesById = agencies.Agencies.ToDictionary(agency => agency.Id);
        _agencies = new PhraseTable<Agency>(agencies.Agencies.SelectMany(agency =>
            agency.Aliases.Append(agency.Name).Append(agency.English).Where(name => name.Length > 0).Distinct().Select(name => (name, agency))));
    }

    /// <summary>First day of the provinces of today.</summary>
    public DateOnly Since { get; }

    /// <summary>Legal basis of the provinces of today.</summary>
    public string Basis { get; }

    /// <summary>All names of provinces, old and new.</summary>
    public IEnumerable<string> ProvinceNames => _provincesByName.Keys;

    public Province? FindProvince(string name) => _provincesByName.GetValueOrDefault(name);

    public Agency? FindAgency(string id) => _agenciesById.GetValueOrDefault(id);

    /// <returns>The agency of today, through as many successors as there are; null where the agency has none.</returns>
    public (Agency Agency, AgencySuccessor Step)? SuccessorOf(Agency agency) =>
        agency.Successor is { } step && FindAgency(step.Id) is { } next ? (SuccessorOf(next)?.Agency ?? next, step) : null;

    /// <summary>All agencies, in the order of the data.</summary>
    public IEnumerable<Agency> Agencies => _agenciesById.Values;

    /// <summary>Whether an agency as asked for is the one of a document: itself, of the same group, or what has become of it.</summary>
    public bool Means(Agency asked, Agency written) =>
        asked.Id == written.Id || (asked.Group.Length > 0 && asked.Group == written.Group) || SuccessorOf(written)?.Agency.Id == asked.Id;

    /// <returns>Provinces in order of appearance. A name of one syllable counts only with its marks or a capital letter.</returns>
    public IReadOnlyList<PhraseMatch<Province>> ProvincesIn(string text, IReadOnlyList<Token> tokens) =>
        _provinces.FindAll(tokens).Where(match =>
            match.Count > 1 || VietnameseText.HasMarks(tokens[match.First].Term) || char.IsUpper(text[tokens[match.First].Start])).ToList() is { Count: > 0 } found
            ? found
            : [.. Enumerable.Range(0, tokens.Count).Where(first => char.IsUpper(text[tokens[first].Start])).Select(first => NearAt(tokens, first)).OfType<PhraseMatch<Province>>()];

    /// <returns>The province whose name differs from the words at a token by the tone of one syllable ("Quảng Ngải"); null where the words mean something else.</returns>
    private PhraseMatch<Province>? NearAt(IReadOnlyList<Token> tokens, int first)
    {
        for (var wrong = first; wrong < Math.Min(first + 3, tokens.Count); wrong++)
        {
            if (!VietnameseText.HasMarks(tokens[wrong].Term))
            {
                continue;
            }

            var bare = tokens.ToList();
            bare[wrong] = tokens[wrong] with { Term = VietnameseText.Fold(tokens[wrong].Term) };
            if (_provinces.FindAt(bare, first) is { Count: > 1 } match && wrong < match.End)
            {
                return match;
            }
        }

        return null;
    }

    /// <returns>Agencies in order of appearance.</returns>
    public IReadOnlyList<PhraseMatch<Agency>> AgenciesIn(IReadOnlyList<Token> tokens) => _agencies.FindAll(tokens);

    /// <returns>The agency whose name begins at a token.</returns>
    public PhraseMatch<Agency>? AgencyAt(IReadOnlyList<Token> tokens, int first) => _agencies.FindAt(tokens, first);

    /// <returns>The province whose name begins at a token.</returns>
    public PhraseMatch<Province>? ProvinceAt(IReadOnlyList<Token> tokens, int first) => _provinces.FindAt(tokens, first);
}
