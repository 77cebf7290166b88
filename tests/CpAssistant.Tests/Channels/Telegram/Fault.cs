using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>What happens to a call instead of its answer.</summary>
/// <param name="Act">Is given the request, the work of the method with its answer, and an end for whatever waits.</param>
internal sealed record Fault(string Name, Func<HttpContext, Func<Task<IResult>>, CancellationToken, Task<IResult>> Act)
{
    internal static Fault Blocked { get; } = Refusal(403, "Forbidden: bot was blocked by the user");

    internal static Fault Unauthorized { get; } = Refusal(401, "Unauthorized");

    internal static Fault BadGateway { get; } = Status(502, "<html><body><h1>502 Bad Gateway</h1></body></html>", "text/html");

    internal static Fault InternalError { get; } = Status(500, """{"message":"Internal Server Error"}""");

    internal static Fault Malformed { get; } = Status(200, """{"ok":true,"result":{"message_""");

    internal static Fault EmptyBody { get; } = Status(200, "");

    /// <summary>No answer until the client goes, and nothing done.</summary>
    internal static Fault Hang { get; } = new("hang", static async (context, _, stopping) =>
    {
        await EndOf(context, stopping);
        return Results.Empty;
    });

    /// <summary>Everything is done, but no answer comes until the client goes.</summary>
    internal static Fault DoneThenHang { get; } = new("done, then hang", static async (context, work, stopping) =>
    {
        await work();
        await EndOf(context, stopping);
        return Results.Empty;
    });

    /// <summary>Everything is done, but the connection breaks before the answer.</summary>
    internal static Fault LostAnswer { get; } = new("lost answer", static async (context, work, _) =>
    {
        await work();
        context.Abort();
        return Results.Empty;
    });

    /// <summary>Everything is done, but the connection breaks within the answer.</summary>
    internal static Fault HalfAnswer { get; } = new("half an answer", static async (context, work, _) =>
    {
        await work();
        context.Response.ContentLength = 1000;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"ok":true,"result":""");
        await context.Response.Body.FlushAsync();
        context.Abort();
        return Results.Empty;
    });

    /// <summary>The connection breaks and nothing is done.</summary>
    internal static Fault Broken { get; } = new("broken", static (context, _, _) =>
    {
        context.Abort();
        return Task.FromResult(Results.Empty);
    });

    /// <summary>Nothing is done, whatever the answer says.</summary>
    internal static Fault Status(int code, string body, string contentType = "application/json") =>
        new($"{code} {body}", (_, _, _) => Task.FromResult(Results.Text(body, contentType, null, code)));

    internal static Fault Refusal(int code, string description) => Status(code, JsonSerializer.Serialize(new { ok = false, error_code = code, description }));

    internal static Fault TooMany(int seconds) => Status(429, JsonSerializer.Serialize(new
    {
        ok = false,
        error_code = 429,
        description = $"Too Many Requests: retry after {seconds}",
        parameters = new { retry_after = seconds },
    }));

    internal static Fault Migrated(long to) => Status(400, JsonSerializer.Serialize(new
    {
        ok = false,
        error_code = 400,
        description = "Bad Request: group chat was upgraded to a supergroup chat",
        parameters = new { migrate_to_chat_id = to },
    }));

    private static async Task EndOf(HttpContext context, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
    }
}
