using System.Runtime.InteropServices;

namespace CpAssistant.Core.Text;

/// <summary>Counts terms and pairs of neighbours over texts.</summary>
internal sealed class VocabularyCounter
{
    private const int MaxTermLength = 32;

    private readonly Dictionary<string, string> terms = new(StringComparer.Ordinal);

    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string First, string Second), int> Pairs { get; } = [];

    public void Add(string text)
    {
        string? previous = null;
        var position = 0;
        var end = 0;
        while (SyllableTokenizer.TryNext(text, ref position, out var span))
        {
            var term = span.Length > MaxTermLength ? null : TermOf(text.AsSpan(span.Start, span.Length));
            if (term is not null)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(Counts, term, out _)++;
                if (previous is not null && text.AsSpan(end, span.Start - end).IsWhiteSpace())
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(Pairs, (previous, term), out _)++;
                }
            }

            previous = term;
            end = span.End;
        }
    }

    /// <summary>Normalizes each written form once; the same term is the same instance.</summary>
    private string TermOf(ReadOnlySpan<char> written)
    {
        var known = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(written, out var term))
        {
            var form = written.ToString();
            term = VietnameseText.Normalize(form);
            terms.Add(form, term);
        }

        return term;
    }
}
