using CpAssistant.Core.Knowledge;
using CpAssistant.Documents;
using Microsoft.AspNetCore.Html;

namespace CpAssistant.Pages;

/// <summary>Words of a document as HTML, marks and all.</summary>
internal static class MarkedHtml
{
    /// <param name="isFirst">Whether the first mark among these is the first of the page, where the address leads.</param>
    internal static IHtmlContent Of(IReadOnlyList<QuotePiece> pieces, bool isFirst)
    {
        var html = new HtmlContentBuilder(3 * pieces.Count);
        foreach (var piece in pieces)
        {
            if (!piece.Marked)
            {
                html.Append(piece.Text);
                continue;
            }

            html.AppendHtml(isFirst ? $"<mark id=\"{SourceAddress.Quote}\">" : "<mark>").Append(piece.Text).AppendHtml("</mark>");
            isFirst = false;
        }

        return html;
    }
}
