using System.Globalization;
using CpAssistant.Core.Text;
using CpAssistant.Exports.Report;
using CpAssistant.Figures;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/bao-cao</c>: which period a report is made for.</summary>
public sealed class ReportModel(KnowledgeStore store, IServiceProvider services) : ConsolePage
{
    /// <summary>What the address asks for; the usual period where it asks for one that cannot be.</summary>
    internal ReportRequest Asked { get; private set; } = null!;

    internal bool HasFault { get; private set; }

    internal DateOnly Today { get; private set; }

    internal IReadOnlyList<ReportingHint> Hints { get; private set; } = [];

    /// <summary>Names of provinces, old and new, in the order of the alphabet.</summary>
    internal IEnumerable<string> Provinces => store.Current.Gazetteer.ProvinceNames.OrderBy(VietnameseText.Fold, StringComparer.Ordinal);

    internal IEnumerable<int> Years => Enumerable.Range(ReportRequest.FirstYear, ReportRequest.LastYear(Today) - ReportRequest.FirstYear + 1).Reverse();

    /// <summary>"6 tháng đầu năm 2026: từ ngày 01/01/2026 đến hết ngày 30/06/2026".</summary>
    internal string Days => T(
        $"{ReportPeriodText.Of(Asked.Period)}: từ ngày {EnquiryWords.Day(Asked.Period.From)} đến hết ngày {EnquiryWords.Day(Asked.Period.To)}",
        $"{ReportPeriodText.English(Asked.Period)}: from {EnquiryWords.Day(Asked.Period.From)} to the end of {EnquiryWords.Day(Asked.Period.To)}");

    /// <summary>The period is not over, so that the report would not be whole.</summary>
    internal bool IsRunning => Asked.Period.To >= Today;

    public void OnGet()
    {
        var knowledge = store.Current;
        Today = services.GetRequiredService<ReportFile>().Today;
        var asked = ReportRequest.Read(Request.Query, knowledge.Gazetteer, Today);
        HasFault = asked is null;
        Asked = asked ?? ReportRequest.Read(new QueryCollection(), knowledge.Gazetteer, Today)!;
        Hints = ReportingDuties.Of(knowledge);
    }

    internal static (string Vietnamese, string English) NameOf(PeriodCalendar calendar) => calendar switch
    {
        PeriodCalendar.Months => ("Tháng dương lịch (từ ngày 01)", "Calendar months (from the 1st)"),
        _ => ("Kỳ báo cáo theo Điều 12 Nghị định 09/2019/NĐ-CP (từ ngày 15)", "Reporting period, Decree 09/2019/NĐ-CP, Article 12 (from the 15th)"),
    };

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
