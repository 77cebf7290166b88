using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.LookUp;

/// <summary>The bodies that somebody means by a name: old or new, whole or abbreviated, or words out of it.</summary>
public sealed class AgencyChoice
{
    private readonly Predicate<Agency> _holds;

    private AgencyChoice(string name, Agency? known, Predicate<Agency> holds)
    {
        Name = name;
        Known = known;
        _holds = holds;
    }

    /// <summary>The name of the body that is meant, or the words as they were typed.</summary>
    public string Name { get; }

    /// <summary>The body, where it is one only.</summary>
    public Agency? Known { get; }

    /// <summary>The province named behind the body ("Sở Công Thương Long An"); null where none is.</summary>
    public ProvinceFilter? Place { get; private init; }

    /// <param name="written">A body as a document names it.</param>
    public bool Holds(Agency written) => _holds(written);

    /// <param name="name">An id, which means this body alone; or a name in any spelling, with a province behind it or without, which means also what has gone into it.</param>
    /// <param name="written">Bodies that the documents name.</param>
    /// <returns>Null where no body is called so.</returns>
    public static AgencyChoice? Find(string name, Gazetteer gazetteer, IEnumerable<Agency> written)
    {
        var id = name.Trim();
        if (gazetteer.FindAgency(id) is { } byId)
        {
            return Exactly(byId);
        }

        var tokens = Analyzer.Exact.Analyze(name);
        if (tokens.Count == 0)
        {
            return null;
        }

        if (gazetteer.AgencyAt(tokens, 0) is { } match && (match.End == tokens.Count || PlaceBehind(tokens, match.End, gazetteer) is not null))
        {
            return Of(match.Value, gazetteer, PlaceBehind(tokens, match.End, gazetteer));
        }

        var agencies = written.DistinctBy(agency => agency.Id).ToList();
        return agencies.Find(agency => agency.Id == id) is { } shaped ? Exactly(shaped)
            : agencies.Where(agency => HasWords(agency.Name, tokens)).ToList() is { Count: > 0 } named ? Of(name.Trim(), named, gazetteer)
            : null;
    }

    private static AgencyChoice Exactly(Agency agency) => new(agency.Name, agency, other => other.Id == agency.Id);

    private static AgencyChoice Of(Agency agency, Gazetteer gazetteer, ProvinceFilter? place) =>
        new(agency.Name, agency, other => gazetteer.Means(agency, other)) { Place = place };

    private static AgencyChoice Of(string words, List<Agency> agencies, Gazetteer gazetteer) =>
        agencies is [var only] ? Of(only, gazetteer, null) : new(words, null, other => agencies.Exists(agency => agency.Id == other.Id));

    private static ProvinceFilter? PlaceBehind(IReadOnlyList<Token> tokens, int first, Gazetteer gazetteer) =>
        first < tokens.Count ? ProvinceFilter.Find(string.Join(' ', tokens.Skip(first).Select(token => token.Term)), gazetteer) : null;

    /// <summary>Whether the words stand in a name one after another.</summary>
    private static bool HasWords(string name, IReadOnlyList<Token> words)
    {
        var own = Analyzer.Exact.Analyze(name);
        return Enumerable.Range(0, Math.Max(0, own.Count - words.Count + 1))
            .Any(first => words.Select((word, i) => VietnameseText.CanStandFor(word.Term, own[first + i].Term)).All(fits => fits));
    }
}
