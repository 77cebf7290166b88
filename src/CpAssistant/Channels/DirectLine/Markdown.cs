using System.Text;

namespace CpAssistant.Channels.DirectLine;

/// <summary>Words of documents and people as Markdown that shows them as they are.</summary>
internal static class Markdown
{
    /// <summary>
    /// Numeric references for what opens a link, an image, a tag, a reference or a formula (some clients read a backslash with a
    /// bracket as one); a backslash before all else that means something.
    /// </summary>
    private const string Referenced = "[]()<>&\\$";

    private const string Escaped = "!\"#*+-./:=@^_`{|}~";

    /// <summary>Line breaks stay; a line does not begin with blanks, which would make it code.</summary>
    internal static string Text(string words) => string.Join("  \n", Lines(words).Select(Escape));

    /// <summary>In one line.</summary>
    internal static string Line(string words) => string.Join(' ', Lines(words).Select(Escape));

    /// <summary>As the title of a link's definition.</summary>
    internal static string Title(string words) => "\"" + Line(words) + "\"";

    /// <summary>As the destination of a link's definition.</summary>
    internal static string Address(string address)
    {
        var text = new StringBuilder("<");
        foreach (var value in Encoding.UTF8.GetBytes(address))
        {
            text.Append(char.IsAsciiLetterOrDigit((char)value) || "-._~:/?#@!$&'*+,;=%".Contains((char)value) ? (char)value : $"%{value:X2}");
        }

        return text.Append('>').ToString();
    }

    /// <summary>Each line with a mark in front.</summary>
    internal static string Quoted(string markdown) => "> " + markdown.Replace("\n", "\n> ", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string words) =>
        words.Split(['\n', '\r', '\u2028', '\u2029', '\u000B', '\u000C', '\u0085'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Escape(string line)
    {
        var text = new StringBuilder(line.Length + 16);
        foreach (var letter in line)
        {
            _ = Referenced.Contains(letter) ? text.Append($"&#{(int)letter};")
                : Escaped.Contains(letter) ? text.Append('\\').Append(letter)
                : text.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return text.ToString();
    }
}
