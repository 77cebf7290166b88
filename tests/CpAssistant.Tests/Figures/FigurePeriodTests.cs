using CpAssistant.Figures;

namespace CpAssistant.Tests.Figures;

public sealed class FigurePeriodTests
{
    [Theory]
    [InlineData(PeriodCalendar.Months, PeriodLength.Month, "2026-12-31", 2026, 12)]
    [InlineData(PeriodCalendar.Months, PeriodLength.Quarter, "2026-07-01", 2026, 3)]
    [InlineData(PeriodCalendar.Months, PeriodLength.HalfYear, "2026-06-30", 2026, 1)]
    [InlineData(PeriodCalendar.Months, PeriodLength.Year, "2026-06-30", 2026, 1)]
    [InlineData(PeriodCalendar.Reporting, PeriodLength.Month, "2026-06-14", 2026, 6)]
    [InlineData(PeriodCalendar.Reporting, PeriodLength.Month, "2026-06-15", 2026, 7)]
    [InlineData(PeriodCalendar.Reporting, PeriodLength.Month, "2026-12-31", 2027, 1)]
    [InlineData(PeriodCalendar.Reporting, PeriodLength.HalfYear, "2026-06-15", 2026, 2)]
    [InlineData(PeriodCalendar.Reporting, PeriodLength.Year, "2026-12-15", 2027, 1)]
    public void A_day_is_in_the_period_that_holds_it(PeriodCalendar calendar, PeriodLength length, string day, int year, int number)
    {
        var held = DateOnly.Parse(day, null);

        var period = FigurePeriod.Holding(calendar, length, held);

        Assert.Equal(new FigurePeriod(calendar, length, year, number), period);
        Assert.InRange(held, period.From, period.To);
    }

    [Theory]
    [InlineData(PeriodLength.Month, 2026, 1, -1, 2025, 12)]
    [InlineData(PeriodLength.Month, 2026, 12, 1, 2027, 1)]
    [InlineData(PeriodLength.Quarter, 2026, 4, 1, 2027, 1)]
    [InlineData(PeriodLength.HalfYear, 2026, 1, -1, 2025, 2)]
    [InlineData(PeriodLength.Year, 2026, 1, -1, 2025, 1)]
    public void Periods_follow_each_other_across_years(PeriodLength length, int year, int number, int by, int otherYear, int otherNumber)
    {
        var period = new FigurePeriod(PeriodCalendar.Reporting, length, year, number);

        var other = period.Shift(by);

        Assert.Equal(new FigurePeriod(PeriodCalendar.Reporting, length, otherYear, otherNumber), other);
        Assert.Equal(by < 0 ? period.From.AddDays(-1) : other.From.AddDays(-1), by < 0 ? other.To : period.To);
    }
}
