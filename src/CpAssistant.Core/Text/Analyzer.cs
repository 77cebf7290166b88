namespace CpAssistant.Core.Text;

/// <summary>Changes the term of a token, never its offsets.</summary>
public delegate Token TokenFilter(Token token);

/// <summary>A chain from text to tokens, read top to bottom: tokenizer, then each filter in turn.</summary>
public sealed class Analyzer(params IReadOnlyList<TokenFilter> filters)
{
    private readonly TokenFilter[] filters = [.. filters];

    /// <summary>Syllables in their one spelling, marks kept.</summary>
    public static Analyzer Exact { get; } = new(static token => token with { Term = VietnameseText.Normalize(token.Term) });

    /// <summary>Syllables without marks.</summary>
    public static Analyzer Folded { get; } = new(static token => token with { Term = VietnameseText.Fold(token.Term) });

    /// <returns>Tokens in reading order; offsets always slice <paramref name="text"/>.</returns>
    public IReadOnlyList<Token> Analyze(string text)
    {
        var tokens = new List<Token>(text.Length / 4);
        var position = 0;
        while (SyllableTokenizer.TryNext(text, ref position, out var span))
        {
            tokens.Add(Filter(new Token(text[span.Start..span.End], span.Start, span.End)));
        }

        return tokens;
    }

    private Token Filter(Token token)
    {
        foreach (var filter in filters)
        {
            token = filter(token);
        }

        return token;
    }
}
