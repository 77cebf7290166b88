using System.Globalization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Documents;

/// <summary>Where a document stands in the service, from the service's root on.</summary>
internal static class SourceAddress
{
    /// <summary>Name of the query value that says which words to mark.</summary>
    internal const string Quote = "trich";

    /// <returns>"/van-ban/dong-thap-50?trich=120-345#trich": the page of the document, at the cited words.</returns>
    internal static string Of(Citation citation) =>
        string.Create(CultureInfo.InvariantCulture, $"{Of(citation.Document)}?{Quote}={citation.Span.Start}-{citation.Span.End}#{Quote}");

    /// <param name="address">As <see cref="Of(Citation)"/> makes it.</param>
    /// <param name="others">Further words of the same document, from and to.</param>
    /// <returns>"/van-ban/dong-thap-50?trich=120-345,400-512#trich".</returns>
    internal static string With(string address, IEnumerable<(int Start, int End)> others) => address.Split('#') is [var page, var fragment]
        ? string.Concat(others.Select(other => string.Create(CultureInfo.InvariantCulture, $",{other.Start}-{other.End}")).Prepend(page)) + "#" + fragment
        : address;

    /// <returns>"/van-ban/dong-thap-50".</returns>
    internal static string Of(Document document) => "/van-ban/" + Uri.EscapeDataString(document.Id);
}
