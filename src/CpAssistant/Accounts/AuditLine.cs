namespace CpAssistant.Accounts;

/// <summary>A line of the audit log as it is read.</summary>
/// <param name="At">Milliseconds since 1970 UTC.</param>
/// <param name="Officer">Name of who did it.</param>
/// <param name="SubjectName">Of an officer that it was done to; null for anything else.</param>
public sealed record AuditLine(long Id, long At, long? OfficerId, string? Officer, string Action, string? SubjectKind, string? SubjectId, string? SubjectName, string Outcome);
