using Microsoft.AspNetCore.Identity;

namespace CpAssistant.Accounts;

/// <summary>The second factor: codes of an authenticator app, each taken once.</summary>
internal sealed class AuthenticatorCodes(OfficerStore store, TimeProvider time) : IUserTwoFactorTokenProvider<Officer>
{
    /// <summary>Also where the key cannot be opened any more: a second factor that is lost is not one that is not asked for.</summary>
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Officer> manager, Officer user) => Task.FromResult(true);

    public Task<string> GenerateAsync(string purpose, UserManager<Officer> manager, Officer user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Officer> manager, Officer user) =>
        user.AuthenticatorKey is { } key && Totp.StepOf(token, Base32.Decode(key), time.GetUtcNow()) is { } step && await store.TakeStepAsync(user, step);
}
