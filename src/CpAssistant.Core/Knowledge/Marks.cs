using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Places in a text that are to stand out.</summary>
public static class Marks
{
    /// <param name="spans">Inside the text; in any order, overlapping or not.</param>
    /// <returns>In order, without overlap, none of them cutting a character in two.</returns>
    public static IReadOnlyList<TextSpan> Of(string text, IEnumerable<TextSpan> spans)
    {
        var marks = new List<TextSpan>();
        foreach (var span in spans.Where(span => span.Length > 0).Select(span => Whole(text, span)).OrderBy(span => span.Start))
        {
            if (marks.Count > 0 && span.Start <= marks[^1].End)
            {
                marks[^1] = marks[^1].Union(span);
            }
            else
            {
                marks.Add(span);
            }
        }

        return marks;
    }

    private static TextSpan Whole(string text, TextSpan span) =>
        new(IsInside(text, span.Start) ? span.Start - 1 : span.Start, IsInside(text, span.End) ? span.End + 1 : span.End);

    private static bool IsInside(string text, int offset) =>
        offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]);
}
