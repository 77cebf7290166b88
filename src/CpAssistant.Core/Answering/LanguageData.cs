using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>All that <c>knowledge/language</c> holds, one property a file.</summary>
public sealed record LanguageData
{
    /// <summary>Name of this state of the files; "" where it has none.</summary>
    public string Version { get; init; } = "";

    public required ProvincesData Provinces { get; init; }

    public required AgenciesData Agencies { get; init; }

    public required IndustriesData Industries { get; init; }

    public required FactRules Facts { get; init; }

    public required TasksData Tasks { get; init; }

    public required Abbreviations Abbreviations { get; init; }

    public required SynonymsData Synonyms { get; init; }

    public required GlossaryData Glossary { get; init; }

    public required QuestionRules Questions { get; init; }

    public required CommonWordsData CommonWords { get; init; }

    public required QuestionPhrasesData QuestionPhrases { get; init; }

    public required Replies Replies { get; init; }

    public required HolidaysData Holidays { get; init; }
}

/// <summary><c>replies.yaml</c>.</summary>
/// <param name="Texts">The assistant's own sentences, by name; {0}, {1}… stand for what is filled in.</param>
/// <param name="Words">What people say in few words, by what it means.</param>
public sealed record Replies(IReadOnlyDictionary<string, Bilingual> Texts, IReadOnlyDictionary<string, BilingualWords> Words);

public sealed record BilingualWords(IReadOnlyList<string> Vi, IReadOnlyList<string> En);

/// <summary><c>question-phrases.yaml</c>: phrases that ask and say little about what is asked for.</summary>
public sealed record QuestionPhrasesData(IReadOnlyList<string> Phrases);
