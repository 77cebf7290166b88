using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>How often a passage has each term, read from its text again.</summary>
internal sealed class PassageTerms(Passage passage)
{
    private readonly List<string> heading = [.. Analyzer.Exact.Analyze(passage.Heading).Select(static token => token.Term)];
    private readonly List<string> text = [.. Analyzer.Exact.Analyze(passage.Text).Select(static token => token.Term)];

    public int CountOf(int term, TermDictionary terms)
    {
        if (term < terms.WordCount)
        {
            return CountWords(word => word == terms.TextOf(term));
        }

        if (term < terms.FirstPair)
        {
            var folded = terms.TextOfFoldTerm(term);
            return CountWords(word => VietnameseText.Fold(word) == folded);
        }

        var (first, second) = terms.WordsOfPair(term);
        return CountPairs(heading, terms.TextOf(first), terms.TextOf(second)) + CountPairs(text, terms.TextOf(first), terms.TextOf(second));
    }

    private static int CountPairs(List<string> words, string first, string second)
    {
        var count = 0;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            count += words[i] == first && words[i + 1] == second ? 1 : 0;
        }

        return count;
    }

    private int CountWords(Func<string, bool> isTerm) => heading.Count(isTerm) + text.Count(isTerm);
}
