using System.Globalization;
using CpAssistant.Figures;
using CpAssistant.Learning;

namespace CpAssistant.Exports.Report;

/// <summary>The tables of a report.</summary>
internal static class ReportTables
{
    private const string Total = "Tổng số";
    private static readonly TurnFigures NoTurns = new(0, 0, 0, 0, 0, 0, 0, 0);
    private static readonly EnquiryFigures NoEnquiries = new(0, 0, 0, null);

    /// <returns>"tháng 6/2026" for "2026-06"; the key itself where it is none.</returns>
    internal static string Month(string key) =>
        DateOnly.TryParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? string.Create(CultureInfo.InvariantCulture, $"tháng {day.Month}/{day.Year}") : key;

    /// <returns>All months that have begun, those without anything too.</returns>
    internal static IReadOnlyList<(string Name, FigureRow Row)> Months(Figures.Figures figures, DateOnly today) => figures.Turns.Turns == 0 && figures.Enquiries.Opened == 0 ? [] :
    [
        .. figures.Query.Period.EachMonth().Where(month => month.From <= today).Select(month =>
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{month.Year}-{month.Number:00}");
            // A month of the reporting calendar is not the one its name says.
            var days = month.Calendar == PeriodCalendar.Reporting ? string.Create(CultureInfo.InvariantCulture, $" ({month.From:dd/MM}–{month.To:dd/MM})") : "";
            return (string.Create(CultureInfo.InvariantCulture, $"{month.Number}/{month.Year}{days}"), figures.ByMonth.FirstOrDefault(row => row.Key == key) ?? new FigureRow(key, NoTurns, NoEnquiries));
        }),
    ];

    /// <returns>What there is most of first; what has no name last.</returns>
    internal static IReadOnlyList<(string Name, FigureRow Row)> Named(IReadOnlyList<FigureRow> rows, Func<string, string> name, string none = "Không rõ") =>
    [
        .. rows.OrderBy(row => row.Key.Length == 0).ThenByDescending(row => row.Turns.Turns).ThenByDescending(row => row.Enquiries.Opened)
            .Select(row => (row.Key.Length == 0 ? none : name(row.Key), row)),
    ];

    /// <param name="total">Null where the rows do not sum up.</param>
    internal static ReportBlock.Table Turns(string caption, string heading, IReadOnlyList<(string Name, FigureRow Row)> rows, TurnFigures? total, string? note = null)
    {
        var shown = rows.Where(row => heading == "Tháng" || row.Row.Turns.Turns > 0).Select(row => Cells(row.Name, row.Row.Turns)).ToList();
        var hasTotal = total is not null && shown.Count > 0;
        return new ReportBlock.Table(
            caption,
            [new(heading, 26), Number("Tổng số"), Number("Trả lời được"), Number("Hỏi lại"), Number("Không tìm thấy"), Number("Chuyển Văn phòng"), Number("Xã giao"), Number("Tỷ lệ trả lời")],
            hasTotal ? [.. shown, Cells(Total, total!)] : shown,
            hasTotal,
            note);

        static ReportColumn Number(string heading) => new(heading, 11, IsNumber: true);

        static IReadOnlyList<string> Cells(string name, TurnFigures turns) =>
        [
            name, .. new[] { turns.Turns, turns.Answered, turns.AskedBack, turns.NotFound, turns.HandedOver, turns.SmallTalk }.Select(ReportText.Number), ReportText.Share(turns.Answered, turns.Turns),
        ];
    }

    /// <param name="total">Null where the rows do not sum up, or need not.</param>
    internal static ReportBlock.Table Enquiries(string caption, string heading, IReadOnlyList<(string Name, FigureRow Row)> rows, string? note, EnquiryFigures? total = null)
    {
        var shown = rows.Where(row => heading == "Tháng" || row.Row.Enquiries.Opened > 0).Select(row => Cells(row.Name, row.Row.Enquiries)).ToList();
        return new ReportBlock.Table(
            caption,
            [new(heading, 34), new("Tiếp nhận", 14, true), new("Đã trả lời", 14, true), new("Quá hạn", 14, true), new("Thời gian trả lời (trung vị)", 24)],
            total is null ? shown : [.. shown, Cells(Total, total)],
            total is not null,
            note);

        static IReadOnlyList<string> Cells(string name, EnquiryFigures enquiries) =>
        [
            name, ReportText.Number(enquiries.Opened), ReportText.Number(enquiries.Answered), ReportText.Number(enquiries.Overdue), enquiries.MedianToAnswer is { } median ? ReportText.Duration(median) : "–",
        ];
    }

    internal static ReportBlock.Table Cited(IReadOnlyList<CitedProvision> cited, IReadOnlyDictionary<string, string> documents) => new(
        "Quy định được hỏi nhiều nhất",
        [new("STT", 7, true), new("Văn bản", 45), new("Quy định", 36), new("Số lượt dẫn", 12, true)],
        [.. cited.Select((provision, i) => (IReadOnlyList<string>)[ReportText.Number(i + 1), documents.GetValueOrDefault(provision.Document, $"{provision.Document} (không còn trong hệ thống)"), provision.Section.Length > 0 ? provision.Section : "–", ReportText.Number(provision.Count)])]);

    internal static ReportBlock.Table Open(IReadOnlyList<OpenQuestion> questions) => new(
        "Những câu hỏi văn bản chưa trả lời được",
        [new("STT", 7, true), new("Câu hỏi", 43), new("Tỉnh", 14), new("Số lần", 9, true), new("Lần đầu", 14), new("Lần cuối", 14)],
        [.. questions.Select((question, i) => (IReadOnlyList<string>)[ReportText.Number(i + 1), question.Question, question.Province ?? "–", ReportText.Number(question.Count), ReportText.Day(question.First), ReportText.Day(question.Last)])]);
}
