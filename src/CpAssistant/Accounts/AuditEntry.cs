namespace CpAssistant.Accounts;

/// <summary>One line of the audit log: ids only, never names, texts or words that were searched for.</summary>
/// <param name="OfficerId">Who; null for nobody that is known, and for commands at the terminal.</param>
/// <param name="Action">Such as "enquiry.viewed"; those that have a name of their own on the page stand in <see cref="AuditActions"/>.</param>
/// <param name="SubjectKind">What it was done to, such as "enquiry"; null where there is nothing to name.</param>
/// <param name="Outcome">One of <see cref="AuditOutcome"/>.</param>
public sealed record AuditEntry(DateTimeOffset At, long? OfficerId, string Action, string? SubjectKind, string? SubjectId, string Outcome);
