namespace CpAssistant.Accounts;

/// <summary>A row of <c>officer</c> as SQLite gives it.</summary>
internal sealed record OfficerRow(
    long Id,
    string Name,
    string NormalizedName,
    string Role,
    string PasswordHash,
    long MustChange,
    string Stamp,
    long Failures,
    long? LockedUntil,
    long TwoFactor,
    string? AuthenticatorKey,
    string? RecoveryCodes,
    long Version,
    long AddedAt,
    long? RemovedAt)
{
    internal const string Select =
        """
        SELECT id, name, normalized_name AS NormalizedName, role, password_hash AS PasswordHash, must_change AS MustChange, stamp, failures, locked_until AS LockedUntil,
               two_factor AS TwoFactor, authenticator_key AS AuthenticatorKey, recovery_codes AS RecoveryCodes, version, added_at AS AddedAt, removed_at AS RemovedAt
        FROM officer
        """;
}
