namespace CpAssistant.Operations;

/// <summary>Whatever goes wrong leaves as <c>ProblemDetails</c>, and a fault of ours without its inner life.</summary>
internal static class Problems
{
    internal static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        })
        .UseStatusCodePages();
}
