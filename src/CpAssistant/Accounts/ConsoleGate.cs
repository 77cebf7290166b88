using Microsoft.AspNetCore.Antiforgery;

namespace CpAssistant.Accounts;

/// <summary>
/// What all addresses of the console have in common, whatever kind of route they are: nothing is kept by browsers, nothing is changed
/// without the token of one of our forms, nothing is done before a password that someone else chose is changed.
/// </summary>
internal static class ConsoleGate
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Comes after the headers of all pages, and before anything can answer.</summary>
    internal static IApplicationBuilder UseConsoleHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsConsole(context))
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            // The words that the token against forgery asks for too, or it complains of others in the log.
            context.Response.Headers.CacheControl = "no-cache, no-store";
            context.Response.Headers.Pragma = "no-cache";
        }

        return next(context);
    });

    /// <summary>Comes once it is known who asks, and that they may.</summary>
    internal static IApplicationBuilder UseConsoleGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!IsConsole(context) || context.GetEndpoint() is null)
        {
            await next(context);
        }
        else if (!IsKnown(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else if (Changes(context.Request) && !await IsOursAsync(context))
        {
            await context.RefusedAsync(AuditActions.ForgeryRefused, SignedInOfficer.Of(context.User)?.Id);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (SignedInOfficer.Of(context.User) is { MustChangePassword: true } && !IsOpenBeforeChange(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.Request.PathBase + ConsoleAddress.MyAccount;
        }
        else
        {
            await next(context);
        }
    });

    /// <summary>Bytes that no form can hold are no form of ours either.</summary>
    private static async Task<bool> IsOursAsync(HttpContext context)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    private static bool IsKnown(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsPost(request.Method);

    private static bool IsConsole(HttpContext context) => context.Request.Path.StartsWithSegments(ConsoleAddress.Root);

    private static bool Changes(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static bool IsOpenBeforeChange(PathString path) =>
        path.StartsWithSegments(ConsoleAddress.MyAccount) || path.StartsWithSegments(ConsoleAddress.SignOut) || path.StartsWithSegments(ConsoleAddress.SignIn);
}
