namespace CpAssistant.Accounts;

/// <summary>Which lines of the audit log; null asks for any.</summary>
/// <param name="Until">No longer among them.</param>
/// <param name="OfficerId">0 for lines of nobody that is known.</param>
public sealed record AuditQuery(DateTimeOffset? From, DateTimeOffset? Until, long? OfficerId, string? Action);
