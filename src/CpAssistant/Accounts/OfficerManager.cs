using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CpAssistant.Accounts;

/// <summary>Identity's manager with our clock, and with failures counted, locked and told in one transaction.</summary>
internal sealed class OfficerManager(
    OfficerStore store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Officer> hasher,
    IEnumerable<IPasswordValidator<Officer>> validators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Officer>> log,
    TimeProvider time)
    : UserManager<Officer>(store, options, hasher, [], validators, normalizer, errors, services, log)
{
    public override Task<bool> IsLockedOutAsync(Officer user) => Task.FromResult(user.LockedUntil > time.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(Officer user)
    {
        var now = time.GetUtcNow();
        var failed = new AuditEntry(now, user.Id, AuditActions.SignInFailed, null, null, AuditOutcome.Failed);
        await store.FailAsync(user, Options.Lockout.MaxFailedAccessAttempts, now + Options.Lockout.DefaultLockoutTimeSpan, failed);
        return IdentityResult.Success;
    }
}
