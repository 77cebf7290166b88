using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.LookUp;

/// <summary>Which responsibilities are asked for; null and none stand for all.</summary>
public sealed record ResponsibilityFilter
{
    public AgencyChoice? Agency { get; init; }

    public IReadOnlyList<ProvinceFilter> Provinces { get; init; } = [];

    public AgencyRole? Role { get; init; }

    /// <summary>A kind of task of the language data.</summary>
    public TaskKind? Task { get; init; }

    /// <returns>By agency, in the order of the data; within one by province, then as they are read.</returns>
    public IReadOnlyList<Responsibility> Select(KnowledgeSnapshot knowledge)
    {
        var order = knowledge.Gazetteer.Agencies.Select((agency, place) => (agency.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return
        [
            .. knowledge.Facts.OfType<Responsibility>()
                // Guidance tells how things are done, and charges nobody.
                .Where(fact => fact.Document.Metadata.Kind != DocumentKind.Guidance
                    && (Role is null || fact.Role == Role)
                    && (Agency is null || Agency.Holds(fact.Agency))
                    && (Provinces.Count == 0 || Provinces.Any(province => province.Holds(fact.Document, knowledge.Gazetteer)))
                    && (Task is null || knowledge.TaskKindsOf(fact).Contains(Task)))
                .DistinctBy(fact => (fact.Document.Id, fact.Agency.Id, fact.Agency.Name, fact.Role, fact.Task))
                .Select((fact, place) => (fact, place))
                .OrderBy(row => order.GetValueOrDefault(row.fact.Agency.Id, int.MaxValue))
                .ThenBy(row => row.fact.Agency.Id, StringComparer.Ordinal)
                .ThenBy(row => VietnameseText.Fold(row.fact.Document.Metadata.Province?.Value ?? ""), StringComparer.Ordinal)
                .ThenBy(row => row.place)
                .Select(row => row.fact),
        ];
    }
}
