using System.Threading.RateLimiting;
using CpAssistant.Configuration;
using Microsoft.AspNetCore.Http.Features;

namespace CpAssistant.Operations;

/// <summary>Keeps one sender from taking all: size of a body, requests a minute from one address, heavy ones at a time.</summary>
internal static class RequestLimits
{
    /// <summary>Name of the policy for what takes the processor long: one address has a few such requests worked on at a time.</summary>
    internal const string Heavy = "heavy";

    private const int HeavyAtOnce = 2;

    private const int HeavyWaiting = 10;

    internal static IServiceCollection AddRequestLimits(this IServiceCollection services, Limits limits) => services
        .AddSingleton(limits)
        .AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
                Sender.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = limits.RequestsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
            options.AddPolicy(Heavy, context => RateLimitPartition.GetConcurrencyLimiter(
                Sender.Of(context),
                _ => new ConcurrencyLimiterOptions { PermitLimit = HeavyAtOnce, QueueLimit = HeavyWaiting }));
            options.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await Problems.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "quá nhiều yêu cầu, hãy thử lại sau một phút");
            };
        });

    internal static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) => app
        .UseRateLimiter()
        .Use(async (context, next) =>
        {
            if (HttpMethods.IsTrace(context.Request.Method))
            {
                // Nothing here answers it, and pages would be shown without having been read.
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                return;
            }

            var limit = context.RequestServices.GetRequiredService<Limits>().RequestBytes;
            if (context.Request.ContentLength > limit && !Problems.IsErrorPage(context))
            {
                await Problems.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, $"yêu cầu dài quá {limit} byte");
                return;
            }

            // A body that does not tell its length is cut off by the server while it is read.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            {
                feature.MaxRequestBodySize = limit;
            }

            await next(context);
        });
}
