using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.LookUp;

/// <summary>How many responsibilities an agency has in each province.</summary>
/// <param name="Agency">As the documents name it; bodies of several names that share an id, by the name that stands for them.</param>
/// <param name="Cells">One for each province, in the order of the columns.</param>
public sealed record AgencyRow(Agency Agency, IReadOnlyList<RoleCounts> Cells);

/// <param name="Lead">Tasks that it leads.</param>
/// <param name="Support">Tasks that it supports.</param>
/// <param name="Own">Tasks of its own.</param>
public sealed record RoleCounts(int Lead, int Support, int Own)
{
    public int All => Lead + Support + Own;

    public static RoleCounts Of(IEnumerable<Responsibility> facts)
    {
        var byRole = facts.CountBy(fact => fact.Role).ToDictionary();
        return new RoleCounts(byRole.GetValueOrDefault(AgencyRole.Lead), byRole.GetValueOrDefault(AgencyRole.Support), byRole.GetValueOrDefault(AgencyRole.Own));
    }
}

/// <summary>Agencies by provinces.</summary>
public static class AgencyOverview
{
    /// <param name="facts">As <see cref="ResponsibilityFilter.Select"/> gives them; their order is that of the rows.</param>
    public static IReadOnlyList<AgencyRow> Of(IEnumerable<Responsibility> facts, IReadOnlyList<ProvinceColumn> columns, Gazetteer gazetteer) =>
        [.. facts.GroupBy(fact => fact.Agency.Id).Select(agency => new AgencyRow(Named([.. agency.Select(fact => fact.Agency).DistinctBy(body => body.Name)], gazetteer), [.. columns.Select(column => RoleCounts.Of(agency.Where(column.Holds)))]))];

    private static Agency Named(List<Agency> bodies, Gazetteer gazetteer) => bodies is [var only] ? only : gazetteer.FindAgency(bodies[0].Id) ?? bodies[0];
}
