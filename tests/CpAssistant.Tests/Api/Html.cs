using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CpAssistant.Tests.Api;

/// <summary>Asks for pages as a browser does, and reads them as one.</summary>
internal static class Html
{
    internal static async Task<IHtmlDocument> Page(this Service service, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await service.Page(request, status);
    }

    internal static async Task<IHtmlDocument> Page(this Service service, HttpRequestMessage request, HttpStatusCode status)
    {
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*", 0.8));
        var response = await service.Client.SendAsync(request);
        Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    /// <returns>The text of an element, runs of white space as one space.</returns>
    internal static string Words(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static IReadOnlyList<string> WordsOf(this IParentNode node, string selector) => [.. node.QuerySelectorAll(selector).Select(Words)];
}
