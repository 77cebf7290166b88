using System.Runtime.InteropServices;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>How often a passage has each term, read from its text again.</summary>
internal sealed class PassageTerms
{
    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> folded = new(StringComparer.Ordinal);
    private readonly Dictionary<(string First, string Second), int> pairs = [];

    public PassageTerms(Passage passage)
    {
        Count(passage.Heading);
        Count(passage.Text);
        Count(passage.InFull);
    }

    public int CountOf(int term, TermDictionary terms)
    {
        if (term < terms.WordCount)
        {
            return exact.GetValueOrDefault(terms.TextOf(term));
        }

        if (term < terms.FirstPair)
        {
            return folded.GetValueOrDefault(terms.TextOfFoldTerm(term));
        }

        var (first, second) = terms.WordsOfPair(term);
        return pairs.GetValueOrDefault((terms.TextOf(first), terms.TextOf(second)));
    }

    private void Count(string text)
    {
        string? before = null;
        foreach (var (term, _, _) in Analyzer.Exact.Analyze(text))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(exact, term, out _)++;
            CollectionsMarshal.GetValueRefOrAddDefault(folded, VietnameseText.FoldNormalized(term), out _)++;
            if (before is not null)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(pairs, (before, term), out _)++;
            }

            before = term;
        }
    }
}
