using Microsoft.AspNetCore.Diagnostics;

namespace CpAssistant.Operations;

/// <summary>
/// Whatever goes wrong leaves as a page for a browser and as <c>ProblemDetails</c> for anything else, and a fault of ours without its inner life.
/// </summary>
internal static class Problems
{
    private static readonly PathString[] Machines = ["/api", "/v3", "/health", "/openapi", "/telegram"];

    internal static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        .UseWhen(WantsPage, pages => pages.UseStatusCodePagesWithReExecute("/loi"))
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            // Whoever sends broken bodies is not to fill the log.
            SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
            ExceptionHandler = context => WantsPage(context) ? Task.CompletedTask : WriteAsync(context),
        })
        .UseWhen(context => !WantsPage(context), machines => machines.UseStatusCodePages());

    /// <summary>Answers with a problem; a browser is shown the page of its status.</summary>
    internal static async Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        if (!WantsPage(context))
        {
            await TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);
        }
    }

    /// <summary>Whether this is the page of a status, made in place of what was asked for.</summary>
    internal static bool IsErrorPage(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static Task WriteAsync(HttpContext context) => TypedResults.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);

    private static bool WantsPage(HttpContext context) =>
        !Array.Exists(Machines, path => context.Request.Path.StartsWithSegments(path))
        && (context.Request.Path.StartsWithSegments("/van-ban") || context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
}
