using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CpAssistant.Tests.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CpAssistant.Tests.Channels.DirectLine;

public sealed class LimitTests
{
    [Fact]
    public async Task A_flood_of_one_conversation_is_turned_away_while_another_is_served()
    {
        using var service = new Service(("DirectLine:MessagesPerMinute", "5"));
        var (flood, other) = (await Talk.OpenAsync(service), await Talk.OpenAsync(service));

        var responses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => flood.PostAsync(new { type = "message", text = "xin chào" })));
        var answer = await other.AskAsync(Talk.Question);

        // On a slow machine one or two more come back meanwhile.
        var taken = responses.Count(response => response.StatusCode == HttpStatusCode.OK);
        Assert.InRange(taken, 5, 10);
        var refused = responses.First(response => response.StatusCode != HttpStatusCode.OK);
        await Talk.AssertErrorAsync(HttpStatusCode.TooManyRequests, "TooManyRequests", refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("bot", answer.GetProperty("from").Text("role"));
        Assert.Equal(2 * taken, (await flood.PollAsync()).Activities.Count);
    }

    [Fact]
    public async Task Messages_of_an_address_are_limited_over_all_its_conversations()
    {
        using var service = new Service(("DirectLine:MessagesPerMinutePerAddress", "2"));
        Talk[] talks = [await Talk.OpenAsync(service), await Talk.OpenAsync(service), await Talk.OpenAsync(service)];
        await talks[0].SayAsync();
        await talks[1].SayAsync();

        var refused = await talks[2].PostAsync(new { type = "message", text = "xin chào" });

        await Talk.AssertErrorAsync(HttpStatusCode.TooManyRequests, "TooManyRequests", refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Empty((await talks[2].PollAsync()).Activities);
    }

    [Fact]
    public async Task Polls_beyond_those_that_wait_are_answered_empty_at_once()
    {
        var time = new HeldTime();
        using var service = new Service(time, listens: false, ("DirectLine:PollsPerMinute", "1"));
        var talk = await Talk.OpenAsync(service);
        await talk.SayAsync();
        Assert.Equal(2, (await talk.PollAsync()).Activities.Count);

        // Four wait for the clock, which stands; six do not.
        var polls = Enumerable.Range(0, 10).Select(_ => talk.PollAsync("1")).ToList();
        for (var open = polls.ToList(); open.Count > 4;)
        {
            open.Remove(await Task.WhenAny(open).WaitAsync(TimeSpan.FromSeconds(30)));
        }

        Assert.Equal(4, polls.Count(poll => !poll.IsCompleted));
        while (polls.Any(poll => !poll.IsCompleted))
        {
            time.Fire();
            await Task.WhenAny(Task.WhenAll(polls), Task.Delay(10));
        }

        Assert.All(polls, poll => Assert.Equal((0, "1"), (poll.Result.Activities.Count, poll.Result.Watermark)));
    }

    [Theory]
    [InlineData("", "0")]
    [InlineData("99999999999999999999999999999999", "99999999999999999999999999999999")]
    public async Task An_empty_answer_keeps_the_watermark(string watermark, string kept)
    {
        var time = new HeldTime();
        using var service = new Service(time, listens: false, ("DirectLine:PollsPerMinute", "1"));
        var talk = await Talk.OpenAsync(service);
        await talk.PollAsync();

        var polls = Enumerable.Range(0, 5).Select(_ => talk.PollAsync(watermark)).ToList();

        Assert.Equal(kept, (await await Task.WhenAny(polls).WaitAsync(TimeSpan.FromSeconds(30))).Watermark);
        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.GetAsync($"{talk.Activities}?watermark=x"));
        time.Fire();
    }

    [Fact]
    public async Task A_poll_without_a_right_to_it_is_refused_before_any_wait()
    {
        using var service = new Service(new HeldTime(), listens: false, ("DirectLine:RequestsPerMinute", "2"));
        var talk = await Talk.OpenAsync(service);

        var polls = new List<HttpResponseMessage>();
        for (var i = 0; i < 4; i++)
        {
            polls.Add(await talk.With("x").GetAsync(talk.Activities).WaitAsync(TimeSpan.FromSeconds(30)));
        }

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], polls.Select(poll => poll.StatusCode));
    }

    [Fact]
    public async Task A_poll_waits_rather_than_being_refused()
    {
        using var service = new Service(("DirectLine:PollsPerMinute", "60"));
        var talk = await Talk.OpenAsync(service);
        var clock = Stopwatch.StartNew();

        var responses = await Task.WhenAll(Enumerable.Range(0, 61).Select(_ => talk.GetAsync(talk.Activities)));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(0.5), clock.Elapsed.ToString());
    }

    [Fact]
    public async Task The_limit_of_an_address_holds_for_all_but_polls()
    {
        using var service = new Service(("DirectLine:RequestsPerMinute", "60"));
        var talk = await Talk.OpenAsync(service);
        var resumed = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => talk.GetAsync($"conversations/{talk.Id}")));

        await Talk.AssertErrorAsync(HttpStatusCode.TooManyRequests, "TooManyRequests", resumed.First(response => response.StatusCode != HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await talk.GetAsync(talk.Activities)).StatusCode);
    }

    [Fact]
    public async Task New_conversations_of_an_address_are_limited()
    {
        using var service = new Service(("DirectLine:TokensPerMinute", "2"));
        var talk = await Talk.OpenAsync(service);
        await Talk.OpenAsync(service);

        var third = await service.Client.PostAsync("/api/webchat/token", null);

        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (third.StatusCode, third.Content.Headers.ContentType?.MediaType));
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("bot", (await talk.AskAsync(Talk.Question)).GetProperty("from").Text("role"));
    }

    [Fact]
    public async Task New_conversations_are_limited_before_their_bodies_are_read()
    {
        using var service = Service.OnPort(("DirectLine:TokensPerMinute", "2"));
        var connections = new List<TcpClient>();
        for (var i = 0; i < 3; i++)
        {
            connections.Add(await HalfSentAsync(service, "/api/webchat/token"));
        }

        // Two wait for the rest of their bodies; the third is answered.
        var answered = await await Task.WhenAny(connections.Select(StatusLineAsync)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.StartsWith("HTTP/1.1 429 ", answered, StringComparison.Ordinal);
        connections.ForEach(connection => connection.Dispose());
    }

    [Theory]
    [InlineData("/v3/directline/conversations")]
    [InlineData("/api/webchat/token")]
    public async Task A_broken_body_is_no_fault_of_ours(string path)
    {
        using var service = Service.OnPort();
        var log = new Faults();
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var token = (await Talk.OpenAsync(service)).Token;
        using var connection = await HalfSentAsync(service, path, token, "Transfer-Encoding: chunked", "not-a-length\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", await StatusLineAsync(connection).WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
        Assert.Empty(log.Written);
    }

    private static async Task<string?> StatusLineAsync(TcpClient connection)
    {
        using var reader = new StreamReader(connection.GetStream(), leaveOpen: true);
        return await reader.ReadLineAsync();
    }

    /// <summary>A call whose body does not come to its end.</summary>
    private static async Task<TcpClient> HalfSentAsync(Service service, string path, string? token = null, string length = "Content-Length: 100", string body = "{")
    {
        var address = new Uri(service.Address);
        var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        var bearer = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n{bearer}{length}\r\n\r\n{body}"));
        return connection;
    }

    [Fact]
    public async Task The_limit_that_holds_elsewhere_does_not_hold_here()
    {
        using var service = new Service(("Limits:RequestsPerMinute", "1"));
        var talk = await Talk.OpenAsync(service);

        for (var i = 0; i < 5; i++)
        {
            await talk.PollAsync();
            await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.GetAsync("nothing"));
            await Talk.AssertErrorAsync(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", await talk.GetAsync("tokens/refresh"));
        }

        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/health")).StatusCode);
    }
}
