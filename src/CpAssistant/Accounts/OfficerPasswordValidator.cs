using Microsoft.AspNetCore.Identity;

namespace CpAssistant.Accounts;

/// <summary>Our rules in place of Identity's own; the code of an error is the name of the <see cref="OfficerFault"/>.</summary>
internal sealed class OfficerPasswordValidator : IPasswordValidator<Officer>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Officer> manager, Officer user, string? password) => Task.FromResult(
        PasswordRules.Check(password ?? "", user.Name) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString(), Description = OfficerFaultText.Of(fault).English })
            : IdentityResult.Success);
}
