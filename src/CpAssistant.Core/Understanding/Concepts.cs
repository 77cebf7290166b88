using CpAssistant.Core.Text;

namespace CpAssistant.Core.Understanding;

/// <summary>
/// Phrases that mean the same, in Vietnamese and English, under one name: "tập huấn", "đào tạo" and "training" are one concept.
/// Built from the synonyms, the glossary and the abbreviations.
/// </summary>
public sealed class Concepts
{
    private readonly PhraseTable<string> _phrases;
    private readonly Dictionary<string, string> _english = [];
    private readonly HashSet<string> _words;

    public Concepts(SynonymsData synonyms, GlossaryData glossary, IEnumerable<IReadOnlyList<string>> abbreviations)
    {
        var names = new Dictionary<string, string>();
        foreach (var set in synonyms.Sets.Concat(glossary.Terms.Select(term => (IReadOnlyList<string>)[term.Vi, .. term.En])).Concat(abbreviations))
        {
            var keys = set.SelectMany(phrase => Spelled(phrase, abbreviations)).Select(VietnameseText.Normalize).Distinct().ToList();
            var name = keys.Select(key => names.GetValueOrDefault(key)).FirstOrDefault(known => known is not null) ?? keys[0];
            foreach (var key in keys)
            {
                names.TryAdd(key, name);
            }
        }

        foreach (var term in glossary.Terms.Where(term => term.En.Count > 0))
        {
            _english.TryAdd(names[VietnameseText.Normalize(term.Vi)], term.En[0]);
        }

        _words = [.. names.Keys.SelectMany(key => key.Split(' ', '-', '/'))];
        _phrases = new PhraseTable<string>(names.Select(pair => (pair.Key, pair.Value)));
    }

    /// <returns>The phrase, and where it holds an abbreviation ("văn phòng SXSH") the phrase with it written out.</returns>
    private static IEnumerable<string> Spelled(string phrase, IEnumerable<IReadOnlyList<string>> abbreviations)
    {
        yield return phrase;
        var words = phrase.Split(' ');
        if (words.Length > 1 && abbreviations.FirstOrDefault(pair => words.Contains(pair[1])) is { } found)
        {
            yield return string.Join(' ', words.Select(word => word == found[1] ? found[0] : word));
        }
    }

    /// <summary>English words as the data has them: an inflected form gives way to the one that is known ("applied" → "apply").</summary>
    public IReadOnlyList<Token> Lemmas(IReadOnlyList<Token> tokens) =>
        [.. tokens.Select(token => _words.Contains(token.Term) ? token : token with { Term = EnglishForms.Of(token.Term).FirstOrDefault(_words.Contains) ?? token.Term })];

    /// <returns>The concepts of a text in order; words that belong to none are left out.</returns>
    public IReadOnlyList<PhraseMatch<string>> In(IReadOnlyList<Token> tokens) => _phrases.FindAll(tokens);

    /// <summary>Smaller concepts inside a phrase ("khó khăn" in "nêu khó khăn"), for texts that do not have the whole of it.</summary>
    public IReadOnlyList<string> PartsOf(IReadOnlyList<Token> phrase) =>
        [.. Enumerable.Range(0, phrase.Count)
            .SelectMany(first => Enumerable.Range(1, phrase.Count - first).Where(count => count < phrase.Count).Select(count => phrase.Skip(first).Take(count).ToList()))
            .Select(part => _phrases.FindAt(part, 0) is { } match && match.Count == part.Count ? match.Value : null)
            .OfType<string>().Distinct()];

    /// <returns>The name of the concept that a phrase stands for, or null.</returns>
    public string? NameOf(string phrase) => In(Analyzer.Exact.Analyze(phrase)) is [var match, ..] ? match.Value : null;

    /// <returns>The preferred English rendering of a concept, or null.</returns>
    public string? EnglishOf(string concept) => _english.GetValueOrDefault(concept);
}
