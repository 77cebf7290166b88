using System.Globalization;
using System.Security.Claims;
using CpAssistant.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

public class SessionEventsTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_a_page_asks_for_by_itself_keeps_no_session_alive(bool background, bool renewed)
    {
        var events = new SessionEvents(new ConsoleSettings(), TimeProvider.System);
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton<ISecurityStampValidator>(new Renewing()).BuildServiceProvider() };
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(background ? [new BackgroundAttribute()] : []), "page"));
        var scheme = new AuthenticationScheme("session", null, typeof(CookieAuthenticationHandler));
        var properties = new AuthenticationProperties();
        properties.Items["begun"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("session")), properties, scheme.Name);
        var validating = new CookieValidatePrincipalContext(http, scheme, new(), ticket);
        var sliding = new CookieSlidingExpirationContext(http, scheme, new(), ticket, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(10)) { ShouldRenew = true };

        await events.ValidatePrincipal(validating);
        await events.CheckSlidingExpiration(sliding);

        Assert.Equal((renewed, renewed), (validating.ShouldRenew, sliding.ShouldRenew));
    }

    /// <summary>As Identity's own does with a stamp that fits.</summary>
    private sealed class Renewing : ISecurityStampValidator
    {
        public Task ValidateAsync(CookieValidatePrincipalContext context)
        {
            context.ShouldRenew = true;
            return Task.CompletedTask;
        }
    }
}
