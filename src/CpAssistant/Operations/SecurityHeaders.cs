using System.Security.Cryptography;
using CpAssistant.WebChat;

namespace CpAssistant.Operations;

/// <summary>Headers by which browsers keep the pages to themselves: no script, no frame, nothing from elsewhere. Pages with a chart may run the site's own script, the chat page gets more.</summary>
internal static class SecurityHeaders
{
    /// <summary>Web Chat makes one style element without the nonce, empty (its rules come by script): this is the hash of nothing.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        await next(context);
    });

    /// <summary>Lets this page run the site's scripts and nothing more.</summary>
    internal static void AllowScripts(this HttpContext context) => context.Response.Headers.ContentSecurityPolicy = Policy + "; script-src 'self'";

    /// <summary>Lets this page run the site's scripts, talk to the service and, as a frame, stand on the allowed sites.</summary>
    /// <param name="frame">Whether the page is meant to be shown in a frame.</param>
    /// <returns>The nonce that the page's own style elements carry.</returns>
    internal static string AllowChat(this HttpContext context, WebChatSettings settings, bool frame)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        // Older Safari does not take 'self' for web sockets.
        var socket = $"{(context.Request.IsHttps ? "wss" : "ws")}://{context.Request.Host.ToUriComponent()}";
        var ancestors = frame ? string.Join(' ', settings.FrameOrigins.Prepend("'self'")) : "'none'";
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' {socket}; "
            + $"form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}";
        headers.CacheControl = "no-store";
        if (frame)
        {
            // It knows no list of origins; frame-ancestors stands in its place.
            headers.Remove("X-Frame-Options");
        }

        return nonce;
    }
}
