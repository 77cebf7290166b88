using Microsoft.AspNetCore.Identity;

namespace CpAssistant.Accounts;

/// <summary>Signing in and out. Whoever tries learns the same, and waits about as long, whether or not there is an account of the name, and whether or not it is locked.</summary>
internal sealed class Entrance(
    SignInManager<Officer> signIn, OfficerManager officers, IPasswordHasher<Officer> hasher, SignInTurns turns, AuditLog audit, TimeProvider time)
{
    private const string Nobody = "nobody's password";

    private static readonly Lock Gate = new();
    private static string? _hashOfNobody;

    /// <returns>Succeeded, or that a code is asked for next; anything else is a failure of which nothing more is to be told.</returns>
    internal async Task<SignInResult> WithPasswordAsync(string name, string password, CancellationToken cancellation)
    {
        // Attempts at one account wait for each other: each sees how many failed before it.
        using var turn = await turns.EnterAsync(OfficerName.Normalize(name), cancellation);
        if (await officers.FindByNameAsync(name) is not { } officer)
        {
            VerifyNothing(password);
            await audit.AppendAsync(Entry(null, AuditActions.SignInFailed, AuditOutcome.Failed));
            return SignInResult.Failed;
        }

        if (await officers.IsLockedOutAsync(officer))
        {
            VerifyNothing(password);
            await audit.AppendAsync(Entry(officer.Id, AuditActions.SignInFailed, AuditOutcome.Refused));
            return SignInResult.LockedOut;
        }

        return await TellAsync(officer, await signIn.PasswordSignInAsync(officer, password, isPersistent: false, lockoutOnFailure: true));
    }

    /// <returns>Null where no password was given before, or too long ago.</returns>
    /// <param name="code">Of the authenticator app, or one of the recovery codes.</param>
    internal async Task<SignInResult?> WithCodeAsync(string code, CancellationToken cancellation)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } known)
        {
            return null;
        }

        using var turn = await turns.EnterAsync(known.NormalizedName, cancellation);
        // As it is now that it is our turn.
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } officer)
        {
            return null;
        }

        if (await officers.IsLockedOutAsync(officer))
        {
            await audit.AppendAsync(Entry(officer.Id, AuditActions.SignInFailed, AuditOutcome.Refused));
            return SignInResult.LockedOut;
        }

        return await TellAsync(officer, IsRecoveryCode(code) ? await WithRecoveryCodeAsync(officer, code) : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false));
    }

    internal async Task LeaveAsync(SignedInOfficer? officer)
    {
        await signIn.SignOutAsync();
        if (officer is not null)
        {
            // A copy of the cookie is worth nothing any more; sessions elsewhere end with it.
            if (await officers.FindByIdAsync(officer.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } known)
            {
                await officers.UpdateSecurityStampAsync(known);
            }

            await audit.AppendAsync(Entry(officer.Id, AuditActions.SignedOut, AuditOutcome.Done));
        }
    }

    /// <summary>A failed attempt is told by the manager, which counts it.</summary>
    private async Task<SignInResult> TellAsync(Officer officer, SignInResult result)
    {
        if (result.Succeeded)
        {
            await audit.AppendAsync(Entry(officer.Id, AuditActions.SignedIn, AuditOutcome.Done));
        }

        return result;
    }

    /// <summary>Identity does not count wrong recovery codes.</summary>
    private async Task<SignInResult> WithRecoveryCodeAsync(Officer officer, string code)
    {
        var result = await signIn.TwoFactorRecoveryCodeSignInAsync(code.Trim().ToUpperInvariant());
        if (!result.Succeeded)
        {
            await officers.AccessFailedAsync(officer);
        }

        return result;
    }

    private static bool IsRecoveryCode(string code) => code.Any(char.IsLetter);

    /// <summary>The work of a password that is verified.</summary>
    private void VerifyNothing(string password)
    {
        string hash;
        lock (Gate)
        {
            hash = _hashOfNobody ??= hasher.HashPassword(new Officer(), Nobody);
        }

        hasher.VerifyHashedPassword(new Officer(), hash, password);
    }

    private AuditEntry Entry(long? officerId, string action, string outcome) => new(time.GetUtcNow(), officerId, action, null, null, outcome);
}
