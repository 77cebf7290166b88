using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Whether and where any phrase of a list stands in a text.</summary>
/// <param name="exact">Whether marks left out are an obstacle, as they are in the text of a document.</param>
public sealed class Cues(IEnumerable<string> phrases, bool exact = false)
{
    private readonly PhraseTable<string> _table = new(phrases.Select(phrase => (phrase, phrase)), exact);

    public bool In(IReadOnlyList<Token> tokens) => First(tokens) is not null;

    public bool In(string text) => In(Analyzer.Exact.Analyze(text));

    public PhraseMatch<string>? At(IReadOnlyList<Token> tokens, int first) => first < tokens.Count ? _table.FindAt(tokens, first) : null;

    public PhraseMatch<string>? First(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (_table.FindAt(tokens, i) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    public IReadOnlyList<PhraseMatch<string>> All(IReadOnlyList<Token> tokens) => _table.FindAll(tokens);
}
