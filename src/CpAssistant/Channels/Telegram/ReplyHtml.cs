using CpAssistant.Conversations;

namespace CpAssistant.Channels.Telegram;

/// <summary>A reply as messages in Telegram's HTML: lead, quotations with their source lines, notes.</summary>
internal static class ReplyHtml
{
    /// <summary>Characters of a quotation, about eight lines of a phone, that are shown at once; a longer one opens when it is touched.</summary>
    private const int LongestOpenQuote = 300;

    /// <summary>Telegram leaves out a longer address.</summary>
    private const int LongestAddress = 1024;

    /// <param name="root">What addresses of the service begin with, without a slash at the end; null where it cannot be reached from outside, and source lines are no links.</param>
    /// <param name="heading">Shown in front: the question that a button stood for, say.</param>
    /// <param name="notice">What the bot has to say beside the answer, at the very end; its line breaks stay.</param>
    /// <returns>One message or more, each complete in itself, visible, and within Telegram's limits.</returns>
    internal static IReadOnlyList<string> Of(Reply reply, string? root, string? heading = null, string? notice = null)
    {
        HtmlBlock[] blocks =
        [
            HtmlBlock.Of("\n\n", HtmlPiece.Of("", "<i>", TelegramHtml.Line(heading ?? ""), "</i>")),
            .. LeadHtml.Of(reply),
            .. CitedPassage.Of(reply.Sources) is var passages ? passages.Select((passage, index) => Quotation(passage, index > 0 ? passages[index - 1] : null, root)) : [],
            .. reply.Notes.Select((note, index) => HtmlBlock.Of(index == 0 ? "\n\n" : "\n", HtmlPiece.Of("", "ℹ️ ", TelegramHtml.Line(note), ""))),
            HtmlBlock.Of("\n\n", LinkTo(reply.Table, root)),
            HtmlBlock.Of("\n\n", HtmlPiece.Of("", "<i>", notice ?? "", "</i>")),
        ];
        var messages = MessagePacker.Pack(blocks.Where(block => block.Pieces.Count > 0));
        return messages.Count > 0 ? messages : ["…"];
    }

    /// <summary>Next to one from the same document the source line need not name it again, which would fill a phone with titles.</summary>
    private static HtmlBlock Quotation(CitedPassage passage, CitedPassage? before, string? root)
    {
        var words = Words(passage).ToList();
        var full = HtmlBlock.Of("\n\n", [.. words, SourceLine(passage, passage.Line, root)]);
        return before is not null && passage.IsOfSameDocument(before) && passage.Place is { } place
            ? full with { Brief = HtmlBlock.Of("", [.. words, SourceLine(passage, place, root)]).Pieces }
            : full;
    }

    /// <summary>A table can be reached by its address only.</summary>
    private static HtmlPiece? LinkTo(LinkedTable? table, string? root) =>
        table is null || root is null || TelegramHtml.LinkStart(root + table.Address) is not { Length: > 0 and <= LongestAddress } link ? null : HtmlPiece.Of("", "📋 " + link, TelegramHtml.Line(table.Label), "</a>");

    private static IEnumerable<HtmlPiece?> Words(CitedPassage passage)
    {
        var lines = string.Join(passage.IsQuotation ? "”\n“" : "\n", passage.Quotes);
        return passage.IsQuotation
            ? [HtmlPiece.Of("", lines.Length > LongestOpenQuote ? "<blockquote expandable>“" : "<blockquote>“", lines, "”</blockquote>")]
            : [HtmlPiece.Of("", "<i>", passage.Label is { } label ? TelegramHtml.Line(label) + ":" : "", "</i>"), HtmlPiece.Of("\n", "", lines, "")];
    }

    private static HtmlPiece? SourceLine(CitedPassage passage, string words, string? root)
    {
        var link = root is null ? "" : TelegramHtml.LinkStart(root + passage.Address);
        return link.Length is 0 or > LongestAddress
            ? HtmlPiece.Of("\n", "— ", TelegramHtml.Line(words), "")
            : HtmlPiece.Of("\n", "— " + link, TelegramHtml.Line(words), "</a>");
    }
}
