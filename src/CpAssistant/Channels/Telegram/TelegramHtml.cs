using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CpAssistant.Channels.Telegram;

/// <summary>Words of documents and people in Telegram's HTML (https://core.telegram.org/bots/api#html-style), shown as they are.</summary>
internal static partial class TelegramHtml
{
    /// <summary>
    /// Line breaks are "\n", other control characters blanks, halves of surrogate pairs U+FFFD. Marks that turn the direction of what
    /// follows are dropped: they would show words in another order.
    /// </summary>
    internal static string Clean(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var letter = words[at];
            if (char.IsHighSurrogate(letter) && at + 1 < words.Length && char.IsLowSurrogate(words[at + 1]))
            {
                text.Append(letter).Append(words[++at]);
            }
            else if (!TurnsDirection(letter) && !(letter == '\r' && at + 1 < words.Length && words[at + 1] == '\n'))
            {
                text.Append(IsLineBreak(letter) ? '\n' : char.IsControl(letter) ? ' ' : char.IsSurrogate(letter) ? '\uFFFD' : letter);
            }
        }

        return text.ToString();
    }

    /// <returns>Its lines, cleaned and without blanks around; none is empty to the eye.</returns>
    internal static IReadOnlyList<string> Lines(string words) =>
        [.. Clean(words).Split('\n', StringSplitOptions.TrimEntries).Where(IsVisible)];

    /// <summary>In one line.</summary>
    internal static string Line(string words) => string.Join(' ', Lines(words));

    /// <summary>As text of a message.</summary>
    internal static string Text(string words) => Clean(words)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <returns>UTF-16 units of <see cref="Text"/> for words that are clean.</returns>
    internal static int TextLength(ReadOnlySpan<char> clean)
    {
        var length = clean.Length;
        foreach (var letter in clean)
        {
            length += letter switch { '&' => 4, '<' or '>' => 3, _ => 0 };
        }

        return length;
    }

    /// <summary>A link's tag without its words and its end.</summary>
    internal static string LinkStart(string address) => $"<a href=\"{Address(address)}\">";

    /// <returns>Whether there is anything to be seen: Telegram refuses a message of blanks and invisible marks.</returns>
    internal static bool IsVisible(string words) => words.EnumerateRunes().Any(static rune => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned)
        && rune.Value is not (0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0));

    /// <param name="html">As made here.</param>
    /// <returns>The words of a message without its markup, for sending without a parse mode.</returns>
    internal static string Plain(string html) => Tag().Replace(html, "")
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>What an address may not hold is percent-encoded, so that it cannot leave its attribute.</summary>
    private static string Address(string address)
    {
        var text = new StringBuilder(address.Length);
        foreach (var value in Encoding.UTF8.GetBytes(address))
        {
            var letter = (char)value;
            _ = letter == '&' ? text.Append("&amp;")
                : char.IsAsciiLetterOrDigit(letter) || "-._~:/?#[]@!$'()*+,;=%".Contains(letter) ? text.Append(letter)
                : text.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return text.ToString();
    }

    private static bool IsLineBreak(char letter) => letter is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool TurnsDirection(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
