using CpAssistant.Core.Answering;
using CpAssistant.TurnLog;
using Dapper;

namespace CpAssistant.Tests.TurnLog;

public sealed class TurnSearchTests : IDisposable
{
    private readonly LoggedTurns _turns = new();

    public void Dispose() => _turns.Dispose();

    [Fact]
    public async Task Without_filters_all_are_found_the_newest_first()
    {
        var first = await _turns.AddAsync("một");
        var second = await _turns.AddAsync("hai", conversation: "c2");

        Assert.Equal([second, first], _turns.Find(new TurnQuery()));
    }

    [Fact]
    public async Task Each_filter_finds_what_fits()
    {
        var other = await _turns.AddAsync("một", intent: "Target", outcome: Outcome.NotFound, confidence: 0.1, helpful: false);
        var wanted = await _turns.AddAsync("hai", "c2", "telegram", LoggedTurns.Start.AddDays(1), "Funding", Outcome.Handoff, 0.75, true, "Long An", "Bến Tre");

        Assert.All(
            new TurnQuery[]
            {
                new() { From = LoggedTurns.Start.AddHours(1) },
                new() { Channel = "telegram" },
                new() { Province = "Long An" },
                new() { Province = "Bến Tre" },
                new() { Intent = "Funding" },
                new() { Outcome = Outcome.Handoff },
                new() { Vote = TurnVote.Helpful },
                new() { LeastConfidence = 0.75 },
                new() { Text = TurnTextQuery.Read("hai") },
            },
            query => Assert.Equal([wanted], _turns.Find(query)));
        Assert.All(
            new TurnQuery[] { new() { To = LoggedTurns.Start.AddDays(1) }, new() { Vote = TurnVote.Unhelpful }, new() { MostConfidence = 0.1 } },
            query => Assert.Equal([other], _turns.Find(query)));
    }

    [Fact]
    public async Task A_province_is_not_found_by_a_part_of_its_name()
    {
        await _turns.AddAsync("một", provinces: ["Bà Rịa - Vũng Tàu", "Hà Nội"]);

        Assert.Empty(_turns.Find(new TurnQuery { Province = "Hà" }));
        Assert.Empty(_turns.Find(new TurnQuery { Province = "Hà Nội, " }));
        Assert.Single(_turns.Find(new TurnQuery { Province = "Hà Nội" }));
    }

    [Fact]
    public async Task No_vote_is_a_filter_too()
    {
        await _turns.AddAsync("một", helpful: true);
        await _turns.AddAsync("hai", helpful: false);
        var silent = await _turns.AddAsync("ba");

        Assert.Equal([silent], _turns.Find(new TurnQuery { Vote = TurnVote.None }));
    }

    [Fact]
    public async Task Filters_combine()
    {
        await _turns.AddAsync("hạt điều", "c1", "webchat", intent: "Funding", provinces: "Long An");
        var wanted = await _turns.AddAsync("hạt điều", "c2", "telegram", intent: "Funding", provinces: "Long An");
        await _turns.AddAsync("hạt điều", "c3", "telegram", intent: "Target", provinces: "Long An");
        await _turns.AddAsync("hạt tiêu", "c4", "telegram", intent: "Funding", provinces: "Long An");

        Assert.Equal([wanted], _turns.Find(new TurnQuery { Channel = "telegram", Intent = "Funding", Province = "Long An", LeastConfidence = 0.5, Text = TurnTextQuery.Read("điều") }));
    }

    [Fact]
    public async Task Times_are_kept_though_the_clock_went_back()
    {
        var late = await _turns.AddAsync("một", "c1", at: LoggedTurns.Start.AddDays(3));
        var early = await _turns.AddAsync("hai", "c2", at: LoggedTurns.Start);
        var between = await _turns.AddAsync("ba", "c3", at: LoggedTurns.Start.AddDays(2));

        Assert.Equal([between, late], _turns.Find(new TurnQuery { From = LoggedTurns.Start.AddDays(1) }));
        Assert.Equal([between, early], _turns.Find(new TurnQuery { To = LoggedTurns.Start.AddDays(3) }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("sạch hơn")]
    public async Task Pages_visit_each_turn_once_though_others_come_in_between(string? text)
    {
        for (var i = 0; i < 23; i++)
        {
            await _turns.AddAsync($"sản xuất sạch hơn {i}", $"c{i}");
        }

        var query = new TurnQuery { Text = TurnTextQuery.Read(text) };
        var (seen, before) = (new List<long>(), (long?)null);
        do
        {
            var page = _turns.Log.Search(query, before, limit: 5);
            seen.AddRange(page.Turns.Select(turn => turn.Id));
            before = page.Next;
            await _turns.AddAsync("sản xuất sạch hơn, câu mới");
        }
        while (before is not null);

        Assert.Equal(Enumerable.Range(1, 23).Select(id => (long)id).Reverse(), seen);
    }

    [Fact]
    public async Task The_last_page_leads_nowhere()
    {
        for (var i = 0; i < 10; i++)
        {
            await _turns.AddAsync("một");
        }

        var first = _turns.Log.Search(new TurnQuery(), before: null, limit: 5);
        var second = _turns.Log.Search(new TurnQuery(), first.Next, limit: 5);

        Assert.Equal((10, false, 6L), (first.Count, first.IsMore, first.Next));
        Assert.Equal((10, false, (long?)null), (second.Count, second.IsMore, second.Next));
        Assert.Equal([5, 4, 3, 2, 1], second.Turns.Select(turn => turn.Id));
    }

    [Fact]
    public async Task More_than_can_be_counted_is_said()
    {
        await _turns.AddAsync("một");
        await _turns.Database.Writer.WriteAsync(connection => connection.Execute(
            """
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 10000)
            INSERT INTO turn (conversation_id, reply_sequence, at, channel, user, question, language, intent, outcome, citations, confidence, milliseconds, knowledge_version)
            SELECT 'c1', 2 + n, n, channel, user, question, language, intent, outcome, citations, confidence, milliseconds, knowledge_version FROM number JOIN turn ON turn.id = 1
            """));

        var page = _turns.Log.Search(new TurnQuery(), before: null, limit: 50);

        Assert.Equal((TurnLogStore.MostCounted, true, 50), (page.Count, page.IsMore, page.Turns.Count));
    }

    [Fact]
    public async Task A_turn_is_shown_within_its_conversation()
    {
        for (var i = 0; i < 14; i++)
        {
            await _turns.AddAsync($"câu {i}", i % 2 == 0 ? "c1" : "c2");
        }

        var turn = _turns.Log.Find(_turns.FindIdOf("câu 6"))!;

        Assert.Equal(["câu 0", "câu 2", "câu 4"], turn.Before.Select(other => other.Question));
        Assert.Equal(["câu 8", "câu 10", "câu 12"], turn.After.Select(other => other.Question));
        Assert.Equal(["câu 0", "câu 2", "câu 4"], turn.State!.Utterances);
        Assert.Equal(["rule some-rule"], turn.Trace);
        Assert.Equal("Trả lời.", turn.Reply!.Lead);
    }

    [Fact]
    public void A_turn_that_is_not_there_is_not_found() => Assert.Null(_turns.Log.Find(1));
}
