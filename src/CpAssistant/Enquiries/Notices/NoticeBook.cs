using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Enquiries.Notices;

/// <summary>Notices that are to be sent, in the database: each occasion once for each way, and tried until it is sent.</summary>
public sealed class NoticeBook(Database database, NoticeSettings settings)
{
    private const int MostAttempts = 20;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(2);

    /// <summary>Within the transaction of what happened.</summary>
    /// <param name="occasion">The same occasion is told once.</param>
    internal void Note(SqliteConnection connection, long enquiryId, string kind, string occasion, long now)
    {
        foreach (var way in settings.Ways)
        {
            connection.Execute(
                "INSERT INTO notice (enquiry_id, kind, way, occasion, created_at, next_at) VALUES (@enquiryId, @kind, @way, @occasion, @now, @now) ON CONFLICT DO NOTHING",
                new { enquiryId, kind, way, occasion, now });
        }
    }

    /// <summary>Enquiries that are overdue and nobody was told of.</summary>
    internal Task NoteOverdueAsync(DateOnly today, long now) => settings.Ways.Count == 0 ? Task.CompletedTask : database.Writer.WriteAsync(connection =>
    {
        var overdue = connection.Query<(long Id, string DueOn)>(
            "SELECT id, due_on FROM enquiry WHERE status IN ('new', 'assigned') AND due_on < @today", new { today = Stored.Day(today) }).ToList();
        overdue.ForEach(enquiry => Note(connection, enquiry.Id, "overdue", enquiry.DueOn, now));
        return overdue.Count;
    });

    /// <returns>What is to be tried now.</returns>
    internal IReadOnlyList<WaitingNotice> Due(long now)
    {
        using var connection = database.Read();
        return [.. connection.Query<WaitingNotice>(
            """
            SELECT notice.id, notice.kind, way, attempts, reference, province, due_on AS DueOn FROM notice JOIN enquiry ON enquiry.id = enquiry_id
            WHERE sent_at IS NULL AND next_at <= @now AND attempts < @MostAttempts ORDER BY notice.id LIMIT 50
            """,
            new { now, MostAttempts })];
    }

    internal Task SentAsync(long id, long now) => database.Writer.WriteAsync(connection =>
        connection.Execute("UPDATE notice SET sent_at = @now, failure = NULL WHERE id = @id", new { id, now }));

    /// <param name="failure">Kind of the fault, without addresses.</param>
    internal Task FailedAsync(WaitingNotice notice, string failure, long now)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << (int)Math.Min(10, notice.Attempts)));
        return database.Writer.WriteAsync(connection => connection.Execute(
            "UPDATE notice SET attempts = attempts + 1, next_at = @next, failure = @failure WHERE id = @Id", new { notice.Id, next = now + (long)pause.TotalMilliseconds, failure }));
    }

    /// <returns>How many could not be sent at the last attempt.</returns>
    public int CountFailing()
    {
        using var connection = database.Read();
        return connection.ExecuteScalar<int>("SELECT count(*) FROM notice WHERE sent_at IS NULL AND attempts > 0");
    }
}

internal sealed record WaitingNotice(long Id, string Kind, string Way, long Attempts, string Reference, string? Province, string DueOn)
{
    internal OfficeNotice ToNotice(string? address) => new(
        Kind, Reference, Province, Stored.Day(DueOn), address is null ? null : $"{address}/quan-tri/phieu/{Reference}");
}
