using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Storage;
using CpAssistant.Tests.PersonalData;
using CpAssistant.TurnLog;
using Dapper;

namespace CpAssistant.Tests.TurnLog;

/// <summary>A log of one test's own, written as the service writes it.</summary>
internal sealed class LoggedTurns : IDisposable
{
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _data = new();

    internal LoggedTurns() => Database = new Database(new DataFolder(_data.Path));

    internal Database Database { get; }

    internal ConversationStore Conversations => Stores.Conversations(Database, _data);

    internal TurnLogStore Log => new(Database);

    /// <summary>Of the database, its log and what lies beside it.</summary>
    internal IEnumerable<byte[]> Files => Directory.GetFiles(_data.Path).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    });

    public void Dispose()
    {
        Database.Dispose();
        _data.Dispose();
    }

    /// <returns>Ids of the turns that are found, the newest first.</returns>
    internal IReadOnlyList<long> Find(TurnQuery query) => [.. Log.Search(query, before: null, limit: 1000).Turns.Select(turn => turn.Id)];

    /// <returns>Questions of the turns in which the words are found, the newest first.</returns>
    internal IReadOnlyList<string> FindText(string typed) =>
        [.. Log.Search(new TurnQuery { Text = TurnTextQuery.Read(typed) }, before: null, limit: 1000).Turns.Select(turn => turn.Question)];

    internal long FindIdOf(string question)
    {
        using var connection = Database.Read();
        return connection.QuerySingle<long>("SELECT id FROM turn WHERE question = @question", new { question });
    }

    /// <summary>Logs a turn that was answered in whatever way is given.</summary>
    /// <returns>Its id.</returns>
    internal async Task<long> AddAsync(
        string question,
        string conversation = "c1",
        string channel = "webchat",
        DateTimeOffset? at = null,
        string intent = "Passage",
        Outcome outcome = Outcome.Answered,
        double confidence = 0.5,
        bool? helpful = null,
        params string[] provinces)
    {
        await Conversations.StartAsync(new NewConversation(conversation, channel, "someone", "vi-VN", null));
        var before = Conversations.Find(conversation)!;
        var answer = new Answer { Outcome = outcome, Lead = "Trả lời.", Confidence = confidence, Trace = ["rule some-rule"] };
        var state = before.State with { Utterances = [.. before.State.Utterances, question] };
        var played = new TurnOutcome(answer.Lead, answer, state, new Core.Dialogue.TurnLog("vi", intent, provinces, outcome, confidence));
        Assert.True(await Conversations.CommitAsync(new PlayedTurn(before, null, question, before.State, played, TestKnowledge.Corpus, at ?? Start, TimeSpan.FromMilliseconds(2))));
        if (helpful is { } vote)
        {
            await Conversations.GiveFeedbackAsync(conversation, before.LastSequence + 2, new Feedback(vote, null));
        }

        return Log.Search(new TurnQuery(), before: null, limit: 1).Turns[0].Id;
    }
}
