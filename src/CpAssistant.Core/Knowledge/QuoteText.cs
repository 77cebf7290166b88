using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Shows a span of a source as one line.</summary>
internal static class QuoteText
{
    internal static string Of(Document document, TextSpan span)
    {
        var result = new StringBuilder(span.Length);
        var noise = document.Noise.Where(n => n.Overlaps(span)).ToList();
        for (var i = span.Start; i < span.End; i++)
        {
            var hidden = noise.FindIndex(n => n.Start <= i && i < n.End);
            if (hidden >= 0)
            {
                i = noise[hidden].End - 1;
                AppendSpace(result);
            }
            else if (char.IsWhiteSpace(document.Text[i]))
            {
                AppendSpace(result);
            }
            else if (!IsMarkup(document.Text, i))
            {
                result.Append(document.Text[i]);
            }
        }

        return result.ToString().Trim();
    }

    private static void AppendSpace(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ')
        {
            result.Append(' ');
        }
    }

    /// <summary>Emphasis, heading and quotation signs of Markdown. A star or hash between two spaces is text.</summary>
    private static bool IsMarkup(string text, int i) => text[i] switch
    {
        '*' or '_' or '`' => (i > 0 && text[i - 1] == text[i]) || (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1])) || (i > 0 && !char.IsWhiteSpace(text[i - 1])),
        '#' => IsLineStart(text, i),
        _ => false,
    };

    private static bool IsLineStart(string text, int i)
    {
        while (i > 0 && text[i - 1] == '#')
        {
            i--;
        }

        return i == 0 || text[i - 1] == '\n';
    }
}
