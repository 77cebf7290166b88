using CpAssistant.Core.Answering;
using CpAssistant.Documents;
using CpAssistant.Figures;
using CpAssistant.TurnLog;

namespace CpAssistant.Pages.Console;

/// <summary>The figures of a time as tables in the words of a page, each number with the address of the list behind it.</summary>
internal sealed class FigureSections(ConsolePage page, Figures.Figures figures, KnowledgeSnapshot knowledge)
{
    /// <summary>Of industries, which people name in their own words.</summary>
    private const int MostRows = 40;

    private readonly FigureText _text = new(page.Language);
    private readonly FigureLinks _links = new(figures.Query);

    internal IEnumerable<FigureSection> OfTurns() =>
    [
        Turns("luot-theo-thang", T("Lượt hỏi theo tháng", "Questions by month"), T("Tháng", "Month"), "time", Months().Zip(figures.ByMonth, (month, row) => (FigureText.Month(month), row, _links.In(month), (string?)null))),
        Turns("luot-theo-kenh", T("Lượt hỏi theo kênh", "Questions by channel"), T("Kênh", "Channel"), "list", figures.ByChannel.Where(HasTurns).Select(row => (ChannelName(row.Key), row, _links.OfChannel(row.Key), (string?)null))),
        Turns("luot-theo-tinh", T("Lượt hỏi theo tỉnh", "Questions by province"), T("Tỉnh", "Province"), "list", figures.ByProvince.Where(HasTurns).Select(row => (ProvinceName(row.Key), row, _links.OfProvince(row.Key), (string?)null)))
            with { Hint = T("Lượt hỏi nêu nhiều tỉnh được đếm cho từng tỉnh.", "A question that names several provinces counts for each.") },
        Turns("luot-theo-loai", T("Lượt hỏi theo loại câu hỏi", "Questions by kind"), T("Loại câu hỏi", "Kind of question"), "list", figures.ByKind.Where(HasTurns).Select(row => (page.T(TurnText.Intents.NameOf(row.Key)), row, _links, (string?)row.Key))),
        Cited(),
    ];

    internal IEnumerable<FigureSection> OfEnquiries() =>
    [
        Enquiries("phieu-theo-thang", T("Phiếu theo tháng", "Enquiries by month"), T("Tháng", "Month"), "time", Months().Zip(figures.ByMonth, (month, row) => (FigureText.Month(month), row, _links.In(month), (string?)null))),
        Enquiries("phieu-theo-kenh", T("Phiếu theo kênh", "Enquiries by channel"), T("Kênh", "Channel"), "list", figures.ByChannel.Where(HasEnquiries).Select(row => (ChannelName(row.Key), row, _links.OfChannel(row.Key), (string?)null))),
        Enquiries("phieu-theo-tinh", T("Phiếu theo tỉnh", "Enquiries by province"), T("Tỉnh", "Province"), "list", figures.ByProvince.Where(HasEnquiries).Select(row => (ProvinceName(row.Key), row, _links.OfProvince(row.Key), (string?)null))),
        Enquiries("phieu-theo-nganh", T("Phiếu theo ngành", "Enquiries by industry"), T("Ngành", "Industry"), "list", figures.ByIndustry.Where(HasEnquiries).Select(row => (row.Key.Length == 0 ? NoneNamed : row.Key, row, _links, (string?)row.Key))),
    ];

    /// <param name="before">The same of a year before.</param>
    internal IReadOnlyList<KeyFigure> Key((TurnFigures Turns, EnquiryFigures Enquiries) before)
    {
        var (turns, enquiries) = (figures.Turns, figures.Enquiries);
        return
        [
            Count(T("Lượt hỏi", "Questions"), turns.Turns, before.Turns.Turns, _links.Turns(), null),
            Count(T("Đã trả lời", "Answered"), turns.Answered, before.Turns.Answered, _links.Turns(Outcome.Answered), OfTurns(turns.Answered)),
            new(T("Trả lời của Văn phòng", "The office's answers"), _text.Number(figures.ByOffice), null, T("trong số đã trả lời", "of those answered"), ""),
            Count(T("Hỏi lại", "Asked back"), turns.AskedBack, before.Turns.AskedBack, _links.Turns(Outcome.Clarification), OfTurns(turns.AskedBack)),
            Count(T("Không tìm thấy", "Not found"), turns.NotFound, before.Turns.NotFound, _links.Turns(Outcome.NotFound), OfTurns(turns.NotFound)),
            new(
                T("Hài lòng", "Satisfied"),
                turns.Satisfaction is { } share ? _text.Percent(share) : "–",
                turns.Satisfaction is null ? null : _links.Turns(vote: turns.Helpful > 0 ? TurnVote.Helpful : TurnVote.Unhelpful),
                T($"{_text.Number(turns.Helpful)} trên {_text.Number(turns.Helpful + turns.Unhelpful)} lượt đánh giá", $"{_text.Number(turns.Helpful)} of {_text.Number(turns.Helpful + turns.Unhelpful)} votes"),
                Compared(before.Turns.Satisfaction is { } earlier ? (_text.Percent(earlier), turns.Satisfaction is { } now ? _text.Difference(now, earlier) : null) : null)),
            Count(T("Phiếu gửi Văn phòng", "Enquiries to the office"), enquiries.Opened, before.Enquiries.Opened, _links.Enquiries(), null),
            Count(T("Phiếu đã trả lời", "Enquiries answered"), enquiries.Answered, before.Enquiries.Answered, _links.Enquiries(answered: true), OfEnquiries(enquiries.Answered)),
            Count(T("Phiếu trễ hạn", "Enquiries late"), enquiries.Overdue, before.Enquiries.Overdue, _links.Enquiries(late: true), OfEnquiries(enquiries.Overdue)),
            new(
                T("Thời gian trả lời phiếu", "Time to answer"),
                enquiries.MedianToAnswer is { } median ? _text.Duration(median) : "–",
                enquiries.MedianToAnswer is null ? null : _links.Enquiries(answered: true),
                T("trung vị, từ lúc gửi đến câu trả lời đầu", "median, from sending to the first answer"),
                Compared(before.Enquiries.MedianToAnswer is { } took ? (_text.Duration(took), enquiries.MedianToAnswer is { } takes ? _text.Difference(takes, took) : null) : null)),
        ];

        string OfTurns(long part) => T($"{_text.Share(part, turns.Turns)} số lượt", $"{_text.Share(part, turns.Turns)} of all");
        string OfEnquiries(long part) => T($"{_text.Share(part, enquiries.Opened)} số phiếu", $"{_text.Share(part, enquiries.Opened)} of all");
    }

    private KeyFigure Count(string name, long now, long before, string address, string? beside) =>
        new(name, _text.Number(now), now == 0 ? null : address, beside, Compared((_text.Number(before), before == 0 ? null : _text.Difference(now, before))));

    /// <returns>"cùng kỳ 2025: 1.204 · +12 (+1 %)".</returns>
    private string Compared((string Then, string? Difference)? before) => before is not { } known ? Then("–")
        : Then(known.Then) + (known.Difference is null ? "" : $" · {known.Difference}");

    private string Then(string text) => T($"cùng kỳ {figures.Query.Period.Year - 1}: {text}", $"same of {figures.Query.Period.Year - 1}: {text}");

    private FigureSection Turns(string id, string title, string rows, string chart, IEnumerable<(string Name, FigureRow Row, FigureLinks Links, string? Intent)> lines) => new(
        id,
        title,
        rows,
        chart,
        [
            new(T("Lượt hỏi", "Questions")),
            new(T("Đã trả lời", "Answered"), "answered"),
            new(T("Hỏi lại", "Asked back"), "asked"),
            new(T("Không tìm thấy", "Not found"), "missing"),
            new(T("Chuyển Văn phòng", "To the office"), "handed"),
            new(T("Xã giao", "Small talk"), "small"),
            new(T("Hữu ích", "Helpful")),
            new(T("Chưa hữu ích", "Not helpful")),
            new(T("Hài lòng", "Satisfied")),
        ],
        [
            .. lines.Select(line => new FigureLine(
                line.Name,
                [
                    Cell(line.Row.Turns.Turns, line.Links.Turns(intent: line.Intent)),
                    Cell(line.Row.Turns.Answered, line.Links.Turns(Outcome.Answered, intent: line.Intent)),
                    Cell(line.Row.Turns.AskedBack, line.Links.Turns(Outcome.Clarification, intent: line.Intent)),
                    Cell(line.Row.Turns.NotFound, line.Links.Turns(Outcome.NotFound, intent: line.Intent)),
                    Cell(line.Row.Turns.HandedOver, line.Links.Turns(Outcome.Handoff, intent: line.Intent)),
                    Cell(line.Row.Turns.SmallTalk, line.Links.Turns(Outcome.SmallTalk, intent: line.Intent)),
                    Cell(line.Row.Turns.Helpful, line.Links.Turns(vote: TurnVote.Helpful, intent: line.Intent)),
                    Cell(line.Row.Turns.Unhelpful, line.Links.Turns(vote: TurnVote.Unhelpful, intent: line.Intent)),
                    new(line.Row.Turns.Satisfaction is { } share ? _text.Percent(share) : "–"),
                ])),
        ]);

    private FigureSection Enquiries(string id, string title, string rows, string chart, IEnumerable<(string Name, FigureRow Row, FigureLinks Links, string? Industry)> lines)
    {
        IReadOnlyList<FigureLine> all =
        [
            .. lines.Select(line => new FigureLine(
                line.Name,
                [
                    Cell(line.Row.Enquiries.Opened, line.Links.Enquiries(industry: line.Industry)),
                    Cell(line.Row.Enquiries.Answered, line.Links.Enquiries(answered: true, industry: line.Industry)),
                    Cell(line.Row.Enquiries.Overdue, line.Links.Enquiries(late: true, industry: line.Industry)),
                    new(line.Row.Enquiries.MedianToAnswer is { } median ? _text.Duration(median) : "–"),
                ])),
        ];
        return new(
            id,
            title,
            rows,
            chart,
            [
                new(T("Phiếu", "Enquiries"), "opened"),
                new(T("Đã trả lời", "Answered"), "answered"),
                new(T("Trễ hạn", "Late"), "late"),
                new(T("Thời gian trả lời (trung vị)", "Time to answer (median)")),
            ],
            [.. all.OrderByDescending(line => chart == "time" ? 0 : line.Cells[0].Value).Take(MostRows)],
            Math.Max(0, all.Count - MostRows));
    }

    private FigureSection Cited() => new(
        "duoc-dan",
        T("Điều khoản được dẫn nhiều nhất", "Provisions cited most"),
        T("Điều khoản được dẫn trong câu trả lời", "Provision cited in answers"),
        "list",
        [new(T("Lượt hỏi", "Questions"), "opened")],
        [
            .. figures.Cited.Select(cited => (Cited: cited, Document: knowledge.Documents.FirstOrDefault(document => document.Id == cited.Document)))
                .Select(line => new FigureLine(
                    Place(FigureText.TitleOf(knowledge, line.Cited.Document), line.Cited.Section),
                    [Cell(line.Cited.Count, _links.Turns(cited: line.Cited))],
                    Place(line.Document?.Metadata.Number?.Value ?? FigureText.TitleOf(knowledge, line.Cited.Document), line.Cited.Section),
                    line.Document is null ? null : SourceAddress.Of(line.Document),
                    IsVietnamese: true)),
        ]);

    private static string Place(string document, string section) => section.Length == 0 ? document : $"{document}, {section}";

    private IEnumerable<FigurePeriod> Months() => figures.Query.Period.EachMonth();

    private FigureCell Cell(long value, string address) => new(_text.Number(value), value, value == 0 ? null : address);

    private static bool HasTurns(FigureRow row) => row.Turns.Turns > 0;

    private static bool HasEnquiries(FigureRow row) => row.Enquiries.Opened > 0;

    private string ChannelName(string channel) => page.T(TurnText.Channels.NameOf(channel));

    private string ProvinceName(string province) => province.Length == 0 ? NoneNamed : province;

    private string NoneNamed => T("Không nêu", "None named");

    private string T(string vietnamese, string english) => page.T(vietnamese, english);
}
