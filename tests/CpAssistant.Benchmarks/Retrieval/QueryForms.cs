using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Benchmarks.Retrieval;

/// <summary>Ways in which people type marks.</summary>
internal static class QueryForms
{
    public static IReadOnlyList<(string Name, Func<string, string> Of)> All { get; } =
    [
        ("as it is", static query => query),
        ("toneless", static query => Without(query, static _ => true)),
        ("every second word toneless", static query => Without(query, static place => place % 2 == 1)),
    ];

    private static string Without(string query, Predicate<int> isChosen)
    {
        var text = new StringBuilder(query);
        var tokens = SyllableTokenizer.Tokenize(query).ToList();
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (isChosen(i))
            {
                text.Remove(tokens[i].Start, tokens[i].Term.Length).Insert(tokens[i].Start, VietnameseText.Fold(tokens[i].Term));
            }
        }

        return text.ToString();
    }
}
