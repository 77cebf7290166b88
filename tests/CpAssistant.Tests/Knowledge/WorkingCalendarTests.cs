using System.Globalization;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

public sealed class WorkingCalendarTests
{
    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")] // over a weekend
    [InlineData("2026-11-21", 5, "2026-11-27")] // from a Saturday on
    [InlineData("2026-11-20", 5, "2026-11-27")]
    [InlineData("2026-12-30", 2, "2027-01-04")] // New Year
    [InlineData("2026-02-13", 1, "2026-02-23")] // Tết
    [InlineData("2026-04-29", 1, "2026-05-04")] // 30/4, 1/5 and a weekend
    [InlineData("2026-08-21", 1, "2026-08-22")] // a Saturday worked in exchange
    [InlineData("2030-08-30", 1, "2030-09-03")] // a year of which only the fixed days are known
    public void Days_are_counted_as_offices_work(string start, int days, string end) =>
        Assert.Equal(Day(end), TestKnowledge.Shipped.Calendar.After(Day(start), days));

    [Fact]
    public void The_shipped_days_are_in_order_and_no_exchange_day_is_a_weekday()
    {
        var data = TestKnowledge.Shipped.Language.Holidays;

        Assert.All(data.Days, holiday => Assert.True(holiday.To is null || holiday.To > holiday.From));
        Assert.All(data.Workdays, day => Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
