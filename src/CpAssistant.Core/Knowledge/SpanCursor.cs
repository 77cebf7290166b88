using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Tells which of many spans an offset stands in, while the offsets go up.</summary>
/// <param name="spans">In order, without overlap.</param>
internal struct SpanCursor(IReadOnlyList<TextSpan> spans, int start)
{
    private int _next = FirstAfter(spans, start);

    /// <returns>The span that holds <paramref name="offset"/>; null where none does.</returns>
    /// <param name="offset">Not less than the start and the offsets asked for before.</param>
    internal TextSpan? At(int offset)
    {
        while (_next < spans.Count && spans[_next].End <= offset)
        {
            _next++;
        }

        return _next < spans.Count && spans[_next].Start <= offset ? spans[_next] : null;
    }

    private static int FirstAfter(IReadOnlyList<TextSpan> spans, int offset)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
