using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>The tokens of a document's text, noise left out, with look-up by span.</summary>
public sealed class DocumentTokens
{
    private readonly List<Token> _tokens;

    public DocumentTokens(Document document)
        : this(document, new TermPool()) { }

    /// <param name="pool">Holds each term once for all documents that are read with it.</param>
    public DocumentTokens(Document document, TermPool pool)
    {
        Document = document;
        var noise = 0;
        _tokens = new List<Token>(document.Text.Length / 5);
        foreach (var token in pool.Analyze(document.Text))
        {
            while (noise < document.Noise.Count && document.Noise[noise].End <= token.Start)
            {
                noise++;
            }

            if (noise == document.Noise.Count || token.Start < document.Noise[noise].Start)
            {
                _tokens.Add(token);
            }
        }
    }

    public Document Document { get; }

    /// <summary>UTF-16 units of a span that are looked at: no provision is longer, and what is does not cost more.</summary>
    private const int LongestSpan = 8000;

    /// <returns>The tokens that lie in a span, in order; of an overlong one those of its beginning.</returns>
    public IReadOnlyList<Token> In(TextSpan span)
    {
        var first = LowerBound(span.Start);
        span = new TextSpan(span.Start, Math.Min(span.End, span.Start + LongestSpan));
        var end = first;
        while (end < _tokens.Count && _tokens[end].End <= span.End)
        {
            end++;
        }

        return _tokens.GetRange(first, end - first);
    }

    /// <summary>Gives back what was reserved for more tokens than there are.</summary>
    internal DocumentTokens Trimmed()
    {
        _tokens.TrimExcess();
        return this;
    }

    private int LowerBound(int start)
    {
        var (low, high) = (0, _tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
