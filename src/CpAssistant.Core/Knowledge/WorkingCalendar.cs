namespace CpAssistant.Core.Knowledge;

/// <summary><c>holidays.yaml</c>: days on which offices in Việt Nam are closed beside Saturdays and Sundays.</summary>
/// <param name="Yearly">"09-02": the same day each year.</param>
/// <param name="Days">First and last day of holidays that move.</param>
/// <param name="Workdays">Saturdays and Sundays on which offices work in exchange.</param>
public sealed record HolidaysData(IReadOnlyList<string> Yearly, IReadOnlyList<HolidayData> Days, IReadOnlyList<DateOnly> Workdays);

/// <param name="To">Last day; null for one day.</param>
public sealed record HolidayData(string Name, DateOnly From, DateOnly? To);

/// <summary>Counts working days.</summary>
public sealed class WorkingCalendar(HolidaysData holidays)
{
    private readonly HashSet<string> _yearly = [.. holidays.Yearly];
    private readonly HashSet<DateOnly> _closed = [.. holidays.Days.SelectMany(DaysOf)];
    private readonly HashSet<DateOnly> _open = [.. holidays.Workdays];

    public bool IsWorkingDay(DateOnly day) =>
        _open.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_closed.Contains(day) && !_yearly.Contains(day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    /// <returns>The day by whose end so many working days after <paramref name="start"/> are over; the start itself does not count.</returns>
    public DateOnly After(DateOnly start, int workingDays)
    {
        var day = start;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static IEnumerable<DateOnly> DaysOf(HolidayData holiday)
    {
        for (var day = holiday.From; day <= (holiday.To ?? holiday.From); day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
