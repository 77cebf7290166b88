using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace CpAssistant.Accounts;

/// <summary>What officers change of their own account. The session at hand goes on, others of the same officer are over.</summary>
internal sealed class OwnAccount(SignInManager<Officer> signIn, OfficerManager officers, TimeProvider time)
{
    private const int RecoveryCodes = 10;
    private const string Issuer = "CP Assistant";

    internal async Task<Officer> FindAsync(ClaimsPrincipal user) =>
        await officers.GetUserAsync(user) ?? throw new InvalidOperationException("the session's officer has just been removed");

    /// <returns>What is wrong; null once it is done.</returns>
    internal async Task<OwnAccountFault?> ChangePasswordAsync(Officer officer, string current, string next, string again)
    {
        if (next != again)
        {
            return new(("Hai lần nhập mật khẩu mới không giống nhau.", "The new password was not typed the same twice."));
        }

        if (await WrongPasswordAsync(officer, current) is { } wrong)
        {
            return wrong;
        }

        if (PasswordRules.Check(next, officer.Name) is { } fault)
        {
            return new(OfficerFaultText.Of(fault));
        }

        if (next == current)
        {
            return new(("Mật khẩu mới phải khác mật khẩu cũ.", "The new password must be another one than the old."));
        }

        officer.MustChangePassword = false;
        Tell(officer, AuditActions.PasswordChanged);
        return await GoOnAsync(officer, await officers.ChangePasswordAsync(officer, current, next));
    }

    /// <summary>Makes the key for an authenticator app; it counts once a code of it was given.</summary>
    internal async Task<OwnAccountFault?> MakeKeyAsync(Officer officer, string password) => officer.TwoFactor
        ? new(("Xác thực hai bước đang bật.", "Two-step sign-in is on already."))
        : await WrongPasswordAsync(officer, password) ?? await GoOnAsync(officer, await officers.ResetAuthenticatorKeyAsync(officer));

    /// <returns>The recovery codes, which are not shown again; or what is wrong.</returns>
    internal async Task<(IReadOnlyList<string> Codes, OwnAccountFault? Fault)> TurnOnAsync(Officer officer, string code)
    {
        if (officer.TwoFactor || officer.AuthenticatorKey is null || !await officers.VerifyTwoFactorTokenAsync(officer, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            return ([], new(("Mã không đúng. Hãy kiểm tra giờ của điện thoại rồi nhập mã đang hiện.", "The code is wrong. Check the clock of your phone and type the code that is shown now.")));
        }

        Tell(officer, AuditActions.TwoFactorOn);
        var fault = await GoOnAsync(officer, await officers.SetTwoFactorEnabledAsync(officer, true));
        return fault is null ? (await NewCodesAsync(officer), null) : ([], fault);
    }

    internal async Task<OwnAccountFault?> TurnOffAsync(Officer officer, string password)
    {
        if (await WrongPasswordAsync(officer, password) is { } wrong)
        {
            return wrong;
        }

        (officer.AuthenticatorKey, officer.RecoveryCodes) = (null, []);
        Tell(officer, AuditActions.TwoFactorOff);
        return await GoOnAsync(officer, await officers.SetTwoFactorEnabledAsync(officer, false));
    }

    /// <returns>New recovery codes in place of the old; or what is wrong.</returns>
    internal async Task<(IReadOnlyList<string> Codes, OwnAccountFault? Fault)> MakeCodesAsync(Officer officer, string password) =>
        !officer.TwoFactor ? ([], new(("Xác thực hai bước đang tắt.", "Two-step sign-in is off.")))
        : await WrongPasswordAsync(officer, password) is { } wrong ? ([], wrong)
        : (await NewCodesAsync(officer), null);

    /// <returns>For a phone that opens it in its authenticator app.</returns>
    internal static string AppAddress(string name, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(name)}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6&period=30";

    private async Task<IReadOnlyList<string>> NewCodesAsync(Officer officer)
    {
        Tell(officer, AuditActions.RecoveryCodesMade);
        return [.. await officers.GenerateNewTwoFactorRecoveryCodesAsync(officer, RecoveryCodes) ?? []];
    }

    /// <summary>Whoever sits down at a session that was left open is not to guess: failures count as those at the sign-in do.</summary>
    private async Task<OwnAccountFault?> WrongPasswordAsync(Officer officer, string password)
    {
        if (!await officers.IsLockedOutAsync(officer) && await officers.CheckPasswordAsync(officer, password))
        {
            return null;
        }

        await officers.AccessFailedAsync(officer);
        return new((
            "Mật khẩu hiện tại không đúng, hoặc tài khoản đang tạm khóa sau nhiều lần sai.",
            "The current password is wrong, or the account is locked for now after several failures."));
    }

    private async Task<OwnAccountFault?> GoOnAsync(Officer officer, IdentityResult result)
    {
        if (!result.Succeeded)
        {
            return new(("Tài khoản vừa được thay đổi ở nơi khác. Hãy thử lại.", "The account has just been changed elsewhere. Please try again."));
        }

        await signIn.RefreshSignInAsync(officer);
        return null;
    }

    private void Tell(Officer officer, string action) =>
        officer.Told.Add(new(time.GetUtcNow(), officer.Id, action, "officer", officer.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), AuditOutcome.Done));
}
