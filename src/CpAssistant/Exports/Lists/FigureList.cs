using CpAssistant.Core.Knowledge;
using CpAssistant.Figures;
using CpAssistant.KnowledgeBase;
using CpAssistant.Pages.Console;
using CpAssistant.Storage;

namespace CpAssistant.Exports.Lists;

/// <summary>The figures of a time, all tables of their page one below another.</summary>
internal static class FigureList
{
    internal static ListExport? Of(HttpContext context, ConsoleLanguage language)
    {
        var services = context.RequestServices;
        var knowledge = services.GetRequiredService<KnowledgeStore>().Current;
        var filters = new FigureFilters(context.Request.Query, knowledge.Gazetteer, VietnamTime.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()));
        if (filters.Faults.Count > 0)
        {
            return null;
        }

        var figures = services.GetRequiredService<FigureStore>().Of(filters.Query);
        return Of(
            [
                new Line(language.T("Cả kỳ", "Whole period"), NameOf(filters.Query, language), figures.Turns, figures.Enquiries, null),
                .. Lines(language.T("Tháng", "Month"), figures.ByMonth, key => key, language),
                .. Lines(language.T("Kênh", "Channel"), figures.ByChannel, key => language.T(TurnText.Channels.NameOf(key)), language),
                .. Lines(language.T("Tỉnh", "Province"), figures.ByProvince, key => key, language),
                .. Lines(language.T("Loại câu hỏi", "Kind of question"), figures.ByKind, key => language.T(TurnText.Intents.NameOf(key)), language),
                .. Lines(language.T("Ngành", "Industry"), figures.ByIndustry, key => key, language),
                .. figures.Cited.Select(cited => new Line(
                    language.T("Điều khoản được dẫn", "Provision cited"), $"{FigureText.TitleOf(knowledge, cited.Document)}, {cited.Section}", null, null, cited.Count)),
            ],
            language);
    }

    /// <returns>"2026-07-01 – 2026-12-31, Long An, Telegram".</returns>
    private static string NameOf(FigureQuery query, ConsoleLanguage language) => string.Join(", ", new[]
    {
        $"{Stored.Day(query.Period.From)} – {Stored.Day(query.Period.To)}",
        query.Province is "" ? language.T("không nêu tỉnh", "no province named") : query.Province,
        query.Channel is { } channel ? language.T(TurnText.Channels.NameOf(channel)) : null,
    }.OfType<string>());

    private static IEnumerable<Line> Lines(string table, IReadOnlyList<FigureRow> rows, Func<string, string> name, ConsoleLanguage language) =>
        rows.Select(row => new Line(table, row.Key.Length == 0 ? language.T("Không nêu", "None named") : name(row.Key), row.Turns, row.Enquiries, null));

    private static ListExport Of(IEnumerable<Line> lines, ConsoleLanguage language) => ListExport.Of(
        "so-lieu",
        language.T("Số liệu", "Figures"),
        [
            ListColumn.Text<Line>(language.T("Bảng", "Table"), line => line.Table),
            ListColumn.LongText<Line>(language.T("Mục", "Row"), line => line.Name),
            ListColumn.Number<Line>(language.T("Lượt hỏi", "Questions"), line => line.Turns?.Turns ?? line.Cited),
            ListColumn.Number<Line>(language.T("Đã trả lời", "Answered"), line => line.Turns?.Answered),
            ListColumn.Number<Line>(language.T("Hỏi lại", "Asked back"), line => line.Turns?.AskedBack),
            ListColumn.Number<Line>(language.T("Không tìm thấy", "Not found"), line => line.Turns?.NotFound),
            ListColumn.Number<Line>(language.T("Chuyển Văn phòng", "To the office"), line => line.Turns?.HandedOver),
            ListColumn.Number<Line>(language.T("Xã giao", "Small talk"), line => line.Turns?.SmallTalk),
            ListColumn.Number<Line>(language.T("Hữu ích", "Helpful"), line => line.Turns?.Helpful),
            ListColumn.Number<Line>(language.T("Chưa hữu ích", "Not helpful"), line => line.Turns?.Unhelpful),
            ListColumn.Share<Line>(language.T("Hài lòng", "Satisfied"), line => line.Turns?.Satisfaction),
            ListColumn.Number<Line>(language.T("Phiếu", "Enquiries"), line => line.Enquiries?.Opened),
            ListColumn.Number<Line>(language.T("Phiếu đã trả lời", "Enquiries answered"), line => line.Enquiries?.Answered),
            ListColumn.Number<Line>(language.T("Phiếu trễ hạn", "Enquiries late"), line => line.Enquiries?.Overdue),
            ListColumn.Number<Line>(language.T("Giờ đến câu trả lời (trung vị)", "Hours to an answer (median)"), line => line.Enquiries?.MedianToAnswer is { } median ? Math.Round(median.TotalHours, 1) : null),
        ],
        lines);

    private sealed record Line(string Table, string Name, TurnFigures? Turns, EnquiryFigures? Enquiries, long? Cited);
}
