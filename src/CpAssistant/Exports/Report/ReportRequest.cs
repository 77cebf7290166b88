using CpAssistant.Core.Knowledge;
using CpAssistant.Figures;
using CpAssistant.Pages.Console;

namespace CpAssistant.Exports.Report;

/// <summary>Which report an address asks for, in the words of the page of figures.</summary>
/// <param name="Province">Null for all.</param>
internal sealed record ReportRequest(FigurePeriod Period, string? Province)
{
    internal const int FirstYear = 2020;

    internal static int LastYear(DateOnly today) => today.Year + 1;

    /// <returns>What the address asks for; where it names no time the last six months that are over. Null where a value cannot be used.</returns>
    internal static ReportRequest? Read(IQueryCollection query, Gazetteer gazetteer, DateOnly today)
    {
        var filters = new FigureFilters(query, gazetteer, today);
        var (period, province) = (filters.Query.Period, filters.Query.Province);
        period = query.ContainsKey(FigureFilters.Part) || query.ContainsKey(FigureFilters.Year) ? period : Holding(period.Calendar, today).Shift(-1);
        return filters.Faults.Count > 0 || province is "" || period.Length is not (PeriodLength.HalfYear or PeriodLength.Year) || period.Year < FirstYear || period.Year > LastYear(today)
            ? null
            : new ReportRequest(period, province);
    }

    private static FigurePeriod Holding(PeriodCalendar calendar, DateOnly today) => FigurePeriod.Holding(calendar, PeriodLength.HalfYear, today);
}
