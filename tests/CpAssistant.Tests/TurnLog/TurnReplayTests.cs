using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using CpAssistant.Tests.PersonalData;
using CpAssistant.TurnLog;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace CpAssistant.Tests.TurnLog;

public sealed class TurnReplayTests : IDisposable
{
    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();
    private readonly KnowledgeStore _knowledge;
    private readonly Database _database;
    private readonly ConversationStore _conversations;
    private readonly TurnRunner _runner;
    private readonly TurnLogStore _log;

    public TurnReplayTests()
    {
        _documents.Write("plan.txt", SamplePlan.Text());
        _knowledge = new KnowledgeStore(new KnowledgeSources([_documents.Path], Repository.Language, new Office()), TimeProvider.System, NullLogger<KnowledgeStore>.Instance);
        _database = new Database(new DataFolder(_data.Path));
        _conversations = Stores.Conversations(_database, _data);
        _runner = new TurnRunner(_conversations, Stores.Intake(_database), _knowledge, TimeProvider.System, NullLogger<TurnRunner>.Instance);
        _log = new TurnLogStore(_database);
    }

    public void Dispose()
    {
        _database.Dispose();
        _documents.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_turn_on_the_same_knowledge_is_answered_as_it_was()
    {
        await Ask("Mục tiêu của Lạng Sơn đến năm 2020?", "còn ai chủ trì tập huấn?", "sở này còn làm gì?", "xin chào", "thuế thu nhập tính thế nào?", "   ", "Who signed the plan?");

        var turns = _log.Search(new TurnQuery(), before: null, limit: 10).Turns.Select(turn => _log.Find(turn.Id)!).ToList();
        Assert.Equal(7, turns.Count);
        Assert.All(turns, turn =>
        {
            var replay = Replay(turn);

            Assert.True(replay.IsSame, turn.Question);
            Assert.Equivalent(turn.Reply, replay.Today, strict: true);
            Assert.Equal(turn.Trace, replay.Trace);
            Assert.Equal((turn.Intent, turn.Confidence, turn.KnowledgeVersion), (replay.Intent, replay.Confidence, replay.KnowledgeVersion));
        });
    }

    [Fact]
    public async Task A_figure_that_has_changed_is_seen()
    {
        await Ask("Mục tiêu của Lạng Sơn đến năm 2020 là bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");
        _documents.Write("plan.txt", SamplePlan.Text(percent: 55));
        _knowledge.Reload();

        var replay = Replay(_log.Find(1)!);

        Assert.True(replay.LeadDiffers);
        Assert.False(replay.OutcomeDiffers);
        Assert.Contains("40%", Assert.Single(replay.Gone).Citation.Quote, StringComparison.Ordinal);
        Assert.Contains("55%", Assert.Single(replay.New).Citation.Quote, StringComparison.Ordinal);
        Assert.NotEqual(_log.Find(1)!.KnowledgeVersion, replay.KnowledgeVersion);
    }

    [Fact]
    public async Task Words_that_have_only_moved_within_their_file_are_the_same_source()
    {
        await Ask("Mục tiêu của Lạng Sơn đến năm 2020 là bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");
        _documents.Write("plan.txt", "\n\n" + SamplePlan.Text());
        _knowledge.Reload();

        var replay = Replay(_log.Find(1)!);

        Assert.NotEqual(replay.Given!.Sources[0].Citation.Start, replay.Today.Sources[0].Citation.Start);
        Assert.True(replay.IsSame);
    }

    [Fact]
    public async Task A_follow_up_is_played_from_what_was_said_before_it()
    {
        await Ask("Mục tiêu của Lạng Sơn đến năm 2020?", "còn ai chủ trì tập huấn?");

        Assert.Equal(["Mục tiêu của Lạng Sơn đến năm 2020?"], _log.Find(2)!.State!.Utterances);
    }

    [Fact]
    public async Task A_turn_without_its_state_is_played_as_the_first()
    {
        await Ask("Mục tiêu của Lạng Sơn đến năm 2020?", "Sở Công Thương phải làm gì?");
        await _database.Writer.WriteAsync(connection => connection.Execute("UPDATE turn SET state = NULL, trace = NULL"));

        var replay = Replay(_log.Find(2)!);

        Assert.False(replay.FromState);
        Assert.Equal(Outcome.Answered, replay.Today.Outcome);
    }

    private TurnReplay Replay(TurnDetail turn) => TurnReplay.Of(turn, _runner, _knowledge.Current);

    private async Task Ask(params string[] questions)
    {
        await _conversations.StartAsync(new NewConversation("c1", "webchat", "someone", "vi-VN", null));
        foreach (var question in questions)
        {
            await _runner.RunAsync("c1", new IncomingMessage(null, question), CancellationToken.None);
        }
    }
}
