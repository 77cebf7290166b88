using CpAssistant.Benchmarks.Answers;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using Xunit.Abstractions;

namespace CpAssistant.Tests.Answering;

/// <summary>Questions with gold answers; the figures are floors, to be raised when more come right.</summary>
public class CorpusQuestionTests(ITestOutputHelper output)
{
    [Fact]
    public void Questions_on_the_corpus_are_answered_right() =>
        AssertRight(Path.Combine(Repository.Corpus, "questions.jsonl"), Repository.CorpusDocuments, fewestRight: 40);

    [SharedFact]
    public void Questions_on_the_official_texts_are_answered_right() =>
        AssertRight(Path.Combine(SharedFolder.Documents!, "..", "questions", "dev.jsonl"), SharedFolder.Documents!, fewestRight: 25);

    private void AssertRight(string questions, string documents, int fewestRight)
    {
        var knowledge = Assert.IsType<KnowledgeLoad.Loaded>(KnowledgeLoader.Load(new KnowledgeSources([documents], Repository.Language, new Office()))).Snapshot;
        var texts = knowledge.Documents.ToDictionary(document => document.File, document => document.Text);
        var runner = new ConversationRunner(TimeProvider.System);

        var results = GoldQuestion.ReadFile(questions).Select(question =>
        {
            var (outcome, elapsed) = runner.Run(question.Turns, knowledge);
            var reply = ConversationReply.Of(null, outcome, elapsed);
            return (question.Id, Faults: AnswerScore.Faults(question, reply), Misquoted: reply.Citations.Where(citation => !AnswerScore.StandsInSource(citation, texts[citation.Document])));
        }).ToList();

        foreach (var (id, faults, _) in results.Where(result => result.Faults.Count > 0))
        {
            output.WriteLine($"{id}: {string.Join("; ", faults)}");
        }

        Assert.All(results, result => Assert.Empty(result.Misquoted));
        Assert.InRange(results.Count(result => result.Faults.Count == 0), fewestRight, results.Count);
    }
}
