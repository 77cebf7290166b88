using CpAssistant.Figures;
using CpAssistant.WebChat;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace CpAssistant.Operations;

/// <summary>Static files, in the form that the client takes: the build puts FILE.br and FILE.gz beside FILE.</summary>
internal static class CompressedFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Best first.</summary>
    private static readonly (string Coding, string Suffix)[] Codings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Folders whose addresses have a version in them.</summary>
    private static readonly string[] Versioned = [WebChatBundle.Folder.TrimEnd('/'), ChartBundle.Folder.TrimEnd('/'), "/fonts"];

    private static readonly TimeSpan CopiedWithin = TimeSpan.FromMinutes(1);

    internal static IApplicationBuilder UseCompressedFiles(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use((context, next) =>
        {
            if ((HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && Smaller(files, context.Request) is { } smaller)
            {
                context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
                context.Request.Path += smaller;
            }

            return next(context);
        });
        return app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new TypesInside(), OnPrepareResponse = Prepare });
    }

    /// <returns>Suffix of the file to send instead; empty for the file itself; null where it has no other form.</returns>
    private static string? Smaller(IFileProvider files, HttpRequest request)
    {
        if (request.Path.Value is not { } path || files.GetFileInfo(path) is not { Exists: true, LastModified: var changed })
        {
            return null;
        }

        // A file that was edited where it lies is newer than its other forms; one that was copied may be so by seconds.
        var there = Codings.Where(coding => files.GetFileInfo(path + coding.Suffix) is { Exists: true } info && info.LastModified >= changed - CopiedWithin).ToList();
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return there.Count == 0 ? null : there.FirstOrDefault(coding => Accepts(accepted, coding.Coding)).Suffix ?? "";
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        (accepted.FirstOrDefault(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(value => value.Value == "*")) is { } found && found.Quality is null or > 0;

    private static void Prepare(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        var coding = Codings.FirstOrDefault(coding => file.File.Name.EndsWith(coding.Suffix, StringComparison.Ordinal)).Coding;
        if (coding is not null)
        {
            headers.ContentEncoding = coding;
        }

        // An address with a version in it always means the same bytes.
        var request = file.Context.Request;
        headers.CacheControl = request.Query.ContainsKey("v") || Versioned.Any(folder => request.Path.StartsWithSegments(folder))
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (request.Path.Value!.StartsWith("/widget.js", StringComparison.Ordinal))
        {
            // Other sites load it.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
    }

    /// <summary>The type of what is inside: "site.css.br" is text/css.</summary>
    private sealed class TypesInside : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, out string contentType)
        {
            var inside = Codings.FirstOrDefault(coding => subpath.EndsWith(coding.Suffix, StringComparison.Ordinal)).Suffix is { } suffix ? subpath[..^suffix.Length] : subpath;
            return Types.TryGetContentType(inside, out contentType!);
        }
    }
}
