using System.Text;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>Reads a message as strictly as the description of Telegram's HTML does, and nothing that the bot has no need of.</summary>
internal static class TelegramMarkup
{
    private static readonly string[] Starts = ["<b>", "<i>", "<blockquote>", "<blockquote expandable>"];
    private static readonly Dictionary<string, char> Entities = new() { ["&lt;"] = '<', ["&gt;"] = '>', ["&amp;"] = '&', ["&quot;"] = '"' };

    /// <returns>The message's text, and the words of each tag with its tag. Fails where the message is no valid HTML.</returns>
    internal static Parsed Read(string html)
    {
        var (text, found, open) = (new StringBuilder(), new List<Element>(), new Stack<(string Tag, string? Address, int Start)>());
        for (var at = 0; at < html.Length;)
        {
            if (html[at] == '<')
            {
                var tag = html[at..(html.IndexOf('>', at) + 1)];
                at += tag.Length;
                if (tag.StartsWith("</", StringComparison.Ordinal))
                {
                    Assert.True(open.TryPop(out var start) && tag == $"</{start.Tag}>", $"{tag} ends nothing");
                    found.Add(new Element(start.Tag, text.ToString(start.Start, text.Length - start.Start), start.Address));
                }
                else
                {
                    var name = tag.Trim('<', '>').Split(' ')[0];
                    Assert.True(Starts.Contains(tag) || name == "a", $"{tag} is no tag");
                    Assert.DoesNotContain(open, outer => outer.Tag == name || name == "blockquote");
                    open.Push((name, name == "a" ? AddressOf(tag) : null, text.Length));
                }
            }
            else if (html[at] == '&')
            {
                var entity = html[at..(html.IndexOf(';', at) + 1)];
                Assert.True(Entities.TryGetValue(entity, out var letter), $"{entity} is no entity");
                text.Append(letter);
                at += entity.Length;
            }
            else
            {
                Assert.NotEqual('>', html[at]);
                Assert.True(html[at] == '\n' || !char.IsControl(html[at]), $"control character {(int)html[at]:X}");
                Assert.DoesNotContain(html[at], "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");
                text.Append(html[at++]);
            }
        }

        Assert.Empty(open);
        Assert.Equal(text.ToString(), Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString())));
        return new Parsed(text.ToString(), found);
    }

    /// <summary>As <see cref="Read"/>; the message also keeps Telegram's limits and has something to be seen.</summary>
    internal static Parsed ReadMessage(string html)
    {
        var parsed = Read(html);

        Assert.InRange(html.Length, 1, 4096);
        Assert.InRange(parsed.Elements.Count, 0, 100);
        Assert.Contains(parsed.Text.EnumerateRunes(), rune => Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));
        Assert.Equal(html.Trim(), html);
        return parsed;
    }

    private static string AddressOf(string tag)
    {
        const string Start = "<a href=\"", End = "\">";
        Assert.StartsWith(Start, tag, StringComparison.Ordinal);
        Assert.EndsWith(End, tag, StringComparison.Ordinal);
        var address = tag[Start.Length..^End.Length];
        Assert.DoesNotContain(address, letter => letter is '"' or '<' or '>' or '\\' or <= ' ' or > '~');
        Assert.DoesNotContain("&", address.Replace("&amp;", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return address.Replace("&amp;", "&", StringComparison.Ordinal);
    }

    internal sealed record Parsed(string Text, IReadOnlyList<Element> Elements)
    {
        internal IEnumerable<string> Words(string tag) => Elements.Where(element => element.Tag == tag).Select(element => element.Words);
    }

    /// <param name="Address">Null for all but links.</param>
    internal sealed record Element(string Tag, string Words, string? Address);
}
