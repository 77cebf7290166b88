using CpAssistant.Exports.Report;
using CpAssistant.Figures;
using CpAssistant.Learning;

namespace CpAssistant.Tests.Exports.Report;

/// <summary>Figures of six months, made by hand.</summary>
internal static class SampleFigures
{
    internal static readonly FigurePeriod HalfYear = new(PeriodCalendar.Months, PeriodLength.HalfYear, 2026, 1);

    internal static readonly DateOnly Today = new(2026, 7, 3);

    internal static readonly AdministrativeHead Head = new(
        "Sở Công Thương tỉnh Long An", "Văn phòng Sản xuất sạch hơn trong công nghiệp", "……/BC-VPSXSH", "Long An", Today, "Báo cáo", ReportContent.Subject(new FigureQuery(HalfYear)),
        ["Sở Công Thương", "Ban Quản lý các khu công nghiệp tỉnh"], "VT, ……", "Chánh Văn phòng");

    internal static CpAssistant.Figures.Figures Empty(FigureQuery? query = null) => new(query ?? new FigureQuery(HalfYear), Turns(0, 0), new EnquiryFigures(0, 0, 0, null), [], [], [], [], [], []);

    /// <summary>1.234 turns, of which 87 were not found.</summary>
    internal static CpAssistant.Figures.Figures Full(FigureQuery? query = null) => new(
        query ?? new FigureQuery(HalfYear),
        new TurnFigures(1234, 900, 100, 87, 97, 50, 80, 15),
        new EnquiryFigures(45, 40, 3, TimeSpan.FromHours(29)),
        [Row("2026-01", 100, 5), Row("2026-02", 50, 1), Row("2026-03", 400, 40, 20), Row("2026-05", 300, 20, 15), Row("2026-06", 384, 21, 10)],
        [Row("webchat", 834, 50, 30), Row("telegram", 300, 30, 15), Row("directline", 100, 7)],
        [Row("Long An", 400, 20, 20), Row("Bến Tre", 200, 40, 10), Row("Đồng Tháp", 150, 3, 5), Row("An Giang", 9, 9), Row("", 475, 15, 10)],
        [Row("sản xuất bia", 0, 0, 12), Row("", 0, 0, 33)],
        [Row("Target", 500, 20), Row("ResponsibleAgency", 400, 30), Row("Passage", 234, 37), Row("Greeting", 100, 0)],
        [new CitedProvision("long-an-86", "VI. TỔ CHỨC THỰC HIỆN › 9", 1250), new CitedProvision("gone", "", 3)]);

    internal static CpAssistant.Figures.Figures Before(long turns) => Empty(new FigureQuery(HalfYear.Shift(-1))) with { Turns = Turns(turns, turns) };

    internal static ReportMaterial Material(CpAssistant.Figures.Figures figures, IReadOnlyList<OpenQuestion>? open = null, CpAssistant.Figures.Figures? before = null) => new(
        figures, before, open, new Dictionary<string, string> { ["long-an-86"] = "Chương trình sản xuất sạch hơn trong công nghiệp tỉnh Long An (số 86/QĐ-UBND)" }, Today);

    internal static OpenQuestion Question(string question, long count = 1, string? province = null) => new(question, count, new DateOnly(2026, 1, 5), new DateOnly(2026, 6, 28), province);

    private static FigureRow Row(string key, long turns, long notFound, long enquiries = 0) =>
        new(key, new TurnFigures(turns, turns - notFound, 0, notFound, 0, 0, 0, 0), new EnquiryFigures(enquiries, enquiries, 0, enquiries == 0 ? null : TimeSpan.FromHours(20)));

    private static TurnFigures Turns(long turns, long answered) => new(turns, answered, 0, 0, 0, 0, 0, 0);
}
