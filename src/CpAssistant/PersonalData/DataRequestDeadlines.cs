using CpAssistant.Core.Knowledge;

namespace CpAssistant.PersonalData;

/// <summary>Time limits of Decree 356/2025/NĐ-CP: working days to acknowledge, calendar days to comply; the day of receipt does not count.</summary>
internal static class DataRequestDeadlines
{
    private const int AcknowledgeWorkingDays = 2;

    internal static (DateOnly AcknowledgeBy, DateOnly DueOn) Of(DataRequestKind kind, DateOnly received, WorkingCalendar calendar) =>
        (calendar.After(received, AcknowledgeWorkingDays), received.AddDays(DaysFor(kind)));

    internal static int DaysFor(DataRequestKind kind) => kind switch
    {
        DataRequestKind.View or DataRequestKind.Correct or DataRequestKind.Supply => 10,
        DataRequestKind.Withdraw or DataRequestKind.Objection => 15,
        _ => 20,
    };
}
