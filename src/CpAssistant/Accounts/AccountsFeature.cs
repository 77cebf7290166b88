using System.Threading.RateLimiting;
using CpAssistant.Operations;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CpAssistant.Accounts;

internal static class AccountsFeature
{
    /// <summary>Name of the rate of attempts to sign in.</summary>
    internal const string SignInRate = "console-sign-in";

    /// <summary>Officers, their sessions, and who may open which page of the console.</summary>
    internal static IServiceCollection AddAccounts(this IServiceCollection services, ConsoleSettings settings)
    {
        services
            .AddSingleton(settings)
            .AddSingleton<AuditLog>()
            .AddSingleton<AnonymousRefusals>()
            .AddSingleton<OfficerSeals>()
            .AddSingleton<OfficerStore>()
            .AddSingleton<OfficerRegister>()
            .AddSingleton<SignInTurns>()
            .AddSingleton(OfficerPasswords.Hasher)
            .AddSingleton<IPasswordValidator<Officer>, OfficerPasswordValidator>()
            .AddSingleton<ILookupNormalizer, OfficerLookup>()
            .AddSingleton<IUserStore<Officer>>(provider => provider.GetRequiredService<OfficerStore>())
            .AddScoped<IUserClaimsPrincipalFactory<Officer>, OfficerClaims>()
            .AddScoped<SessionEvents>()
            .AddScoped<Entrance>()
            .AddScoped<OwnAccount>()
            .AddHttpContextAccessor();
        services.AddIdentityCore<Officer>(Configure)
            .AddUserManager<OfficerManager>()
            .AddSignInManager()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        return services.AddSessions(settings).AddSignInRate(settings).AddPagesOfConsole();
    }

    /// <summary>Who asks, whether they may, and what holds for all of the console.</summary>
    internal static IApplicationBuilder UseAccounts(this IApplicationBuilder app) => app.UseAuthentication().UseAuthorization().UseConsoleGate();

    private static void Configure(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static IServiceCollection AddSessions(this IServiceCollection services, ConsoleSettings settings)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            Keep(options, "cp-console");
            options.EventsType = typeof(SessionEvents);
            options.LoginPath = ConsoleAddress.SignIn;
            options.ReturnUrlParameter = ConsoleAddress.ReturnKey;
            options.ExpireTimeSpan = settings.Idle;
            options.SlidingExpiration = true;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => Keep(options, "cp-console-code"));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme, options => Keep(options, "cp-console-device"));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, options => Keep(options, "cp-console-external"));
        // At every request: whoever was removed, or has another password or role, is out (or has it) at once. Not zero, which would let
        // sessions be while the clock is put back.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.MinValue);
        services.Configure<AntiforgeryOptions>(options => Keep(options.Cookie, "cp-console-form"));
        services.Configure<CookieTempDataProviderOptions>(options => Keep(options.Cookie, "cp-console-notice"));
        return services;
    }

    private static void Keep(CookieAuthenticationOptions options, string name) => Keep(options.Cookie, name);

    private static void Keep(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = ConsoleAddress.Root;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static IServiceCollection AddSignInRate(this IServiceCollection services, ConsoleSettings settings) => services.Configure<RateLimiterOptions>(options =>
        options.AddPolicy(SignInRate, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                Sender.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 })
            // No address is written so: the limiter of a partition is kept by its name.
            : RateLimitPartition.GetNoLimiter("visits")));

    private static IServiceCollection AddPagesOfConsole(this IServiceCollection services)
    {
        services.Configure<AuthorizationOptions>(MinimumRoleAttribute.AddPolicies);
        services.AddAuthorization();
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AuthorizeFolder("/Console", MinimumRoleAttribute.PolicyOf(Role.Officer))
            .AllowAnonymousToPage("/Console/SignIn")
            .AllowAnonymousToPage("/Console/SignInCode")
            .AllowAnonymousToPage("/Console/SignOut"));
        return services;
    }
}
