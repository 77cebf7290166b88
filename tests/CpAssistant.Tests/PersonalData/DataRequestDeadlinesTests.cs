using CpAssistant.PersonalData;

namespace CpAssistant.Tests.PersonalData;

public sealed class DataRequestDeadlinesTests
{
    [Theory]
    [InlineData(DataRequestKind.View, "2026-11-20", "2026-11-24", "2026-11-30")]
    [InlineData(DataRequestKind.Correct, "2026-11-23", "2026-11-25", "2026-12-03")]
    [InlineData(DataRequestKind.Supply, "2026-11-21", "2026-11-24", "2026-12-01")]
    [InlineData(DataRequestKind.Withdraw, "2026-11-20", "2026-11-24", "2026-12-05")]
    [InlineData(DataRequestKind.Objection, "2026-12-31", "2027-01-05", "2027-01-15")]
    [InlineData(DataRequestKind.Erase, "2026-08-31", "2026-09-04", "2026-09-20")]
    public void Time_limits_count_working_days_to_acknowledge_and_calendar_days_to_comply(DataRequestKind kind, string received, string acknowledge, string due)
    {
        var (acknowledgeBy, dueOn) = DataRequestDeadlines.Of(kind, DateOnly.Parse(received, null), TestKnowledge.Shipped.Calendar);

        Assert.Equal((acknowledge, due), (acknowledgeBy.ToString("O", null), dueOn.ToString("O", null)));
    }
}
