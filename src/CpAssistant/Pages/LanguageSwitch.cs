using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace CpAssistant.Pages;

/// <summary>The same page in another language.</summary>
internal static class LanguageSwitch
{
    /// <summary>Name of the query value that says which language the page speaks.</summary>
    internal const string Key = "lang";

    /// <returns>Path and query of the page that is shown, in <paramref name="language"/>; for an error page, of what was asked for.</returns>
    internal static string To(HttpContext context, string language)
    {
        var original = context.Features.Get<IStatusCodeReExecuteFeature>();
        var asked = original is null ? context.Request.Path.Value : original.OriginalPath;
        // "//site/x" would be an address on another site.
        var path = new PathString("/" + asked?.TrimStart('/', '\\'));
        var query = original is null ? context.Request.Query : QueryOf(original.OriginalQueryString);
        var kept = query.Where(pair => pair.Key != Key).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        return UriHelper.BuildRelative(context.Request.PathBase, path, new QueryBuilder([.. kept, KeyValuePair.Create(Key, language)]).ToQueryString());
    }

    /// <returns>The language that a query string asks for; null where it asks for none that the pages speak.</returns>
    internal static string? Of(string? query) => QueryOf(query)[Key].ToString() is "vi" or "en" ? QueryOf(query)[Key].ToString() : null;

    private static QueryCollection QueryOf(string? text) => new(QueryHelpers.ParseQuery(text));
}
