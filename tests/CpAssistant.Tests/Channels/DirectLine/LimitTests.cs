using System.Diagnostics;
using System.Net;
using CpAssistant.Tests.Api;

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
