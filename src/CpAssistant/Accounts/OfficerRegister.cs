using CpAssistant.Storage;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Accounts;

/// <summary>Who has an account: officers added, changed and removed, by an administrator or by a command. Every change stands in the audit log, in the same transaction.</summary>
public sealed class OfficerRegister(Database database, IPasswordHasher<Officer> hasher, TimeProvider time)
{
    /// <returns>In the order of their names.</returns>
    /// <param name="removed">Whether those who have left are listed too.</param>
    public async Task<IReadOnlyList<ListedOfficer>> ListAsync(bool removed = false)
    {
        await using var connection = database.Read();
        var rows = await connection.QueryAsync<OfficerRow>($"{OfficerRow.Select} WHERE @removed OR removed_at IS NULL ORDER BY normalized_name, id", new { removed });
        return [.. rows.Select(List)];
    }

    /// <returns>Null where nobody of this name may sign in.</returns>
    public async Task<ListedOfficer?> FindAsync(string name)
    {
        await using var connection = database.Read();
        var row = await connection.QuerySingleOrDefaultAsync<OfficerRow>(
            $"{OfficerRow.Select} WHERE normalized_name = @name AND removed_at IS NULL", new { name = OfficerName.Normalize(name) });
        return row is null ? null : List(row);
    }

    /// <param name="by">Who does it; null for a command.</param>
    /// <param name="temporary">Whether the officer has to choose another password first.</param>
    public Task<OfficerOutcome> AddAsync(string name, Role role, string password, long? by, bool temporary)
    {
        if (OfficerName.Read(name) is not { } kept)
        {
            return Refused(OfficerFault.NameShape);
        }

        if (PasswordRules.Check(password, kept) is { } fault)
        {
            return Refused(fault);
        }

        var row = new
        {
            kept,
            normalized = OfficerName.Normalize(kept),
            role = Roles.Key(role),
            hash = hasher.HashPassword(new Officer(), password),
            temporary,
            stamp = NewStamp(),
            now = Now(),
        };
        return database.Writer.WriteAsync<OfficerOutcome>(connection =>
        {
            if (connection.ExecuteScalar<long>("SELECT count(*) FROM officer WHERE normalized_name = @normalized AND removed_at IS NULL", row) > 0)
            {
                return new OfficerOutcome.Refused(OfficerFault.NameTaken);
            }

            var id = connection.ExecuteScalar<long>(
                """
                INSERT INTO officer (name, normalized_name, role, password_hash, must_change, stamp, added_at)
                VALUES (@kept, @normalized, @role, @hash, @temporary, @stamp, @now) RETURNING id
                """,
                row);
            Tell(connection, AuditActions.OfficerAdded, id, by);
            return new OfficerOutcome.Done(id);
        });
    }

    /// <summary>The new role counts from the officer's next request on.</summary>
    public Task<OfficerOutcome> ChangeRoleAsync(long id, Role role, long? by) => ChangeAsync(id, AuditActions.RoleChanged, by, (connection, officer) =>
    {
        if (role < Role.Administrator && IsLastAdministrator(connection, officer))
        {
            return OfficerFault.LastAdministrator;
        }

        connection.Execute("UPDATE officer SET role = @role, version = version + 1 WHERE id = @id", new { id, role = Roles.Key(role) });
        return null;
    });

    /// <summary>Ends the officer's sessions and opens a locked account.</summary>
    /// <param name="temporary">Whether the officer has to choose another one first.</param>
    public async Task<OfficerOutcome> ResetPasswordAsync(long id, string password, long? by, bool temporary)
    {
        var hash = hasher.HashPassword(new Officer(), password);
        return await ChangeAsync(id, AuditActions.PasswordReset, by, (connection, officer) =>
        {
            if (PasswordRules.Check(password, officer.Name) is { } fault)
            {
                return fault;
            }

            connection.Execute(
                """
                UPDATE officer SET password_hash = @hash, must_change = @temporary, stamp = @stamp, failures = 0, locked_until = NULL, version = version + 1
                WHERE id = @id
                """,
                new { id, hash, temporary, stamp = NewStamp() });
            return null;
        });
    }

    public Task<OfficerOutcome> UnlockAsync(long id, long? by) => ChangeAsync(id, AuditActions.OfficerUnlocked, by, (connection, _) =>
    {
        connection.Execute("UPDATE officer SET failures = 0, locked_until = NULL, version = version + 1 WHERE id = @id", new { id });
        return null;
    });

    /// <summary>For someone who has lost the phone and the recovery codes; ends the officer's sessions.</summary>
    public Task<OfficerOutcome> ResetTwoFactorAsync(long id, long? by) => ChangeAsync(id, AuditActions.TwoFactorOff, by, (connection, _) =>
    {
        connection.Execute(
            "UPDATE officer SET two_factor = 0, authenticator_key = NULL, recovery_codes = NULL, stamp = @stamp, version = version + 1 WHERE id = @id",
            new { id, stamp = NewStamp() });
        return null;
    });

    /// <summary>Ends the officer's sessions. The name is free again; the row stays, without its secrets.</summary>
    public Task<OfficerOutcome> RemoveAsync(long id, long? by) => ChangeAsync(id, AuditActions.OfficerRemoved, by, (connection, officer) =>
    {
        if (IsLastAdministrator(connection, officer))
        {
            return OfficerFault.LastAdministrator;
        }

        connection.Execute(
            """
            UPDATE officer SET removed_at = @now, password_hash = '', two_factor = 0, authenticator_key = NULL, recovery_codes = NULL, stamp = @stamp, version = version + 1
            WHERE id = @id
            """,
            new { id, now = Now(), stamp = NewStamp() });
        return null;
    });

    /// <param name="change">Returns what is wrong; null once it has made the change.</param>
    private Task<OfficerOutcome> ChangeAsync(long id, string action, long? by, Func<SqliteConnection, OfficerRow, OfficerFault?> change) => database.Writer.WriteAsync<OfficerOutcome>(connection =>
    {
        var officer = connection.QuerySingleOrDefault<OfficerRow>($"{OfficerRow.Select} WHERE id = @id AND removed_at IS NULL", new { id });
        var fault = officer is null ? OfficerFault.NotThere : change(connection, officer);
        if (officer is not null)
        {
            Tell(connection, action, id, by, fault is null ? AuditOutcome.Done : AuditOutcome.Refused);
        }

        return fault is { } found ? new OfficerOutcome.Refused(found) : new OfficerOutcome.Done(id);
    });

    private static bool IsLastAdministrator(SqliteConnection connection, OfficerRow officer) => officer.Role == Roles.Key(Role.Administrator)
        && connection.ExecuteScalar<long>("SELECT count(*) FROM officer WHERE role = @Role AND removed_at IS NULL", officer) == 1;

    private static Task<OfficerOutcome> Refused(OfficerFault fault) => Task.FromResult<OfficerOutcome>(new OfficerOutcome.Refused(fault));

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    private void Tell(SqliteConnection connection, string action, long id, long? by, string outcome = AuditOutcome.Done) =>
        AuditLog.Write(connection, new AuditEntry(time.GetUtcNow(), by, action, "officer", id.ToString(System.Globalization.CultureInfo.InvariantCulture), outcome));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private ListedOfficer List(OfficerRow row) => new(
        row.Id,
        row.Name,
        Roles.Find(row.Role) ?? Role.Officer,
        row.MustChange == 1,
        row.TwoFactor == 1,
        row.LockedUntil is { } until && until > Now() ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
        DateTimeOffset.FromUnixTimeMilliseconds(row.AddedAt),
        row.RemovedAt is { } removed ? DateTimeOffset.FromUnixTimeMilliseconds(removed) : null);
}
