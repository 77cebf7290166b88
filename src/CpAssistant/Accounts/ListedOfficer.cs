namespace CpAssistant.Accounts;

/// <summary>An officer as lists show one.</summary>
/// <param name="LockedUntil">Null where it is not locked now.</param>
/// <param name="RemovedAt">Null for those who may sign in.</param>
public sealed record ListedOfficer(long Id, string Name, Role Role, bool MustChangePassword, bool TwoFactor, DateTimeOffset? LockedUntil, DateTimeOffset AddedAt, DateTimeOffset? RemovedAt);
