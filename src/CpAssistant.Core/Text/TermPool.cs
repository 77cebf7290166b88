namespace CpAssistant.Core.Text;

/// <summary>Analyzes many texts as <see cref="Analyzer.Exact"/> does, each written form only once; the same term is the same instance. Not for several threads at once.</summary>
/// <remarks>Texts of a country have some 100,000 forms; a file of noise may have any number, so that no more than so many are kept.</remarks>
public sealed class TermPool
{
    private const int MostForms = 1 << 18;
    private const int LongestForm = 64;

    private readonly Dictionary<string, string> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public TermPool() => lookup = terms.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>Tokens in reading order; offsets always slice <paramref name="text"/>.</returns>
    public IEnumerable<Token> Analyze(string text)
    {
        var position = 0;
        while (SyllableTokenizer.TryNext(text, ref position, out var span))
        {
            yield return new Token(TermOf(text, span), span.Start, span.End);
        }
    }

    private string TermOf(string text, TextSpan span)
    {
        var form = text.AsSpan(span.Start, span.Length);
        if (lookup.TryGetValue(form, out var known))
        {
            return known;
        }

        var written = form.ToString();
        var term = VietnameseText.Normalize(written);
        if (written.Length <= LongestForm && terms.Count < MostForms)
        {
            terms.Add(written, term == written ? written : term);
        }

        return term;
    }
}
