using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Words that ask and say little about what is asked for: "bao nhiêu", "là gì", "đúng hay sai".</summary>
public sealed class QuestionPhrases
{
    private readonly Dictionary<string, List<string[]>> byFirstFold = new(StringComparer.Ordinal);

    public QuestionPhrases(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var terms = Analyzer.Exact.Analyze(phrase).Select(static token => token.Term).ToArray();
            if (terms.Length > 0)
            {
                var fold = VietnameseText.Fold(terms[0]);
                byFirstFold.TryAdd(fold, []);
                byFirstFold[fold].Add(terms);
            }
        }
    }

    public static QuestionPhrases None { get; } = new([]);

    /// <param name="terms">Normalized terms of a query, in order.</param>
    /// <returns>For each term whether it belongs to a phrase.</returns>
    public bool[] Find(IReadOnlyList<string> terms)
    {
        var inside = new bool[terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            if (byFirstFold.TryGetValue(VietnameseText.FoldNormalized(terms[i]), out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (StandsAt(terms, i, phrase))
                    {
                        Array.Fill(inside, true, i, phrase.Length);
                    }
                }
            }
        }

        return inside;
    }

    private static bool StandsAt(IReadOnlyList<string> terms, int at, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= terms.Count || !VietnameseText.CanStandFor(terms[at + i], phrase[i]))
            {
                return false;
            }
        }

        return true;
    }
}
