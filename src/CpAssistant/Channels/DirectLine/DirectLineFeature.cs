using CpAssistant.Conversations;

namespace CpAssistant.Channels.DirectLine;

internal static partial class DirectLineFeature
{
    private static readonly TimeSpan LeastLifetime = TimeSpan.FromMinutes(30);

    internal static IServiceCollection AddDirectLine(this IServiceCollection services, DirectLineSettings settings) => services
        .AddCors()
        .AddSingleton(settings)
        .AddSingleton<DirectLineLimits>()
        .AddSingleton<PollLimits>()
        .AddSingleton<Tokens>()
        .AddSingleton<Transcript>()
        .AddSingleton<Streams>()
        .AddSingleton<IChannel, DirectLineChannel>()
        .AddSingleton<ActivityPost>();

    /// <summary>Between routing and the limits that hold elsewhere: what goes wrong here is told in the protocol's form.</summary>
    internal static void UseDirectLine(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<DirectLineSettings>();
        LogSettings(app.Logger, settings.Secret is null ? "no" : "yes", settings.AllowedOrigins.Count);
        if (settings.TokenLifetime < LeastLifetime)
        {
            LogShortLifetime(app.Logger, settings.TokenLifetime);
        }

        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.UseWhen(context => context.Request.Path.StartsWithSegments(DirectLineGate.Path), branch => branch
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
                // Whoever sends broken bodies is not to fill the log.
                SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
                ExceptionHandler = context => ProtocolError.Of(context.Response.StatusCode).ExecuteAsync(context),
                AllowStatusCode404Response = true,
            })
            .UseStatusCodePages(status => ProtocolError.Of(status.HttpContext.Response.StatusCode).ExecuteAsync(status.HttpContext))
            .UseMiddleware<DirectLineGate>());
    }

    [LoggerMessage(LogLevel.Information, "Direct Line: secret for other sites set: {Secret}; allowed origins beside our own: {Origins}")]
    private static partial void LogSettings(ILogger logger, string secret, int origins);

    [LoggerMessage(LogLevel.Warning, "DirectLine:TokenLifetime is {Lifetime}; Web Chat renews its token every 15 minutes, so below 30 minutes conversations may break off")]
    private static partial void LogShortLifetime(ILogger logger, TimeSpan lifetime);
}
