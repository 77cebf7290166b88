using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CpAssistant.Accounts;

/// <summary>Only for officers of this role or a higher one. All pages of the console ask for <see cref="Role.Officer"/> anyway.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MinimumRoleAttribute : AuthorizeAttribute
{
    private const string Prefix = "console-";

    public MinimumRoleAttribute(Role role)
        : base(PolicyOf(role)) => Role = role;

    public Role Role { get; }

    /// <returns>The policy's name, for <c>RequireAuthorization</c>.</returns>
    internal static string PolicyOf(Role role) => Prefix + Accounts.Roles.Key(role);

    internal static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var role in Accounts.Roles.All)
        {
            options.AddPolicy(PolicyOf(role), policy => policy
                .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme)
                .RequireAuthenticatedUser()
                .RequireAssertion(context => Accounts.Roles.Find(context.User.FindFirstValue(ClaimTypes.Role)) >= role));
        }
    }
}
