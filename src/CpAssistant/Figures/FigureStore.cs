using CpAssistant.Core.Knowledge;
using CpAssistant.Enquiries;
using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Figures;

/// <summary>Reads the kept figures: turns from cells of half months (schema 0009), enquiries from their own rows.</summary>
public sealed class FigureStore(Database database, TimeProvider time)
{
    /// <summary>So many provisions are named.</summary>
    public const int MostCited = 20;

    private const string Cells =
        """
         WHERE slot >= @first AND slot < @after AND (@Channel IS NULL OR channel = @Channel)
            AND (@Province IS NULL OR province = @Province OR (@Province <> '' AND instr(', ' || province || ', ', ', ' || @Province || ', ') > 0))
        """;

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
        var months = TurnsBy(connection, "slot", values).GroupBy(cell => MonthOf(query.Period, cell.Slot), cell => cell.ToFigures()).ToDictionary(month => month.Key, TurnFigures.Sum);
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
            Joined(ByText(connection, "channel", values), enquiries, enquiry => enquiry.Channel),
            Joined(Provinces(connection, query, values), enquiries, enquiry => enquiry.Province),
            Joined(new Dictionary<string, TurnFigures>(), enquiries, enquiry => enquiry.Industry),
            Joined(ByText(connection, "intent", values), [], _ => ""),
            Cited(connection, values));
    }

    /// <summary>The figures of all alone, which cost less.</summary>
    public (TurnFigures Turns, EnquiryFigures Enquiries) TotalsOf(FigureQuery query)
    {
        using var connection = database.Read();
        using var transaction = connection.BeginTransaction(deferred: true);
        var values = Values(query);
        return (TurnFigures.Sum(TurnsBy(connection, "slot", values).Select(cell => cell.ToFigures())), EnquiryFigures.Of(Enquiries(connection, values)));
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

    private static IEnumerable<TurnCell> TurnsBy(SqliteConnection connection, string column, object values) => column == "slot"
        ? connection.Query<TurnCell>($"SELECT slot AS Slot, '' AS Key, {Sums} FROM turn_figure{Cells} GROUP BY slot", values)
        : connection.Query<TurnCell>($"SELECT 0 AS Slot, {column} AS Key, {Sums} FROM turn_figure{Cells} GROUP BY {column}", values);

    private static IReadOnlyDictionary<string, TurnFigures> ByText(SqliteConnection connection, string column, object values) =>
        TurnsBy(connection, column, values).ToDictionary(cell => cell.Key, cell => cell.ToFigures());

    /// <summary>Where one province is asked for, what else its turns name is no row of its own.</summary>
    private static IReadOnlyDictionary<string, TurnFigures> Provinces(SqliteConnection connection, FigureQuery query, object values) => TurnsBy(connection, "province", values)
        .SelectMany(cell => cell.Key.Split(", "), (cell, name) => (name, Turns: cell.ToFigures()))
        .Where(turns => query.Province is null || turns.name == query.Province)
        .GroupBy(turns => turns.name, turns => turns.Turns)
        .ToDictionary(province => province.Key, TurnFigures.Sum);

    private static IReadOnlyList<CitedProvision> Cited(SqliteConnection connection, object values) =>
    [
        .. connection.Query<CitedProvision>(
            $"""
            SELECT document AS Document, section AS Section, count AS Count
            FROM (SELECT provision, sum(turns) AS count FROM cited_figure{Cells} GROUP BY provision) JOIN provision ON provision.id = provision
            ORDER BY count DESC, document, section LIMIT {MostCited}
            """,
            values),
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

    private sealed record TurnCell(
        long Slot, string Key, long Turns, long Answered, long AskedBack, long NotFound, long SmallTalk, long HandedOver, long Helpful, long Unhelpful)
    {
        internal TurnFigures ToFigures() => new(Turns, Answered, AskedBack, NotFound, SmallTalk, HandedOver, Helpful, Unhelpful);
    }

    private sealed record EnquiryCellRow(long OpenedAt, long? AnsweredAt, long IsLate, string Channel, string Province, string Industry)
    {
        internal EnquiryCell ToCell() => new(Stored.Time(OpenedAt)!.Value, Stored.Time(AnsweredAt), IsLate != 0, Channel, Province, Industry);
    }
}
