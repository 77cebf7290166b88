using System.Globalization;
using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Accounts;

/// <summary>
/// Officers for ASP.NET Core Identity. Setters change the object, <see cref="UpdateAsync"/> writes it; what locks an account is
/// written at once and within one statement, so that attempts side by side are all counted. Accounts are made, and changed by others than
/// their officer, by <see cref="OfficerRegister"/>.
/// </summary>
internal sealed class OfficerStore(Database database, OfficerSeals seals) :
    IUserPasswordStore<Officer>, IUserLockoutStore<Officer>, IUserSecurityStampStore<Officer>, IUserTwoFactorStore<Officer>,
    IUserAuthenticatorKeyStore<Officer>, IUserTwoFactorRecoveryCodeStore<Officer>
{
    public void Dispose() { }

    public Task<Officer?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        FindAsync("id = @value", long.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0L);

    public Task<Officer?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindAsync("normalized_name = @value", normalizedUserName);

    public async Task<IdentityResult> UpdateAsync(Officer user, CancellationToken cancellationToken)
    {
        var changed = await database.Writer.WriteAsync(connection => Update(connection, user));
        if (changed)
        {
            user.Version++;
            user.Told.Clear();
        }

        return changed ? IdentityResult.Success : IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
    }

    public Task<IdentityResult> CreateAsync(Officer user, CancellationToken cancellationToken) => throw new NotSupportedException("officers are added by the register");

    public Task<IdentityResult> DeleteAsync(Officer user, CancellationToken cancellationToken) => throw new NotSupportedException("officers are removed by the register");

    public Task<string> GetUserIdAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(Officer user, string? userName, CancellationToken cancellationToken) => Set(() => user.Name = userName!);

    public Task<string?> GetNormalizedUserNameAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task SetNormalizedUserNameAsync(Officer user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.NormalizedName = normalizedName!);

    public Task SetPasswordHashAsync(Officer user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.PasswordHash = passwordHash!);

    public Task<string?> GetPasswordHashAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash.Length > 0);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil);

    public Task SetLockoutEndDateAsync(Officer user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken)
    {
        user.LockedUntil = lockoutEnd;
        return ExecuteAsync("UPDATE officer SET locked_until = @until WHERE id = @Id", new { user.Id, until = lockoutEnd?.ToUnixTimeMilliseconds() });
    }

    public async Task<int> IncrementAccessFailedCountAsync(Officer user, CancellationToken cancellationToken) => user.Failures =
        await database.Writer.WriteAsync(connection => connection.ExecuteScalar<int>("UPDATE officer SET failures = failures + 1 WHERE id = @Id RETURNING failures", new { user.Id }));

    public Task ResetAccessFailedCountAsync(Officer user, CancellationToken cancellationToken)
    {
        user.Failures = 0;
        return ExecuteAsync("UPDATE officer SET failures = 0 WHERE id = @Id", new { user.Id });
    }

    public Task<int> GetAccessFailedCountAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(user.Failures);

    public Task<bool> GetLockoutEnabledAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Officer user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetSecurityStampAsync(Officer user, string stamp, CancellationToken cancellationToken) => Set(() => user.Stamp = stamp);

    public Task<string?> GetSecurityStampAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    public Task SetTwoFactorEnabledAsync(Officer user, bool enabled, CancellationToken cancellationToken) => Set(() => user.TwoFactor = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    public Task SetAuthenticatorKeyAsync(Officer user, string key, CancellationToken cancellationToken) => Set(() => user.AuthenticatorKey = key);

    public Task<string?> GetAuthenticatorKeyAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey);

    public Task ReplaceCodesAsync(Officer user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) => Set(() => user.RecoveryCodes = [.. recoveryCodes]);

    /// <summary>The update that follows is refused where the same code is taken elsewhere meanwhile.</summary>
    public Task<bool> RedeemCodeAsync(Officer user, string code, CancellationToken cancellationToken)
    {
        var found = user.RecoveryCodes.Contains(code);
        user.RecoveryCodes = [.. user.RecoveryCodes.Where(kept => kept != code)];
        return Task.FromResult(found);
    }

    public Task<int> CountCodesAsync(Officer user, CancellationToken cancellationToken) => Task.FromResult(user.RecoveryCodes.Count);

    /// <summary>Counts a sign-in that failed and, where there have been too many, locks the account; the audit log is told of both.</summary>
    /// <param name="failed">The line of the failure.</param>
    internal Task FailAsync(Officer user, int most, DateTimeOffset until, AuditEntry failed) => database.Writer.WriteAsync(connection =>
    {
        AuditLog.Write(connection, failed);
        user.Failures = connection.ExecuteScalar<int>("UPDATE officer SET failures = failures + 1 WHERE id = @Id RETURNING failures", new { user.Id });
        if (user.Failures >= most)
        {
            connection.Execute("UPDATE officer SET failures = 0, locked_until = @until WHERE id = @Id", new { user.Id, until = until.ToUnixTimeMilliseconds() });
            (user.Failures, user.LockedUntil) = (0, until);
            AuditLog.Write(connection, failed with { Action = AuditActions.OfficerLocked, Outcome = AuditOutcome.Done });
        }

        return true;
    });

    /// <returns>Whether no code of this step of time or a later one was taken before.</returns>
    internal Task<bool> TakeStepAsync(Officer user, long step) => database.Writer.WriteAsync(connection =>
        connection.Execute("UPDATE officer SET totp_step = @step WHERE id = @Id AND totp_step < @step", new { user.Id, step }) == 1);

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private Task ExecuteAsync(string sql, object values) => database.Writer.WriteAsync(connection => connection.Execute(sql, values));

    private async Task<Officer?> FindAsync(string condition, object value)
    {
        await using var connection = database.Read();
        var row = await connection.QuerySingleOrDefaultAsync<OfficerRow>($"{OfficerRow.Select} WHERE {condition} AND removed_at IS NULL", new { value });
        return row is null ? null : Read(row);
    }

    private Officer Read(OfficerRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        NormalizedName = row.NormalizedName,
        Role = Roles.Find(row.Role) ?? Role.Officer,
        PasswordHash = row.PasswordHash,
        MustChangePassword = row.MustChange == 1,
        Stamp = row.Stamp,
        Failures = (int)row.Failures,
        LockedUntil = row.LockedUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
        TwoFactor = row.TwoFactor == 1,
        AuthenticatorKey = seals.Open(row.Id, row.AuthenticatorKey),
        RecoveryCodes = seals.Open(row.Id, row.RecoveryCodes)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
        Version = row.Version,
        AddedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.AddedAt),
    };

    private bool Update(SqliteConnection connection, Officer user)
    {
        var changed = connection.Execute(
            """
            UPDATE officer SET
                name = @Name, normalized_name = @NormalizedName, password_hash = @PasswordHash, must_change = @MustChangePassword, stamp = @Stamp,
                two_factor = @TwoFactor, authenticator_key = @key, recovery_codes = @codes, version = version + 1
            WHERE id = @Id AND version = @Version AND removed_at IS NULL
            """,
            new
            {
                user.Name,
                user.NormalizedName,
                user.PasswordHash,
                user.MustChangePassword,
                user.Stamp,
                user.TwoFactor,
                key = user.AuthenticatorKey is { } key ? seals.Seal(user.Id, key) : null,
                codes = user.RecoveryCodes.Count > 0 ? seals.Seal(user.Id, string.Join(' ', user.RecoveryCodes)) : null,
                user.Id,
                user.Version,
            }) == 1;
        if (changed)
        {
            user.Told.ForEach(entry => AuditLog.Write(connection, entry));
        }

        return changed;
    }
}
