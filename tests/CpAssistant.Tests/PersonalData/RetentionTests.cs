using CpAssistant.Accounts;
using CpAssistant.Configuration;
using CpAssistant.PersonalData;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Channels.Telegram;
using CpAssistant.Tests.Console;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.PersonalData;

public sealed class RetentionTests : IDisposable
{
    private readonly ShiftedTime _time = new();
    private readonly Service _service;

    public RetentionTests() => _service = new Service(_time, listens: false);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Contact_and_notes_go_a_year_after_the_enquiry_was_closed_and_the_question_stays()
    {
        var person = await Person.EnquireAsync(_service);
        await person.AnswerAsync();
        var sealedBefore = person.Sealed();
        _time.Shift = TimeSpan.FromDays(300);
        await ExecuteAsync("UPDATE enquiry SET status = 'closed', closed_at = @now");
        _time.Shift = TimeSpan.FromDays(300 + 364);
        var early = await RunAsync();
        _time.Shift = TimeSpan.FromDays(300 + 366);

        var run = await RunAsync();

        Assert.Equal((0, 1, 0), (early.Contacts, run.Contacts, run.Conversations));
        Assert.Empty(person.Sealed());
        Assert.Empty(Files.Found(Files.Of(_service.Data).Values, sealedBefore));
        Assert.Equal(Person.Question, Scalar<string>("SELECT question FROM enquiry"));
    }

    [Fact]
    public async Task A_conversation_in_which_nothing_was_said_for_two_years_is_erased_without_a_trace()
    {
        var person = await Person.EnquireAsync(_service);
        _time.Shift = TimeSpan.FromDays(729);
        var early = await RunAsync();
        _time.Shift = TimeSpan.FromDays(731);
        // Someone who spoke yesterday stays.
        var other = await Talk.OpenAsync(_service);
        await other.AskAsync("Lò hơi củadừanước ở đâu?");

        var run = await RunAsync();

        Assert.Equal((0, 1, true), (early.Conversations, run.Conversations, run.Compacted));
        Assert.Empty(Files.Found(Files.Of(_service.Data).Values, [.. Person.Traces(), person.Conversation]));
        Assert.Equal(other.Id, Scalar<string>("SELECT id FROM conversation"));
    }

    [Fact]
    public async Task An_enquiry_left_unfinished_goes_after_a_day_and_the_conversation_stays()
    {
        var talk = await Talk.OpenAsync(_service);
        foreach (var said in new[] { "Gửi câu hỏi cho Văn phòng SXSH", Person.Question, "Đồng ý, để Văn phòng trả lời", Person.Name })
        {
            await talk.AskAsync(said);
        }

        var draft = Scalar<string>("SELECT draft FROM conversation");
        _time.Shift = TimeSpan.FromHours(23);
        var early = await RunAsync();
        _time.Shift = TimeSpan.FromHours(25);

        var run = await RunAsync();

        Assert.Equal((0, 1), (early.Drafts, run.Drafts));
        Assert.Empty(Files.Found(Files.Of(_service.Data).Values, [draft]));
        Assert.Equal(8, Scalar<int>("SELECT count(*) FROM message"));
    }

    [Fact]
    public async Task More_than_one_batch_is_removed_in_one_run()
    {
        await ExecuteAsync(
            """
            WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 250)
            INSERT INTO conversation (id, channel, user_id, locale, state, last_sequence, started_at, changed_at) SELECT 'c' || n, 'webchat', 'dl', 'vi', '{}', 2, 0, 0 FROM number
            """);

        Assert.Equal(250, (await RunAsync()).Conversations);
    }

    [Fact]
    public async Task A_conversation_that_someone_is_to_be_answered_about_waits_for_that()
    {
        var person = await Person.EnquireAsync(_service);
        _time.Shift = TimeSpan.FromDays(740);
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var day = _time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var request = await ErasureTests.RegisterAsync(client, person.Reference, "supply", day);
        var held = await RunAsync();
        await client.PostAsync(request + "?handler=Done");

        var run = await RunAsync();

        Assert.Equal((0, 1), (held.Conversations, run.Conversations));
    }

    [Fact]
    public async Task The_console_says_what_is_kept_for_how_long_and_what_was_removed()
    {
        await Person.EnquireAsync(_service);
        _time.Shift = TimeSpan.FromDays(731);
        await RunAsync();
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await client.PageAsync("/quan-tri/luu-giu");

        Assert.Contains("730 ngày", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "1", "0", "có"], page.QuerySelectorAll("tbody tr:first-child td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task It_runs_by_itself_after_the_start_and_each_day()
    {
        // A day in under a second.
        using var service = new Service(new FastTime(200_000), listens: false);
        var retention = service.Services.GetRequiredService<Retention>();

        var until = DateTime.UtcNow.AddSeconds(30);
        while (retention.Latest(10).Count < 3 && DateTime.UtcNow < until)
        {
            await Task.Delay(50);
        }

        var runs = retention.Latest(10);
        Assert.True(runs.Count >= 3);
        Assert.All(runs.Zip(runs.Skip(1)), pair => Assert.True(pair.First.StartedAt - pair.Second.StartedAt >= TimeSpan.FromHours(23)));
    }

    [Theory]
    [InlineData("ConversationDays", "0")]
    [InlineData("ContactDays", "-1")]
    [InlineData("DraftHours", "ever")]
    public void Nothing_can_be_kept_for_ever(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Retention:" + key, value)]).Build();

        Assert.Contains("Retention:" + key, Assert.Throws<SettingsException>(() => RetentionSettings.Read(configuration)).Message, StringComparison.Ordinal);
    }

    private Task<RetentionRun> RunAsync() => _service.Services.GetRequiredService<Retention>().RunAsync(CancellationToken.None);

    private Task<int> ExecuteAsync(string sql) =>
        _service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => connection.Execute(sql, new { now = _time.GetUtcNow().ToUnixTimeMilliseconds() }));

    private T Scalar<T>(string sql)
    {
        using var connection = _service.Services.GetRequiredService<Database>().Read();
        return connection.ExecuteScalar<T>(sql)!;
    }
}
