using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>A line that is not blank, without the white space and markup around it.</summary>
/// <param name="Number">Counted from 1, blank lines included.</param>
/// <param name="Start">Where <paramref name="Text"/> begins in the source.</param>
/// <param name="Gap">Whether a blank line or a page break stands before it.</param>
/// <param name="Strong">Whether the whole line is bold or a Markdown heading.</param>
/// <param name="Width">Length with its indentation, for telling where lines were wrapped.</param>
/// <param name="AfterPage">Whether a page number stands between it and the line before.</param>
/// <param name="Cell">Its place in a row of a table whose cells became lines, from 0; -1 for the number of the row; null elsewhere.</param>
internal sealed record SourceLine(int Number, int Start, string Text, bool Gap, bool Strong, int Width, bool AfterPage = false, int? Cell = null)
{
    internal int End => Start + Text.Length;

    internal TextSpan Span => new(Start, End);
}
