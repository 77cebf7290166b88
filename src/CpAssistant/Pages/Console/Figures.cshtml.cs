using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Figures;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/so-lieu</c>: what was asked and what became of it within a time.</summary>
public sealed class FiguresModel(FigureStore store, KnowledgeStore knowledge, TimeProvider time) : ConsolePage
{
    internal FigureFilters Filters { get; private set; } = null!;

    internal FigureQuery Query => Filters.Query;

    internal FigureText Words { get; private set; } = null!;

    internal IReadOnlyList<KeyFigure> Main { get; private set; } = [];

    internal IReadOnlyList<FigureSection> OfTurns { get; private set; } = [];

    internal IReadOnlyList<FigureSection> OfEnquiries { get; private set; } = [];

    /// <summary>Names of provinces, old and new, in the order of the alphabet.</summary>
    internal IEnumerable<string> Provinces => knowledge.Current.Gazetteer.ProvinceNames.OrderBy(VietnameseText.Fold, StringComparer.Ordinal);

    public void OnGet()
    {
        Filters = new FigureFilters(Request.Query, knowledge.Current.Gazetteer, VietnamTime.DayOf(time.GetUtcNow()));
        Words = new FigureText(Language);
        var sections = new FigureSections(this, store.Of(Query), knowledge.Current);
        Main = sections.Key(store.TotalsOf(Query with { Period = YearBefore }));
        OfTurns = [.. sections.OfTurns()];
        OfEnquiries = [.. sections.OfEnquiries()];
    }

    internal FigurePeriod YearBefore => Query.Period with { Year = Query.Period.Year - 1 };

    /// <returns>The same figures of another time; null where no year is so far away.</returns>
    internal string? AddressOf(FigurePeriod period) => FigureFilters.IsYear(period.Year) ? Accounts.ConsoleAddress.Figures + FigureFilters.Address(Query with { Period = period }) : null;

    internal string NameOf(string filter) => filter switch
    {
        FigureFilters.Calendar => T("Cách tính tháng", "Months"),
        FigureFilters.Part => T("Kỳ", "Period"),
        FigureFilters.Year => T("Năm", "Year"),
        FigureFilters.Province => T("Tỉnh", "Province"),
        _ => T("Kênh", "Channel"),
    };

    internal string CalendarName(PeriodCalendar calendar) => calendar == PeriodCalendar.Months
        ? T("Tháng dương lịch", "Calendar months")
        : T("Kỳ báo cáo (NĐ 09/2019)", "Reporting periods (Decree 09/2019)");
}
