using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Figures;
using CpAssistant.Storage;

namespace CpAssistant.Exports.Report;

/// <summary>Which report an address asks for.</summary>
/// <param name="Province">Null for all.</param>
internal sealed record ReportRequest(FigurePeriod Period, string? Province)
{
    internal const string Calendar = "lich";
    internal const string Length = "ky";
    internal const string Year = "nam";
    internal const string ProvinceKey = "tinh";

    internal const int FirstYear = 2020;

    internal static int LastYear(DateOnly today) => today.Year + 1;

    /// <returns>What the address asks for; what it leaves out is the last period that is over. Null where a value cannot be used.</returns>
    internal static ReportRequest? Read(IQueryCollection query, Gazetteer gazetteer, DateOnly today)
    {
        var usual = Usual(today);
        var province = query[ProvinceKey].ToString().Trim() is { Length: > 0 } name ? name : null;
        PeriodCalendar? calendar = query[Calendar].ToString() is { Length: > 0 } key ? Stored.Read<PeriodCalendar>(key) : usual.Calendar;
        (PeriodLength Length, int Number)? length = query[Length].ToString() switch
        {
            "" => (usual.Length, usual.Number),
            "6-thang-dau" => (PeriodLength.HalfYear, 1),
            "6-thang-cuoi" => (PeriodLength.HalfYear, 2),
            "nam" => (PeriodLength.Year, 1),
            _ => null,
        };
        int? year = query[Year].ToString() is { Length: > 0 } digits
            ? int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= FirstYear && number <= LastYear(today) ? number : null
            : usual.Year;
        return calendar is null || length is null || year is null || (province is not null && gazetteer.FindProvince(province) is null)
            ? null
            : new ReportRequest(new FigurePeriod(calendar.Value, length.Value.Length, year.Value, length.Value.Number), province);
    }

    /// <returns>As an address names the period's length.</returns>
    internal static string KeyOf(FigurePeriod period) => period.Length == PeriodLength.Year ? "nam" : period.Number == 1 ? "6-thang-dau" : "6-thang-cuoi";

    /// <returns>The last six months of calendar months that are over.</returns>
    private static FigurePeriod Usual(DateOnly today) => today.Month > 6
        ? new FigurePeriod(PeriodCalendar.Months, PeriodLength.HalfYear, today.Year, 1)
        : new FigurePeriod(PeriodCalendar.Months, PeriodLength.HalfYear, today.Year - 1, 2);
}
