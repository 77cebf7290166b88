using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>HTML as the Bot API takes it: few tags, all closed in order.</summary>
internal static partial class FakeTelegramHtml
{
    private static readonly string[] Tags =
        ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "tg-emoji", "a", "code", "pre", "blockquote"];

    /// <returns>The text as shown, or what is wrong with it.</returns>
    internal static (string Text, string? Error) Parse(string html)
    {
        var (text, open, at) = (new StringBuilder(), new Stack<string>(), 0);
        while (at < html.Length)
        {
            if (html[at] == '<')
            {
                if (Tag().Match(html, at) is not { Success: true } tag)
                {
                    return ("", $"Unsupported start tag \"{html[(at + 1)..Math.Min(at + 10, html.Length)]}\" at byte offset {Bytes(html, at)}");
                }

                var (closes, name) = (tag.Groups["closes"].Length > 0, tag.Groups["name"].Value.ToLowerInvariant());
                if (!closes && !Allowed(name, tag.Groups["attributes"].Value))
                {
                    return ("", $"Unsupported start tag \"{name}\" at byte offset {Bytes(html, at)}");
                }

                if (closes && open.Count == 0)
                {
                    return ("", $"Unexpected end tag at byte offset {Bytes(html, at)}");
                }

                if (closes && open.Peek() != name)
                {
                    return ("", $"Unmatched end tag at byte offset {Bytes(html, at)}, expected \"</{open.Peek()}>\", found \"</{name}>\"");
                }

                _ = closes ? open.Pop() : Push(open, name);
                at += tag.Length;
            }
            else if (html[at] == '&' && Entity().Match(html, at) is { Success: true } entity)
            {
                text.Append(WebUtility.HtmlDecode(entity.Value));
                at += entity.Length;
            }
            else
            {
                text.Append(html[at++]);
            }
        }

        return open.Count > 0 ? ("", $"Can't find end tag corresponding to start tag \"{open.Peek()}\"") : (text.ToString(), null);
    }

    private static bool Allowed(string name, string attributes) => name switch
    {
        "span" => attributes.Contains("class=\"tg-spoiler\"", StringComparison.Ordinal),
        "tg-emoji" => attributes.Contains("emoji-id=", StringComparison.Ordinal),
        _ => Tags.Contains(name),
    };

    private static string Push(Stack<string> open, string name)
    {
        open.Push(name);
        return name;
    }

    private static string Bytes(string html, int at) => Encoding.UTF8.GetByteCount(html.AsSpan(0, at)).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("""\G<(?<closes>/?)(?<name>[A-Za-z-]+)(?<attributes>(?:\s+[A-Za-z-]+(?:=(?:"[^"<>]*"|'[^'<>]*'))?)*)\s*>""")]
    private static partial Regex Tag();

    /// <summary>The API knows four names; others stay as they are written.</summary>
    [GeneratedRegex(@"\G&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")]
    private static partial Regex Entity();
}
