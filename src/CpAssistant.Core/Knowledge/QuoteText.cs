using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Shows a span of a source: lines and pages joined, markup and noise dropped.</summary>
internal static class QuoteText
{
    /// <summary>A line of fewer characters was broken off on purpose; a longer one ran out of paper.</summary>
    private const int ShortLine = 72;

    /// <returns>The span as one line.</returns>
    internal static string Of(Document document, TextSpan span)
    {
        var shown = new Shown(span.Length, null, keepLines: false);
        Show(document, span, shown);
        return shown.Text.ToString();
    }

    /// <param name="marks">In order, without overlap (see <see cref="Marks"/>).</param>
    /// <param name="keepLines">Whether a break after a short line stays one, as in a letterhead or a signature.</param>
    /// <returns>The same words, cut where a mark begins or ends. A space that stands for a line break is marked where the break begins in a mark.</returns>
    internal static IReadOnlyList<QuotePiece> Pieces(Document document, TextSpan span, IReadOnlyList<TextSpan> marks, bool keepLines)
    {
        var offsets = new List<int>(span.Length);
        var shown = new Shown(span.Length, offsets, keepLines);
        Show(document, span, shown);
        var pieces = new List<QuotePiece>();
        var cursor = new SpanCursor(marks, span.Start);
        for (var (i, start) = (0, 0); i < offsets.Count; start = i)
        {
            var marked = cursor.At(offsets[i]) is not null;
            do
            {
                i++;
            }
            while (i < offsets.Count && cursor.At(offsets[i]) is not null == marked);

            pieces.Add(new QuotePiece(shown.Text.ToString(start, i - start), marked));
        }

        return pieces;
    }

    private static void Show(Document document, TextSpan span, Shown shown)
    {
        var noise = new SpanCursor(document.Noise, span.Start);
        for (var i = span.Start; i < span.End; i++)
        {
            if (noise.At(i) is { } hidden)
            {
                shown.AddSpace(i, isLine: false);
                i = hidden.End - 1;
            }
            else if (char.IsWhiteSpace(document.Text[i]))
            {
                shown.AddSpace(i, document.Text[i] == '\n');
            }
            else if (!IsMarkup(document.Text, i))
            {
                shown.Add(document.Text[i], i);
            }
        }

        shown.TrimEnd();
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

    /// <summary>Shown words, and of each of their characters the offset it comes from.</summary>
    private sealed class Shown(int capacity, List<int>? offsets, bool keepLines)
    {
        private int _line;

        internal StringBuilder Text { get; } = new(capacity);

        internal void Add(char character, int offset)
        {
            Text.Append(character);
            offsets?.Add(offset);
        }

        /// <summary>Spaces in a row are one, a line break where any of them is; none stands at the beginning.</summary>
        internal void AddSpace(int offset, bool isLine)
        {
            if (Text.Length > 0 && Text[^1] is not (' ' or '\n'))
            {
                Add(' ', offset);
            }

            if (isLine && keepLines && Text.Length > 0 && Text[^1] == ' ' && Text.Length - _line <= ShortLine)
            {
                Text[^1] = '\n';
            }

            _line = isLine ? Text.Length : _line;
        }

        internal void TrimEnd()
        {
            if (Text.Length > 0 && Text[^1] is ' ' or '\n')
            {
                Text.Length--;
                offsets?.RemoveAt(offsets.Count - 1);
            }
        }
    }
}
