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

    private static readonly DateTimeOffset First = new(2025, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly string?[] Provinces = [null, "Long An", "Bến Tre", "Long An, Bến Tre", "Bến Tre, Sơn La", "An Giang, Long An, Sơn La"];
    private static readonly string[] Channels = ["webchat", "telegram", "directline"];
    private static readonly string[] Intents = ["Target", "Funding", "Passage", "Greeting", "Enquiry", "Handoff"];
    private static readonly string[] Outcomes = ["answered", "answered", "answered", "clarification", "not_found", "small_talk", "handoff"];
    private static readonly string?[] Industries = [null, "sản xuất bia", "giấy"];

    private readonly TemporaryFolder _data = new();
    private readonly Random _random = new(20261122);
    private long _turn;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Figures_are_those_that_counting_gives_and_stay_when_conversations_are_erased()
    {
        // Half of it was written before figures were kept.
        WriteOld(400);
        using var database = new Database(new DataFolder(_data.Path));
        await database.Writer.WriteAsync(connection => Write(connection, 400));
        await database.Writer.WriteAsync(Vote);
        var store = new FigureStore(database, new HeldAt(Now));
        var hand = new CountedByHand(database, new DateOnly(2026, 7, 6));
        var expected = Queries().Select(query => hand.Of(query.Query, query.Months)).ToList();
        Assert.All(expected, figures => Assert.True(figures is { Turns.Turns: > 0, Cited.Count: > 0 }));

        var before = Queries().Select(query => store.Of(query.Query)).ToList();
        await Stores.Conversations(database, _data).EraseAsync("c3");
        await Stores.Conversations(database, _data).EraseAsync("c7");
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
        await database.Writer.WriteAsync(connection => Write(connection, 200));

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
        Write(connection, count);
        Vote(connection);
        transaction.Commit();
        connection.Execute("PRAGMA user_version = 8");
    }

    private int Write(SqliteConnection connection, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var conversation = $"c{_random.Next(20)}";
            connection.Execute("INSERT INTO conversation VALUES (@conversation, 'webchat', 'u', 'vi-VN', '{}', 2, 0, 0, NULL) ON CONFLICT DO NOTHING", new { conversation });
            var citations = string.Join(",", Enumerable.Range(0, _random.Next(4)).Select(_ => $$"""{"document":"d-{{_random.Next(6)}}","section":"Điều {{_random.Next(6)}}","start":1,"end":2}"""));
            connection.Execute(
                """
                INSERT INTO turn (conversation_id, reply_sequence, at, channel, user, question, language, intent, province, outcome, citations, confidence, milliseconds, knowledge_version)
                VALUES (@conversation, @sequence, @at, @channel, 'p', 'q', 'vi', @intent, @province, @outcome, @citations, 0.5, 1, 'v')
                """,
                new { conversation, sequence = ++_turn, at = At(), channel = Pick(Channels), intent = Pick(Intents), province = Pick(Provinces), outcome = Pick(Outcomes), citations = $"[{citations}]" });
            if (i % 3 == 0)
            {
                Send(connection, conversation, Pick(Provinces[..3]));
            }
        }

        return count;
    }

    private void Send(SqliteConnection connection, string conversation, string? province)
    {
        var at = At();
        var answered = _random.Next(3) > 0;
        connection.Execute(
            """
            INSERT INTO enquiry (reference, conversation_id, channel, language, status, province, industry, question, written, folded, opened_at, opened_in, due_on, answered_at, changed_at)
            VALUES (@reference, @conversation, @channel, 'vi', @status, @province, @industry, 'q', 'q', 'q', @at, 2, @due, @answered, @at)
            """,
            new
            {
                reference = $"CP-2026-{_turn:D5}",
                conversation,
                channel = Pick(Channels),
                status = answered ? "answered" : Pick(["new", "assigned", "closed"]),
                province,
                industry = Pick(Industries),
                at,
                due = DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromHours(7)).AddDays(5).ToString("yyyy-MM-dd", null),
                // On the last day too, at midnight and just before.
                answered = !answered ? (long?)null : _random.Next(3) == 0 ? Midnight(at, 6) - _random.Next(2) : at + (long)(_random.NextDouble() * 9 * 86_400_000),
            });
    }

    /// <summary>Votes, changed votes, and votes that are taken back.</summary>
    private int Vote(SqliteConnection connection)
    {
        for (var i = 0; i < 300; i++)
        {
            connection.Execute("UPDATE turn SET helpful = @vote WHERE id = @id", new { id = _random.Next((int)_turn + 1), vote = Pick(new int?[] { 1, 1, 0, null }) });
        }

        return 300;
    }

    /// <returns>Any time of some months; now and then the first or the last moment of a half month in Việt Nam.</returns>
    private long At()
    {
        var at = (First + ((new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero) - First) * _random.NextDouble())).ToUnixTimeMilliseconds();
        if (_random.Next(3) > 0)
        {
            return at;
        }

        var day = DateTimeOffset.FromUnixTimeMilliseconds(at);
        var slot = new DateTimeOffset(day.Year, day.Month, _random.Next(2) == 0 ? 1 : 15, 0, 0, 0, TimeSpan.FromHours(7));
        return slot.ToUnixTimeMilliseconds() - _random.Next(2);
    }

    /// <returns>The first moment of the day so many days later, in Việt Nam.</returns>
    private static long Midnight(long at, int days)
    {
        var there = DateTimeOffset.FromUnixTimeMilliseconds(at).ToOffset(TimeSpan.FromHours(7));
        return new DateTimeOffset(there.Date.AddDays(days), there.Offset).ToUnixTimeMilliseconds();
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private sealed class HeldAt(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
