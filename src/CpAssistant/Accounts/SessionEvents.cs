using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CpAssistant.Accounts;

/// <summary>What happens to a session: checked against the database at every request, over after a time whatever is done in it, told of where it is refused.</summary>
internal sealed class SessionEvents(ConsoleSettings settings, TimeProvider time) : CookieAuthenticationEvents
{
    private const string Begun = "begun";

    public override Task SigningIn(CookieSigningInContext context)
    {
        // A renewed session keeps the time that it began at.
        context.Properties.Items.TryAdd(Begun, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!context.Properties.Items.TryGetValue(Begun, out var begun) || time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(long.Parse(begun!, CultureInfo.InvariantCulture)) > settings.Session)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        var officer = SignedInOfficer.Of(context.Principal!);
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is null)
        {
            await context.HttpContext.RefusedAsync(AuditActions.SessionRejected, officer?.Id);
        }

        // Whatever is renewed lives on for another idle time.
        context.ShouldRenew &= !IsBackground(context.HttpContext);
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !IsBackground(context.HttpContext);
        return Task.CompletedTask;
    }

    /// <summary>A visit goes to the sign-in and comes back; what a script asks for, and what would change something, is refused.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !IsScript(request))
        {
            // Without the host, which anyone may have written there.
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    public override async Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        await context.HttpContext.RefusedAsync(AuditActions.AccessRefused, SignedInOfficer.Of(context.HttpContext.User)?.Id);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static bool IsBackground(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<BackgroundAttribute>() is not null;

    private static bool IsScript(HttpRequest request) =>
        request.Headers.Accept.ToString() is var accept && (accept.Contains("json", StringComparison.OrdinalIgnoreCase) || accept.Contains("event-stream", StringComparison.OrdinalIgnoreCase));
}
