using System.Globalization;
using CpAssistant.Core.Text;

namespace CpAssistant.Documents;

/// <summary>The places that an address asks to be marked: "120-345", several with commas or given one by one.</summary>
/// <param name="Marks">As <see cref="Core.Knowledge.Marks.Of"/> gives them.</param>
/// <param name="HasFaults">Whether something was asked for that is no place in the text.</param>
internal sealed record QuotedPlaces(IReadOnlyList<TextSpan> Marks, bool HasFaults)
{
    internal static QuotedPlaces Read(IEnumerable<string?> values, string text)
    {
        var asked = values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries)).Where(value => value.Length > 0).Select(value => Span(value, text.Length)).ToList();
        return new QuotedPlaces(Core.Knowledge.Marks.Of(text, asked.OfType<TextSpan>()), asked.Contains(null));
    }

    private static TextSpan? Span(string value, int length) =>
        value.Split('-') is [var start, var end] && Offset(start) is { } from && Offset(end) is { } to && from < to && to <= length ? new TextSpan(from, to) : null;

    private static int? Offset(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;
}
