using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.LookUp;

/// <summary>A figure in a cell, with all places that say it.</summary>
/// <param name="Places">At least one; the same figure for the same years in the same words.</param>
public sealed record TargetEntry(IReadOnlyList<Target> Places)
{
    public Target Fact => Places[0];
}

/// <summary>One indicator in one year, province by province.</summary>
/// <param name="Key">See <see cref="TargetFilter.KeyOf"/>.</param>
/// <param name="Sample">A figure of the row; says what is measured.</param>
/// <param name="Year">Last year of the period; null where no year is given.</param>
/// <param name="Cells">One for each column; empty where the documents of a province set nothing.</param>
public sealed record TargetRow(string Key, Target Sample, int? Year, IReadOnlyList<IReadOnlyList<TargetEntry>> Cells);

/// <summary>What a province reports of an indicator, beside what it aims at.</summary>
/// <param name="Key">See <see cref="TargetFilter.KeyOf"/>.</param>
/// <param name="Results">The latest reported figures, at least one.</param>
/// <param name="Targets">Of the same province, measured the same way, for the first year that does not lie before the results, else for the last one.</param>
/// <param name="Proposals">The same of what is only proposed.</param>
/// <param name="National">Targets of the whole country.</param>
public sealed record ProgressRow(
    ProvinceColumn Province, string Key, IReadOnlyList<TargetEntry> Results, IReadOnlyList<TargetEntry> Targets, IReadOnlyList<TargetEntry> Proposals, IReadOnlyList<TargetEntry> National);

/// <summary>Figures side by side: what is aimed at, what is proposed and what is reported, never mixed.</summary>
/// <param name="Columns">Provinces, the whole country last where its texts set anything.</param>
/// <param name="Rows">By nature; a nature that is not asked for is left out.</param>
/// <param name="Progress">For provinces that have reported anything.</param>
/// <param name="Unreported">Provinces that have not, of the indicator that is asked for.</param>
public sealed record TargetTable(
    IReadOnlyList<ProvinceColumn> Columns, IReadOnlyDictionary<TargetNature, IReadOnlyList<TargetRow>> Rows, IReadOnlyList<ProgressRow> Progress, IReadOnlyList<ProvinceColumn> Unreported)
{
    public static TargetTable Of(KnowledgeSnapshot knowledge, TargetFilter filter)
    {
        var provinces = ProvinceColumn.Of(knowledge, filter.Provinces);
        var national = ProvinceColumn.National(knowledge);
        var facts = filter.Measured(knowledge).ToList();
        IReadOnlyList<ProvinceColumn> columns = knowledge.Facts.OfType<Target>().Any(national.Holds) ? [.. provinces, national] : provinces;
        var order = knowledge.Language.Facts.Targets.Indicators.Select((indicator, place) => (indicator.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        var natures = Enum.GetValues<TargetNature>().Where(nature => filter.Nature is null || filter.Nature == nature);
        // Progress needs all natures and years of what is measured.
        var measured = (filter with { Nature = null, Period = null }).Measured(knowledge).ToList();
        var reporting = measured.Where(fact => fact.Nature == TargetNature.Result).ToList();
        return new TargetTable(
            columns,
            natures.ToDictionary(nature => nature, nature => RowsOf([.. facts.Where(fact => fact.Nature == nature)], columns, order)),
            filter.Nature is null or TargetNature.Result
                ? [.. provinces.SelectMany(province => ProgressOf(province, national, measured, filter.Period, order))]
                : [],
            [.. provinces.Where(province => !reporting.Exists(province.Holds))]);
    }

    private static IReadOnlyList<TargetRow> RowsOf(List<Target> facts, IReadOnlyList<ProvinceColumn> columns, Dictionary<string, int> order) =>
    [
        .. facts.Where(fact => columns.Any(column => column.Holds(fact)))
            .GroupBy(TargetFilter.KeyOf)
            // What most provinces have comes first, what only the whole country has comes last.
            .OrderByDescending(same => columns.Count(column => !column.IsNational && same.Any(column.Holds)))
            .ThenBy(same => order.GetValueOrDefault(same.Key, int.MaxValue))
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .SelectMany(same => same
                .GroupBy(fact => PeriodFilter.YearOf(fact.Period))
                .OrderBy(year => year.Key ?? int.MaxValue)
                .Select(year => new TargetRow(same.Key, year.First(), year.Key, [.. columns.Select(column => EntriesOf(year.Where(column.Holds)))]))),
    ];

    private static List<TargetEntry> EntriesOf(IEnumerable<Target> facts) =>
        [.. facts.GroupBy(fact => (fact.Value.From, fact.Value.To, fact.Value.Unit, fact.Value.Bound, fact.Period, Words: fact.Document.Quote(fact.Clause))).Select(same => new TargetEntry([.. same]))];

    private static IEnumerable<ProgressRow> ProgressOf(ProvinceColumn province, ProvinceColumn national, List<Target> measured, PeriodFilter? period, Dictionary<string, int> order) =>
        from figures in measured.Where(province.Holds).GroupBy(TargetFilter.KeyOf).OrderBy(same => order.GetValueOrDefault(same.Key, int.MaxValue)).ThenBy(same => same.Key, StringComparer.Ordinal)
        let results = LatestOf(figures.Where(fact => fact.Nature == TargetNature.Result && (period is null || period.Holds(fact))))
        where results.Count > 0
        let units = results.Select(entry => entry.Fact.Value.Unit).ToHashSet()
        let aims = measured.Where(fact => TargetFilter.KeyOf(fact) == figures.Key && fact.Nature != TargetNature.Result && units.Contains(fact.Value.Unit)).ToList()
        select new ProgressRow(
            province,
            figures.Key,
            results,
            NextOf(aims.Where(fact => province.Holds(fact) && fact.Nature == TargetNature.Target), results),
            NextOf(aims.Where(fact => province.Holds(fact) && fact.Nature == TargetNature.Proposal), results),
            NextOf(aims.Where(fact => national.Holds(fact) && fact.Nature == TargetNature.Target), results));

    /// <summary>Of the first year that does not lie before the results, else of the last one.</summary>
    private static List<TargetEntry> NextOf(IEnumerable<Target> aims, List<TargetEntry> results)
    {
        var all = aims.ToList();
        var reached = PeriodFilter.YearOf(results[0].Fact.Period);
        var next = all.Where(fact => PeriodFilter.YearOf(fact.Period) >= reached).Min(fact => PeriodFilter.YearOf(fact.Period));
        return next is null ? LatestOf(all) : EntriesOf(all.Where(fact => PeriodFilter.YearOf(fact.Period) == next));
    }

    private static List<TargetEntry> LatestOf(IEnumerable<Target> facts)
    {
        var all = facts.ToList();
        var last = all.Max(fact => PeriodFilter.YearOf(fact.Period));
        return EntriesOf(all.Where(fact => PeriodFilter.YearOf(fact.Period) == last));
    }
}
