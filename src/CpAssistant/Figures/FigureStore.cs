using CpAssistant.Core.Knowledge;
using CpAssistant.Enquiries;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Figures;

/// <summary>Reads the kept figures: turns from cells of half months (schema 0009), enquiries from their own rows.</summary>
public sealed class FigureStore(Database database, TimeProvider time)
{
    /// <summary>So many provisions are named.</summary>
    public const int MostCited = 20;

    private const string Restriction =
        """
         WHERE slot >= @first AND slot < @after AND (@Channel IS NULL OR channel = @Channel)
            AND (@Province IS NULL OR province = @Province OR (@Province <> '' AND instr(', ' || province || ', ', ', ' || @Province || ', ') > 0))
        """;

    /// <summary>Answers of the office are cited like documents.</summary>
    private const string IsOffice = $"document GLOB '{OfficeAnswerFile.IdPattern}'";

    private const string Sums =
        """
        sum(turns) AS Turns, sum(answered) AS Answered, sum(asked_back) AS AskedBack, sum(not_found) AS NotFound, sum(small_talk) AS SmallTalk, sum(handed_over) AS HandedOver,
            sum(helpful) AS Helpful, sum(unhelpful) AS Unhelpful
        """;

    public Figures Of(FigureQuery query)
    {
        using var connection = database.Read();
        // One state of the database for all that is read of it.
        using var transaction = connection.BeginTransaction(deferred: true);
        var values = Values(query);
        var months = BySlot(connection, values).GroupBy(cell => MonthOf(query.Period, cell.Slot), cell => cell.Turns).ToDictionary(month => month.Key, TurnFigures.Sum);
        var cells = Cells(connection, values);
        var enquiries = Enquiries(connection, values);
        return new Figures(
            query,
            TurnFigures.Sum(months.Values),
            EnquiryFigures.Of(enquiries),
            [
                .. query.Period.EachMonth().Select(MonthKey).GroupJoin(
                    enquiries,
                    month => month,
                    enquiry => MonthKey(FigurePeriod.Holding(query.Period.Calendar, PeriodLength.Month, VietnamTime.DayOf(enquiry.OpenedAt))),
                    (month, opened) => new FigureRow(month, months.GetValueOrDefault(month, TurnFigures.None), EnquiryFigures.Of(opened))),
            ],
            Joined(By(cells, cell => [cell.Channel]), enquiries, enquiry => enquiry.Channel),
            // Where one province is asked for, what else its turns name is no row of its own.
            Joined(By(cells, cell => cell.Province.Split(", ").Where(name => query.Province is null || name == query.Province)), enquiries, enquiry => enquiry.Province),
            Joined(By([], _ => []), enquiries, enquiry => enquiry.Industry),
            Joined(By(cells, cell => [cell.Intent]), [], _ => ""),
            Cited(connection, values))
        {
            ByOffice = connection.ExecuteScalar<long>($"SELECT ifnull(sum(turns), 0) FROM cited_figure{Restriction} AND provision IN (SELECT id FROM provision WHERE {IsOffice})", values),
        };
    }

    /// <summary>The figures of all alone, which cost less.</summary>
    public (TurnFigures Turns, EnquiryFigures Enquiries) TotalsOf(FigureQuery query)
    {
        using var connection = database.Read();
        using var transaction = connection.BeginTransaction(deferred: true);
        var values = Values(query);
        return (TurnFigures.Sum(BySlot(connection, values).Select(cell => cell.Turns)), EnquiryFigures.Of(Enquiries(connection, values)));
    }

    private object Values(FigureQuery query) => new
    {
        first = SlotOf(query.Period.From),
        after = SlotOf(query.Period.To.AddDays(1)),
        from = VietnamTime.StartOf(query.Period.From).ToUnixTimeMilliseconds(),
        until = VietnamTime.StartOf(query.Period.To.AddDays(1)).ToUnixTimeMilliseconds(),
        query.Channel,
        query.Province,
        today = Stored.Day(VietnamTime.DayOf(time.GetUtcNow())),
    };

    /// <param name="day">The 1st or the 15th.</param>
    private static int SlotOf(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    private static string MonthOf(FigurePeriod period, long slot) =>
        MonthKey(FigurePeriod.Holding(period.Calendar, PeriodLength.Month, new DateOnly((int)slot / 10_000, (int)slot / 100 % 100, (int)slot % 100)));

    private static string MonthKey(FigurePeriod month) => $"{month.Year:D4}-{month.Number:D2}";

    private static IEnumerable<(long Slot, TurnFigures Turns)> BySlot(SqliteConnection connection, object values) =>
        connection.Query<TurnCell>($"SELECT slot AS Slot, {Sums} FROM turn_figure{Restriction} GROUP BY slot", values).Select(cell => (cell.Slot, cell.ToFigures()));

    /// <summary>Put together over time: SQLite sorts them once, and what is left is some thousand.</summary>
    private static IReadOnlyList<TurnCell> Cells(SqliteConnection connection, object values) =>
    [
        .. connection.Query<TurnCell>(
            $"SELECT channel AS Channel, province AS Province, intent AS Intent, {Sums} FROM turn_figure{Restriction} GROUP BY channel, province, intent", values),
    ];

    private static IReadOnlyDictionary<string, TurnFigures> By(IReadOnlyList<TurnCell> cells, Func<TurnCell, IEnumerable<string>> keys) =>
        cells.SelectMany(keys, (cell, key) => (key, Turns: cell.ToFigures())).GroupBy(turns => turns.key, turns => turns.Turns).ToDictionary(group => group.Key, TurnFigures.Sum);

    private static IReadOnlyList<CitedProvision> Cited(SqliteConnection connection, object values) =>
    [
        .. connection.Query<CitedCell>(
            $"""
            SELECT document AS Document, section AS Section, count AS Count
            FROM (SELECT provision, sum(turns) AS count FROM cited_figure{Restriction} GROUP BY provision) JOIN provision ON provision.id = provision
            WHERE NOT {IsOffice}
            ORDER BY count DESC, document, section LIMIT {MostCited}
            """,
            values).Select(cell => new CitedProvision(cell.Document, cell.Section, cell.Count)),
    ];

    private static IReadOnlyList<EnquiryCell> Enquiries(SqliteConnection connection, object values) =>
    [
        .. connection.Query<EnquiryCellRow>(
            $"""
            SELECT opened_at AS OpenedAt, answered_at AS AnsweredAt, {EnquiryStore.IsLate} AS IsLate, channel AS Channel, ifnull(province, '') AS Province, ifnull(industry, '') AS Industry
            FROM enquiry INDEXED BY enquiry_figure
            WHERE opened_at >= @from AND opened_at < @until AND (@Channel IS NULL OR channel = @Channel) AND (@Province IS NULL OR ifnull(province, '') = @Province)
            """,
            values).Select(row => row.ToCell()),
    ];

    /// <returns>The most asked first.</returns>
    private static IReadOnlyList<FigureRow> Joined(IReadOnlyDictionary<string, TurnFigures> turns, IReadOnlyList<EnquiryCell> enquiries, Func<EnquiryCell, string> key)
    {
        var opened = enquiries.ToLookup(key);
        return
        [
            .. turns.Keys.Union(opened.Select(group => group.Key))
                .Select(name => new FigureRow(name, turns.GetValueOrDefault(name, TurnFigures.None), EnquiryFigures.Of(opened[name])))
                .OrderByDescending(row => row.Turns.Turns).ThenByDescending(row => row.Enquiries.Opened).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    // Of no rows SQLite does not say what types they would have, and Dapper then finds no constructor that fits: hence properties.
    private sealed record TurnCell
    {
        public long Slot { get; init; }

        public string Channel { get; init; } = "";

        public string Province { get; init; } = "";

        public string Intent { get; init; } = "";

        public long Turns { get; init; }

        public long Answered { get; init; }

        public long AskedBack { get; init; }

        public long NotFound { get; init; }

        public long SmallTalk { get; init; }

        public long HandedOver { get; init; }

        public long Helpful { get; init; }

        public long Unhelpful { get; init; }

        internal TurnFigures ToFigures() => new(Turns, Answered, AskedBack, NotFound, SmallTalk, HandedOver, Helpful, Unhelpful);
    }

    private sealed record CitedCell
    {
        public string Document { get; init; } = "";

        public string Section { get; init; } = "";

        public long Count { get; init; }
    }

    private sealed record EnquiryCellRow
    {
        public long OpenedAt { get; init; }

        public long? AnsweredAt { get; init; }

        public long IsLate { get; init; }

        public string Channel { get; init; } = "";

        public string Province { get; init; } = "";

        public string Industry { get; init; } = "";

        internal EnquiryCell ToCell() => new(Stored.Time(OpenedAt)!.Value, Stored.Time(AnsweredAt), IsLate != 0, Channel, Province, Industry);
    }
}
