using CpAssistant.Core.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Pages;

/// <summary>What a printed page says of itself besides its address and the day.</summary>
public sealed record PrintLine(PageText Words, string Title)
{
    /// <returns>The address as people read it; for an error page, of what was asked for. Numbers of persons are masked.</returns>
    internal static string AddressOf(HttpContext context)
    {
        var request = context.Request;
        var address = context.Features.Get<IStatusCodeReExecuteFeature>() is { } original
            ? UriHelper.BuildAbsolute(request.Scheme, request.Host, original.OriginalPathBase, original.OriginalPath, new QueryString(original.OriginalQueryString))
            : request.GetEncodedUrl();
        return PersonalNumbers.Mask(Uri.UnescapeDataString(address.Replace('+', ' ')));
    }
}
