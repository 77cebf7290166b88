using CpAssistant.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.PersonalData;

/// <summary>Removes what was kept for as long as it may be.</summary>
public sealed partial class Retention(Database database, Erasure erasure, Compaction compaction, RetentionSettings settings, TimeProvider time, ILogger<Retention> logger)
{
    /// <summary>So that whoever talks with the service meanwhile waits for a moment only.</summary>
    private const int Batch = 100;

    internal async Task<RetentionRun> RunAsync(CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var drafts = await InBatchesAsync(RemoveDrafts, cancellation);
        var contacts = await InBatchesAsync(RemoveContacts, cancellation);
        var conversations = await InBatchesAsync(EraseConversations, cancellation);
        var compacted = (drafts + contacts + conversations > 0 || compaction.IsDue()) && await compaction.RunAsync();
        var run = new RetentionRun(started, time.GetUtcNow(), contacts, conversations, drafts, compacted);
        await database.Writer.WriteAsync(connection => Write(connection, run));
        LogRun(run.Contacts, run.Conversations, run.Drafts);
        return run;
    }

    /// <returns>The latest ones, latest first.</returns>
    internal IReadOnlyList<RetentionRun> Latest(int limit)
    {
        using var connection = database.Read();
        return [.. connection.Query<(long StartedAt, long EndedAt, long Contacts, long Conversations, long Drafts, long Compacted)>(
            "SELECT started_at, ended_at, contacts, conversations, drafts, compacted FROM retention_run ORDER BY id DESC LIMIT @limit", new { limit })
            .Select(row => new RetentionRun(At(row.StartedAt), At(row.EndedAt), (int)row.Contacts, (int)row.Conversations, (int)row.Drafts, row.Compacted != 0))];

        static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    private async Task<int> InBatchesAsync(Func<SqliteConnection, int> remove, CancellationToken cancellation)
    {
        var (all, removed) = (0, Batch);
        while (removed == Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            removed = await database.Writer.WriteAsync(remove, erases: true);
            all += removed;
        }

        return all;
    }

    private int RemoveDrafts(SqliteConnection connection) => connection.Execute(
        "UPDATE conversation SET draft = NULL WHERE id IN (SELECT id FROM conversation WHERE draft IS NOT NULL AND changed_at < @before LIMIT @Batch)",
        new { before = Before(TimeSpan.FromHours(settings.DraftHours)), Batch });

    private int RemoveContacts(SqliteConnection connection)
    {
        IReadOnlyList<long> enquiries = [.. connection.Query<long>(
            """
            SELECT id FROM enquiry WHERE status = 'closed' AND erased = 0 AND closed_at < @before
                AND (contact IS NOT NULL OR EXISTS (SELECT 1 FROM enquiry_event WHERE enquiry_id = enquiry.id AND note IS NOT NULL)) LIMIT @Batch
            """,
            new { before = Before(TimeSpan.FromDays(settings.ContactDays)), Batch })];
        PersonalFields.RemoveContact(connection, enquiries);
        return enquiries.Count;
    }

    /// <summary>Not those that somebody is still to be answered about.</summary>
    private int EraseConversations(SqliteConnection connection) => erasure.EraseWithChat(connection, [.. connection.Query<string>(
        """
        SELECT id FROM conversation WHERE changed_at < @before
            AND NOT EXISTS (SELECT 1 FROM data_request WHERE conversation_id = conversation.id AND state IN ('received', 'acknowledged')) LIMIT @Batch
        """,
        new { before = Before(TimeSpan.FromDays(settings.ConversationDays)), Batch })]).Count;

    private static bool Write(SqliteConnection connection, RetentionRun run) => connection.Execute(
        """
        INSERT INTO retention_run (started_at, ended_at, contacts, conversations, drafts, compacted)
        VALUES (@started, @ended, @Contacts, @Conversations, @Drafts, @Compacted)
        """,
        new { started = run.StartedAt.ToUnixTimeMilliseconds(), ended = run.EndedAt.ToUnixTimeMilliseconds(), run.Contacts, run.Conversations, run.Drafts, run.Compacted }) == 1;

    private long Before(TimeSpan kept) => (time.GetUtcNow() - kept).ToUnixTimeMilliseconds();

    [LoggerMessage(LogLevel.Information, "Retention: {Contacts} contacts, {Conversations} conversations and {Drafts} drafts removed")]
    private partial void LogRun(int contacts, int conversations, int drafts);
}
