using System.Globalization;
using System.Security.Claims;

namespace CpAssistant.Accounts;

/// <summary>Who asks, as of this request.</summary>
public sealed record SignedInOfficer(long Id, string Name, Role Role, bool MustChangePassword)
{
    /// <returns>Null where nobody is signed in.</returns>
    internal static SignedInOfficer? Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new SignedInOfficer(id, user.FindFirstValue(ClaimTypes.Name) ?? "", Roles.Find(user.FindFirstValue(ClaimTypes.Role)) ?? Role.Officer, user.HasClaim(OfficerClaims.MustChange, "1"))
            : null;
}
