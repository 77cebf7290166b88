using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CpAssistant.Tests.Browser;

/// <summary>Another site that carries the widget, with a content policy as strict as the widget bears.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherSite(WebApplication app) => _app = app;

    /// <summary>Origin of the service whose widget stands on the page.</summary>
    internal string Service { get; set; } = "";

    internal string Address => _app.Urls.Single();

    internal static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var site = new OtherSite(app);
        app.MapGet("/", context => site.WriteAsync(context));
        await app.StartAsync();
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; script-src {Service}; frame-src {Service}; img-src 'self'";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="vi"><title>Sở</title><link rel="icon" href="data:,"><h1>Sở</h1>
            <script src="{Service}/widget.js" data-colour="#003366" defer></script></html>
            """);
    }
}
