using System.Text.RegularExpressions;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Finds names of provinces in words of a document.</summary>
internal sealed partial class ProvinceNames
{
    private readonly List<(string Name, string Key)> _names;

    internal ProvinceNames(IEnumerable<string> names) =>
        _names = [.. names.Select(name => (name, Key(name))).Where(name => name.Item2.Length > 2).OrderByDescending(name => name.Item2.Length)];

    /// <returns>The province that the words name after "tỉnh" or "thành phố", or null.</returns>
    internal string? FindNamed(string text)
    {
        if (!LevelWord().IsMatch(text))
        {
            return null;
        }

        var key = Key(text);
        return First(name => Places(key, " tỉnh" + name).Concat(Places(key, " thành phố" + name)).Concat(Places(key, " tp" + name)));
    }

    /// <returns>The province that the words begin with, or null.</returns>
    internal string? FindAtStart(string text)
    {
        var key = Key(text);
        return _names.FirstOrDefault(name => key.StartsWith(name.Key, StringComparison.Ordinal)).Name;
    }

    /// <returns>The province that the words name anywhere, written with a capital, or null.</returns>
    internal string? FindAnywhere(string text) =>
        FindNamed(text) ?? _names.FirstOrDefault(name => text.Contains(name.Name, StringComparison.Ordinal)).Name;

    /// <returns>The name as the list has it for words that are a name ("LONG AN"), or null.</returns>
    internal string? Exact(string text)
    {
        var key = Key(text);
        return _names.FirstOrDefault(name => name.Key == key).Name;
    }

    private string? First(Func<string, IEnumerable<int>> places) =>
        _names.Select(name => (name.Name, Place: places(name.Key).DefaultIfEmpty(int.MaxValue).Min(), name.Key.Length))
            .Where(found => found.Place < int.MaxValue)
            .OrderBy(found => found.Place).ThenByDescending(found => found.Length)
            .FirstOrDefault().Name;

    private static IEnumerable<int> Places(string text, string phrase)
    {
        var place = text.IndexOf(phrase, StringComparison.Ordinal);
        return place < 0 ? [] : [place];
    }

    /// <summary>Syllables in their one spelling, a space before and after each.</summary>
    private static string Key(string text) =>
        " " + string.Join(' ', SyllableTokenizer.Tokenize(text).Select(token => VietnameseText.Normalize(token.Term))) + " ";

    [GeneratedRegex(@"t(?:ỉnh|hành phố|p)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LevelWord();
}
