using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>What stands in one column of a line: letterheads and signatures are often set side by side.</summary>
/// <param name="Text">On one line, without markup.</param>
/// <param name="Column">Counted from 0 in its line.</param>
internal sealed partial record Cell(SourceLine Line, TextSpan Span, string Text, int Column)
{
    internal bool Gap => Line.Gap;

    /// <summary>Cuts a line at bars, tabs and runs of three spaces.</summary>
    internal static IEnumerable<Cell> Of(SourceLine line)
    {
        var start = 0;
        var column = 0;
        foreach (Match cut in Columns().Matches(line.Text))
        {
            if (cut.Index > start)
            {
                yield return New(line, start, cut.Index, column++);
            }

            start = cut.Index + cut.Length;
        }

        if (start < line.Text.Length)
        {
            yield return New(line, start, line.Text.Length, column);
        }
    }

    /// <summary>
    /// Cuts a line of recipients and signature, also where the columns lost their space: "- Bộ Công Thương; KT. CHỦ TỊCH".
    /// </summary>
    internal static IEnumerable<Cell> OfEnding(SourceLine line)
    {
        foreach (var cell in Of(line))
        {
            var cut = Recipient().Match(cell.Text) is { Success: true } recipient && Endings.IsSigning(cell.Text[recipient.Length..], cell.Text[..recipient.Length])
                ? line.Text.IndexOf(cell.Text[recipient.Length..], cell.Span.Start - line.Start, StringComparison.Ordinal) : -1;
            if (cut < 0)
            {
                yield return cell;
                continue;
            }

            yield return New(line, cell.Span.Start - line.Start, cut, cell.Column);
            yield return New(line, cut, cell.Span.End - line.Start, cell.Column + 1);
        }
    }

    private static Cell New(SourceLine line, int start, int end, int column)
    {
        while (start < end && line.Text[start] is '*' or '_')
        {
            start++;
        }

        while (end > start && line.Text[end - 1] is '*' or '_' or ' ')
        {
            end--;
        }

        return new Cell(line, new TextSpan(line.Start + start, line.Start + end), Words.Of(line.Text.AsSpan(start, end - start)), column);
    }

    [GeneratedRegex(@"(?<!Số ?[:.]?[ .…_]{0,40})[ \u00A0]{3,}|[ \u00A0]*\t[ \t\u00A0]*|[ \u00A0]*\|[ \u00A0]*", RegexOptions.CultureInvariant)]
    private static partial Regex Columns();

    [GeneratedRegex(@"^(?:(?:Nơi nhận|NƠI NHẬN)\s*:|[-–+*•][^;]*?[;.])\s+(?=[\p{Lu}(][^;]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Recipient();
}
