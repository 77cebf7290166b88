using CpAssistant.Core.Understanding;
using Xunit.Abstractions;

namespace CpAssistant.Tests.Understanding;

/// <summary>Utterances and the kind of question they are; the figures are floors, to be raised when more come right.</summary>
public class IntentCorpusTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, QuestionKind[]> Kinds = new()
    {
        ["target"] = [QuestionKind.Target],
        ["result"] = [QuestionKind.Result],
        ["number-reverse"] = [QuestionKind.NumberMeaning],
        ["responsibility-who"] = [QuestionKind.ResponsibleAgency],
        ["responsibility-of-agency"] = [QuestionKind.AgencyDuties],
        ["enterprise-duty"] = [QuestionKind.EnterpriseDuties, QuestionKind.EnterpriseSupport],
        ["document-fact"] = [QuestionKind.DocumentFact],
        ["reporting"] = [QuestionKind.Reporting],
        ["funding"] = [QuestionKind.Funding],
        ["industry"] = [QuestionKind.Industry],
        ["successor"] = [QuestionKind.Successor],
        ["definition"] = [QuestionKind.Definition],
        ["method"] = [QuestionKind.Method],
        ["documents"] = [QuestionKind.Documents],
        ["greeting"] = [QuestionKind.Greeting],
        ["thanks"] = [QuestionKind.Thanks],
        ["help"] = [QuestionKind.Help],
    };

    [Fact]
    public void Utterances_are_told_apart()
    {
        var lines = Lines().Where(line => line.Length == 2 && Kinds.ContainsKey(line[1])).ToList();

        var wrong = lines.Where(line => !TestKnowledge.Corpus.Questions.Read(line[0]).Kinds.Take(2).Intersect(Kinds[line[1]]).Any()).ToList();

        wrong.ForEach(line => output.WriteLine($"{line[1]}: {line[0]}"));
        Assert.InRange(lines.Count - wrong.Count, 124, lines.Count);
    }

    [Fact]
    public void What_looks_like_another_kind_is_not_taken_for_it()
    {
        var lines = Lines().Where(line => line.Length == 3 && Kinds.ContainsKey(line[2])).ToList();

        var wrong = lines.Where(line => Kinds[line[2]].Contains(TestKnowledge.Corpus.Questions.Read(line[0]).Kind)).ToList();

        wrong.ForEach(line => output.WriteLine($"not {line[2]}: {line[0]}"));
        Assert.InRange(lines.Count - wrong.Count, 36, lines.Count);
    }

    private static IEnumerable<string[]> Lines() =>
        File.ReadLines(Path.Combine(Repository.Corpus, "intents.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'));
}
