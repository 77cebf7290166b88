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

    /// <param name="month">From 1; 13 for the first of the next year.</param>
    private DateOnly StartOf(int month)
    {
        var first = new DateOnly(Year, 1, 1).AddMonths(month - 1);
        return Calendar == PeriodCalendar.Months ? first : first.AddMonths(-1).AddDays(14);
    }
}
