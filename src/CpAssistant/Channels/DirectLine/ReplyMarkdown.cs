using CpAssistant.Conversations;

namespace CpAssistant.Channels.DirectLine;

/// <summary>A reply as Markdown: lead, quotations with their source lines, notes, the way to the table, and the addresses of the sources.</summary>
internal static class ReplyMarkdown
{
    internal static string Of(Reply reply, string root)
    {
        var pages = CitedPage.Of(reply.Sources, root);
        var parts = new List<string> { Markdown.Text(reply.Lead) };
        parts.AddRange(reply.Sources.Select(source => Quotation(source, pages.First(page => page.Address == root + source.Address).Number)));
        parts.Add(string.Join('\n', reply.Notes.Select(note => "- " + Markdown.Line(note))));
        parts.Add(reply.Table is { } table ? $"[{Markdown.Line(table.Label)}]({Markdown.Address(root + table.Address)})" : "");
        parts.Add(string.Join('\n', pages.Select(page => $"[{page.Number}]: {Markdown.Address(page.Address)} {Markdown.Title(page.Line)}")));
        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    /// <summary>What an officer wrote, under a heading that says so.</summary>
    internal static string OfOffice(Reply reply) => reply.Lead.Split('\n', 2) is [var heading, var words] ? $"**{Markdown.Line(heading)}**\n\n{Markdown.Text(words)}" : Markdown.Text(reply.Lead);

    private static string Quotation(CitedSource source, int number) =>
        Markdown.Quoted(Markdown.Text(CitedPage.WordsOf(source))) + $"\n\n— {Markdown.Line(source.Line)} [{number}]";
}
