namespace CpAssistant.Figures;

public enum PeriodCalendar
{
    /// <summary>From the first day of a month to the last.</summary>
    Months,

    /// <summary>As periodic reports to the state are counted: a month runs from the 15th of the month before to the 14th (Nghị định 09/2019/NĐ-CP, Điều 12).</summary>
    Reporting,
}

public enum PeriodLength
{
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>The time that figures are given for.</summary>
/// <param name="Number">Of the month, quarter or half in its year, from 1; 1 for a whole year.</param>
public sealed record FigurePeriod(PeriodCalendar Calendar, PeriodLength Length, int Year, int Number)
{
    /// <summary>Months in it.</summary>
    public int Months => Length switch { PeriodLength.Month => 1, PeriodLength.Quarter => 3, PeriodLength.HalfYear => 6, _ => 12 };

    /// <summary>Its first day, in Việt Nam.</summary>
    public DateOnly From => StartOf(((Number - 1) * Months) + 1);

    /// <summary>Its last day.</summary>
    public DateOnly To => StartOf((Number * Months) + 1).AddDays(-1);

    /// <returns>Its months, in order.</returns>
    public IEnumerable<FigurePeriod> EachMonth() =>
        Enumerable.Range(((Number - 1) * Months) + 1, Months).Select(month => new FigurePeriod(Calendar, PeriodLength.Month, Year, month));

    /// <returns>The one that a day is in.</returns>
    public static FigurePeriod Holding(PeriodCalendar calendar, PeriodLength length, DateOnly day)
    {
        var month = calendar == PeriodCalendar.Reporting && day.Day >= 15 ? day.AddDays(1 - day.Day).AddMonths(1) : day;
        var whole = new FigurePeriod(calendar, length, month.Year, 1);
        return whole with { Number = ((month.Month - 1) / whole.Months) + 1 };
    }

    /// <returns>The one so many of its length later; before it, where the number is below 0.</returns>
    public FigurePeriod Shift(int periods)
    {
        var first = new DateOnly(Year, ((Number - 1) * Months) + 1, 1).AddMonths(periods * Months);
        return this with { Year = first.Year, Number = ((first.Month - 1) / Months) + 1 };
    }

    /// <param name="month">From 1; 13 for the first of the next year.</param>
    private DateOnly StartOf(int month)
    {
        var first = new DateOnly(Year, 1, 1).AddMonths(month - 1);
        return Calendar == PeriodCalendar.Months ? first : first.AddMonths(-1).AddDays(14);
    }
}
