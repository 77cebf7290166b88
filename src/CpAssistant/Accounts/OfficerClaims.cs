using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CpAssistant.Accounts;

/// <summary>What a session says of its officer; made anew from the database at every request.</summary>
internal sealed class OfficerClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Officer>
{
    internal const string MustChange = "must-change";

    public Task<ClaimsPrincipal> CreateAsync(Officer user)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)),
                new(ClaimTypes.Name, user.Name),
                new(ClaimTypes.Role, Roles.Key(user.Role)),
                new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.Stamp),
            ],
            IdentityConstants.ApplicationScheme);
        if (user.MustChangePassword)
        {
            identity.AddClaim(new(MustChange, "1"));
        }

        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
