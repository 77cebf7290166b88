using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.KnowledgeBase;

/// <summary>Reads the YAML files of <c>knowledge/language</c>, one record a file.</summary>
internal static class LanguageFolder
{
    internal static IReadOnlyList<string> Files { get; } =
        ["provinces.yaml", "agencies.yaml", "industries.yaml", "facts.yaml", "tasks.yaml", "abbreviations.yaml", "synonyms.yaml", "glossary.yaml", "questions.yaml", "question-phrases.yaml", "common-words.yaml", "replies.yaml", "holidays.yaml"];

    /// <param name="texts">The files' contents by file name.</param>
    /// <param name="failures">Takes a line for each file that cannot be used.</param>
    /// <returns>Null where any cannot.</returns>
    internal static LanguageData? Read(IReadOnlyDictionary<string, string> texts, List<string> failures)
    {
        var provinces = ReadFile<ProvincesData>("provinces.yaml");
        var agencies = ReadFile<AgenciesData>("agencies.yaml");
        var industries = ReadFile<IndustriesData>("industries.yaml");
        var facts = ReadFile<FactRules>("facts.yaml");
        var tasks = ReadFile<TasksData>("tasks.yaml");
        var abbreviations = ReadFile<Abbreviations>("abbreviations.yaml");
        var synonyms = ReadFile<SynonymsData>("synonyms.yaml");
        var glossary = ReadFile<GlossaryData>("glossary.yaml");
        var questions = ReadFile<QuestionRules>("questions.yaml");
        var questionPhrases = ReadFile<QuestionPhrasesData>("question-phrases.yaml");
        var commonWords = ReadFile<CommonWordsData>("common-words.yaml");
        var replies = ReadFile<Replies>("replies.yaml");
        var holidays = ReadFile<HolidaysData>("holidays.yaml");
        return failures.Count > 0 ? null : new LanguageData
        {
            Provinces = provinces!,
            Agencies = agencies!,
            Industries = industries!,
            Facts = facts!,
            Tasks = tasks!,
            Abbreviations = abbreviations!,
            Synonyms = synonyms!,
            Glossary = glossary!,
            Questions = questions!,
            QuestionPhrases = questionPhrases!,
            CommonWords = commonWords!,
            Replies = replies!,
            Holidays = holidays!,
        };

        T? ReadFile<T>(string file)
            where T : class
        {
            if (!texts.TryGetValue(file, out var text))
            {
                failures.Add($"{file}: không có tệp này");
                return null;
            }

            try
            {
                return YamlData.Read<T>(text);
            }
            catch (DataFileException exception)
            {
                failures.Add(exception.Describe(file));
                return null;
            }
        }
    }
}
