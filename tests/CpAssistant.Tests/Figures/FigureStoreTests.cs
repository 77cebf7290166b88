using CpAssistant.Core.Text;
using CpAssistant.Figures;
using CpAssistant.Storage;
using CpAssistant.Tests.PersonalData;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Tests.Figures;

/// <summary>Figures of many turns and enquiries at random times, compared with what counting the rows gives.</summary>
public sealed class FigureStoreTests : IDisposable
{
    /// <summary>6 July 2026, 01:00 in Việt Nam, where it is still the 5th in UTC.</summary>
    private static readonly DateTimeOffset Now = new(2026, 7, 5, 18, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _data = new();
    private readonly RandomRows _rows = new(20261122);

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Figures_are_those_that_counting_gives_and_stay_when_conversations_are_erased()
    {
        // Half of it was written before figures were kept.
        WriteOld(400);
        using var database = new Database(new DataFolder(_data.Path));
        await database.Writer.WriteAsync(connection => _rows.Write(connection, 400));
        await database.Writer.WriteAsync(_rows.Vote);
        var store = new FigureStore(database, new HeldAt(Now));
        var hand = new CountedByHand(database, new DateOnly(2026, 7, 6));
        var expected = Queries().Select(query => hand.Of(query.Query, query.Months)).ToList();
        Assert.All(expected, figures => Assert.True(figures is { Turns.Turns: > 0, Cited.Count: > 0 }));

        var before = Queries().Select(query => store.Of(query.Query)).ToList();
        await Stores.Conversations(database, _data, new HeldAt(Now)).EraseAsync("c3");
        await Stores.Conversations(database, _data, new HeldAt(Now)).EraseAsync("c7");
        var after = Queries().Select(query => store.Of(query.Query)).ToList();

        foreach (var (counted, index) in expected.Select((figures, index) => (figures, index)))
        {
            AssertSame(counted, before[index]);
            // What industry an enquiry came from is erased with it.
            AssertSame(counted with { ByIndustry = after[index].ByIndustry }, after[index]);
            Assert.Equal(counted.Enquiries.Opened, after[index].ByIndustry.Sum(row => row.Enquiries.Opened));
            Assert.Equal((counted.Turns, counted.Enquiries), store.TotalsOf(counted.Query));
        }

        using var reader = database.Read();
        Assert.True(reader.ExecuteScalar<int>("SELECT count(*) FROM turn") < 800);
    }

    [Fact]
    public async Task Turns_that_are_gone_are_found_under_no_provision()
    {
        using var database = new Database(new DataFolder(_data.Path));
        await database.Writer.WriteAsync(connection => _rows.Write(connection, 200));

        await Stores.Conversations(database, _data).EraseAsync("c3");

        using var reader = database.Read();
        Assert.True(reader.ExecuteScalar<int>("SELECT count(*) FROM turn_citation") > 0);
        Assert.Equal(0, reader.ExecuteScalar<int>("SELECT count(*) FROM turn_citation WHERE turn NOT IN (SELECT id FROM turn)"));
    }

    [Fact]
    public void Rows_begin_with_the_most_asked()
    {
        WriteOld(300);
        using var database = new Database(new DataFolder(_data.Path));

        var figures = new FigureStore(database, new HeldAt(Now)).Of(new FigureQuery(new FigurePeriod(PeriodCalendar.Months, PeriodLength.Year, 2026, 1)));

        Assert.Equal(figures.ByProvince.OrderByDescending(row => row.Turns.Turns).Select(row => row.Turns.Turns), figures.ByProvince.Select(row => row.Turns.Turns));
        Assert.Equal(figures.ByIndustry.OrderByDescending(row => row.Enquiries.Opened).Select(row => row.Enquiries.Opened), figures.ByIndustry.Select(row => row.Enquiries.Opened));
    }

    private static void AssertSame(CpAssistant.Figures.Figures expected, CpAssistant.Figures.Figures actual)
    {
        Assert.Equal((expected.Query, expected.Turns, expected.Enquiries), (actual.Query, actual.Turns, actual.Enquiries));
        Assert.Equal(expected.ByMonth, actual.ByMonth);
        Assert.Equal(expected.Cited, actual.Cited);
        Assert.Equal(expected.ByChannel, Sorted(actual.ByChannel));
        Assert.Equal(expected.ByProvince, Sorted(actual.ByProvince));
        Assert.Equal(expected.ByIndustry.OrderBy(row => row.Key, StringComparer.Ordinal), Sorted(actual.ByIndustry));
        Assert.Equal(expected.ByKind, Sorted(actual.ByKind));

        static IEnumerable<FigureRow> Sorted(IEnumerable<FigureRow> rows) => rows.OrderBy(row => row.Key, StringComparer.Ordinal);
    }

    /// <summary>Each with the days of its months, written out.</summary>
    private static IEnumerable<(FigureQuery Query, IReadOnlyList<(string Key, DateOnly From, DateOnly To)> Months)> Queries()
    {
        var calendar = Enumerable.Range(1, 12).Select(month => ($"2026-{month:D2}", new DateOnly(2026, month, 1), new DateOnly(2026, month, DateTime.DaysInMonth(2026, month)))).ToList();
        var reporting = Enumerable.Range(1, 12).Select(month => ($"2026-{month:D2}", month == 1 ? new DateOnly(2025, 12, 15) : new DateOnly(2026, month - 1, 15), new DateOnly(2026, month, 14))).ToList();
        foreach (var (kind, months) in new[] { (PeriodCalendar.Months, calendar), (PeriodCalendar.Reporting, reporting) })
        {
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.Year, 2026, 1)), months);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.HalfYear, 2026, 1)), months[..6]);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.Quarter, 2026, 2)), months[3..6]);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.Month, 2026, 1)), months[..1]);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.Month, 2026, 3)), months[2..3]);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.HalfYear, 2026, 1), Province: "Long An"), months[..6]);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.HalfYear, 2026, 1), Province: ""), months[..6]);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.HalfYear, 2026, 1), Channel: "telegram"), months[..6]);
            yield return (new FigureQuery(new FigurePeriod(kind, PeriodLength.Quarter, 2026, 1), "Bến Tre", "webchat"), months[..3]);
        }
    }

    private void WriteOld(int count)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "cp-assistant.db")};Pooling=False");
        connection.Open();
        connection.CreateFunction<string, string>("vi_normalize", VietnameseText.Normalize, isDeterministic: true);
        connection.CreateFunction<string, string>("vi_fold", VietnameseText.Fold, isDeterministic: true);
        for (var number = 1; number <= 8; number++)
        {
            using var script = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream($"Schema/{number:D4}")!);
            connection.Execute(script.ReadToEnd());
        }

        using var transaction = connection.BeginTransaction();
        _rows.Write(connection, count);
        _rows.Vote(connection);
        transaction.Commit();
        connection.Execute("PRAGMA user_version = 8");
    }

    private sealed class HeldAt(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
