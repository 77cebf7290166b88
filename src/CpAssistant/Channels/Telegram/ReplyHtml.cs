using CpAssistant.Conversations;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Channels.Telegram;

/// <summary>A reply as messages in Telegram's HTML: lead, quotations with their source lines, notes.</summary>
internal static class ReplyHtml
{
    /// <summary>Characters of a quotation, about eight lines of a phone, that are shown at once; a longer one opens when it is touched.</summary>
    private const int LongestOpenQuote = 300;

    /// <summary>Telegram leaves out a longer address.</summary>
    private const int LongestAddress = 1024;

    /// <param name="root">What addresses of the service begin with, without a slash at the end; null where it cannot be reached from outside, and source lines are no links.</param>
    /// <param name="heading">The question that a button stood for, shown in front.</param>
    /// <param name="notice">What is said about data, at the very end.</param>
    /// <returns>One message or more, each complete in itself, visible, and within Telegram's limits.</returns>
    internal static IReadOnlyList<string> Of(Reply reply, string? root, string? heading = null, string? notice = null)
    {
        HtmlBlock[] blocks =
        [
            Block("\n\n", HtmlPiece.Of("", "❓ <i>", TelegramHtml.Line(heading ?? ""), "</i>")),
            .. LeadHtml.Of(reply),
            .. reply.Sources.Select((source, index) => Quotation(source, index > 0 ? reply.Sources[index - 1] : null, root)),
            .. reply.Notes.Select((note, index) => Block(index == 0 ? "\n\n" : "\n", HtmlPiece.Of("", "ℹ️ ", TelegramHtml.Line(note), ""))),
            Block("\n\n", HtmlPiece.Of("", "<i>", TelegramHtml.Line(notice ?? ""), "</i>")),
        ];
        var messages = MessagePacker.Pack(blocks.Where(block => block.Pieces.Count > 0));
        return messages.Count > 0 ? messages : ["…"];
    }

    /// <summary>Next to one from the same document the source line need not name it again, which would fill a phone with titles.</summary>
    private static HtmlBlock Quotation(CitedSource source, CitedSource? before, string? root)
    {
        var words = Words(source).ToList();
        var full = Block("\n\n", [.. words, SourceLine(source, source.Line, root)]);
        return before is not null && SameDocument(before, source) && Place(source) is { } place
            ? full with { Brief = Block("", [.. words, SourceLine(source, place, root)]).Pieces }
            : full;
    }

    private static IEnumerable<HtmlPiece?> Words(CitedSource source)
    {
        var quote = source.Citation.Quote;
        return source is { Label: null, Citation.Source: SourceKind.Original }
            ? [HtmlPiece.Of("", quote.Length > LongestOpenQuote ? "<blockquote expandable>“" : "<blockquote>“", quote, "”</blockquote>")]
            : [HtmlPiece.Of("", "<i>", source.Label is { } label ? TelegramHtml.Line(label) + ":" : "", "</i>"), HtmlPiece.Of("\n", "", quote, "")];
    }

    private static HtmlPiece? SourceLine(CitedSource source, string words, string? root)
    {
        var link = root is null ? "" : TelegramHtml.LinkStart(root + source.Address);
        return link.Length is 0 or > LongestAddress
            ? HtmlPiece.Of("\n", "— ", TelegramHtml.Line(words), "")
            : HtmlPiece.Of("\n", "— " + link, TelegramHtml.Line(words), "</a>");
    }

    private static bool SameDocument(CitedSource one, CitedSource other) =>
        one.Citation.Document == other.Citation.Document && DocumentName(one) is { } name && name == DocumentName(other);

    /// <returns>"Kế hoạch … (50/KH-UBND, 14/03/2016), mục "; null where the line does not end with the section.</returns>
    private static string? DocumentName(CitedSource source) =>
        source.Citation.Section.Length > 0 && source.Line.EndsWith(source.Citation.Section, StringComparison.Ordinal) ? source.Line[..^source.Citation.Section.Length] : null;

    /// <returns>"mục III › 5".</returns>
    private static string? Place(CitedSource source) =>
        DocumentName(source)?.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? source.Line[(comma + 2)..] : null;

    private static HtmlBlock Block(string before, params HtmlPiece?[] pieces) => new(before, [.. pieces.OfType<HtmlPiece>()]);
}
