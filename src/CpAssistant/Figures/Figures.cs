namespace CpAssistant.Figures;

/// <param name="Province">A name as it is logged; "" for what names none; null for all.</param>
/// <param name="Channel">"webchat", "directline", "telegram"; null for all.</param>
public sealed record FigureQuery(FigurePeriod Period, string? Province = null, string? Channel = null);

/// <summary>What was asked and what became of it in a time. The steps of the form for the office are no questions and are not counted.</summary>
/// <param name="Turns">All outcomes together.</param>
/// <param name="Helpful">Thumbs up.</param>
/// <param name="Unhelpful">Thumbs down.</param>
public sealed record TurnFigures(long Turns, long Answered, long AskedBack, long NotFound, long SmallTalk, long HandedOver, long Helpful, long Unhelpful)
{
    /// <summary>Share of the votes that are thumbs up, 0 to 1; null without votes.</summary>
    public double? Satisfaction => Helpful + Unhelpful == 0 ? null : (double)Helpful / (Helpful + Unhelpful);

    internal static TurnFigures None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);

    internal static TurnFigures Sum(IEnumerable<TurnFigures> figures) => figures.Aggregate(None, (a, b) => new TurnFigures(
        a.Turns + b.Turns,
        a.Answered + b.Answered,
        a.AskedBack + b.AskedBack,
        a.NotFound + b.NotFound,
        a.SmallTalk + b.SmallTalk,
        a.HandedOver + b.HandedOver,
        a.Helpful + b.Helpful,
        a.Unhelpful + b.Unhelpful));
}

/// <summary>Enquiries to the office that came in within a time.</summary>
/// <param name="Answered">Of them, those with an answer by now.</param>
/// <param name="Overdue">Of them, those answered, or closed without an answer, after the day they were due on, or still open after it.</param>
/// <param name="MedianToAnswer">From coming in to the first answer; null where none has one.</param>
public sealed record EnquiryFigures(long Opened, long Answered, long Overdue, TimeSpan? MedianToAnswer)
{
    internal static EnquiryFigures Of(IEnumerable<EnquiryCell> enquiries)
    {
        IReadOnlyList<EnquiryCell> all = [.. enquiries];
        IReadOnlyList<TimeSpan> waits = [.. all.Where(enquiry => enquiry.AnsweredAt is not null).Select(enquiry => enquiry.AnsweredAt!.Value - enquiry.OpenedAt).Order()];
        return new EnquiryFigures(all.Count, waits.Count, all.Count(enquiry => enquiry.IsLate), waits.Count == 0 ? null : (waits[(waits.Count - 1) / 2] + waits[waits.Count / 2]) / 2);
    }
}

/// <param name="Key">Month ("2026-06"), channel, province, industry or kind of question as it is stored; "" where none is known.</param>
public sealed record FigureRow(string Key, TurnFigures Turns, EnquiryFigures Enquiries);

/// <param name="Document">Id of the document ("long-an-86").</param>
/// <param name="Section">"VI. TỔ CHỨC THỰC HIỆN › 9".</param>
public sealed record CitedProvision(string Document, string Section, long Count);

/// <summary>All figures of a time.</summary>
/// <param name="ByProvince">A turn that names two provinces counts for both.</param>
/// <param name="ByIndustry">Enquiries only know it.</param>
/// <param name="ByKind">Turns only know it.</param>
/// <param name="Cited">The provisions of documents that answers cited, the most cited first; the office's own answers are not among them.</param>
public sealed record Figures(
    FigureQuery Query,
    TurnFigures Turns,
    EnquiryFigures Enquiries,
    IReadOnlyList<FigureRow> ByMonth,
    IReadOnlyList<FigureRow> ByChannel,
    IReadOnlyList<FigureRow> ByProvince,
    IReadOnlyList<FigureRow> ByIndustry,
    IReadOnlyList<FigureRow> ByKind,
    IReadOnlyList<CitedProvision> Cited)
{
    /// <summary>Turns whose answer was one that the office had approved, whatever documents say beside it.</summary>
    public long ByOffice { get; init; }
}
