using CpAssistant.Benchmarks.Answers;
using CpAssistant.Channels.Telegram;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>Answers to the questions of the corpus and on the official texts, as messages.</summary>
public sealed class CorpusReplyTests
{
    [Fact]
    public void Answers_from_the_corpus_are_valid_messages_with_exact_quotes() =>
        AssertValid(Path.Combine(Repository.Corpus, "questions.jsonl"), Repository.CorpusDocuments);

    [SharedFact]
    public void Answers_from_the_official_texts_are_valid_messages_with_exact_quotes() =>
        AssertValid(Path.Combine(SharedFolder.Documents!, "..", "questions", "dev.jsonl"), SharedFolder.Documents!);

    private static string[] PlacesIn(string address) => address.Split("?trich=")[1].Split('#')[0].Split(',');

    private static void AssertValid(string questions, string documents)
    {
        var knowledge = Assert.IsType<KnowledgeLoad.Loaded>(KnowledgeLoader.Load(new KnowledgeSources([documents], Repository.Language, new Office()))).Snapshot;
        var runner = new ConversationRunner(TimeProvider.System);

        Assert.All(GoldQuestion.ReadFile(questions), question =>
        {
            var (outcome, _) = runner.Run(question.Turns, knowledge);
            var reply = Reply.Of(outcome, knowledge);
            var messages = ReplyHtml.Of(reply, "https://sxsh.example.vn").Select(TelegramMarkup.ReadMessage).ToList();

            var originals = reply.Sources.Where(source => source.Citation.Source == SourceKind.Original).ToList();
            Assert.Equal(string.Join('\n', originals.Select(source => $"“{source.Citation.Quote}”")), string.Join('\n', messages.SelectMany(message => message.Words("blockquote"))));
            Assert.Equal(reply.Sources.Select(source => $"{source.Citation.Start}-{source.Citation.End}"), messages.SelectMany(message => message.Elements).Select(element => element.Address).OfType<string>().Where(address => address.Contains("/van-ban/", StringComparison.Ordinal)).SelectMany(PlacesIn));
            Assert.All(reply.Notes, note => Assert.Contains(messages, message => message.Text.Contains(note, StringComparison.Ordinal)));
        });
    }
}
