using CpAssistant.Accounts;
using CpAssistant.Storage;
using Dapper;

namespace CpAssistant.Enquiries;

/// <summary>Texts that officers put into their answers, shared by all of them.</summary>
public sealed class CannedTexts(Database database)
{
    public const int MaxTitle = 100;

    private const string Select = "SELECT id, title, text FROM canned_text";

    public IReadOnlyList<CannedText> All()
    {
        using var connection = database.Read();
        return [.. connection.Query<CannedText>(Select + " ORDER BY title, id")];
    }

    public CannedText? Find(long id)
    {
        using var connection = database.Read();
        return connection.QuerySingleOrDefault<CannedText>(Select + " WHERE id = @id", new { id });
    }

    /// <param name="id">Null for a new one.</param>
    /// <param name="entry">Its line in the audit log.</param>
    /// <returns>False where there is none to change.</returns>
    public Task<bool> KeepAsync(long? id, string title, string text, AuditEntry entry) => database.Writer.WriteAsync(connection =>
    {
        var values = new { id, title, text, entry.OfficerId, now = entry.At.ToUnixTimeMilliseconds() };
        var kept = id is null
            ? connection.ExecuteScalar<long?>("INSERT INTO canned_text (title, text, changed_at, officer_id) VALUES (@title, @text, @now, @OfficerId) RETURNING id", values)
            : connection.ExecuteScalar<long?>("UPDATE canned_text SET title = @title, text = @text, changed_at = @now, officer_id = @OfficerId WHERE id = @id RETURNING id", values);
        AuditLog.Write(connection, entry with { SubjectId = (kept ?? id)?.ToString(System.Globalization.CultureInfo.InvariantCulture), Outcome = kept is null ? AuditOutcome.Refused : AuditOutcome.Done });
        return kept is not null;
    });

    public Task<bool> RemoveAsync(long id, AuditEntry entry) => database.Writer.WriteAsync(connection =>
    {
        var removed = connection.Execute("DELETE FROM canned_text WHERE id = @id", new { id }) == 1;
        AuditLog.Write(connection, removed ? entry : entry with { Outcome = AuditOutcome.Refused });
        return removed;
    });
}

public sealed record CannedText(long Id, string Title, string Text);
