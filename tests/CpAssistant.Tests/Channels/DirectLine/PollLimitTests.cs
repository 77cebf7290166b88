using System.Net;
using CpAssistant.Channels.DirectLine;
using Microsoft.AspNetCore.Http;

namespace CpAssistant.Tests.Channels.DirectLine;

public sealed class PollLimitTests
{
    [Fact]
    public async Task Polls_that_wait_are_bounded_for_an_address()
    {
        var time = new HeldTime();
        using var rates = new DirectLineLimits(new DirectLineSettings { PollsPerMinute = 1 });
        var limits = new PollLimits(rates, time);
        var conversations = Enumerable.Range(0, PollLimits.MostOfAddress + 10).Select(number => $"c{number}").ToList();
        foreach (var conversation in conversations)
        {
            Assert.True(await limits.MayReadAsync(From("10.0.0.1"), conversation));
        }

        var polls = conversations.Select(conversation => limits.MayReadAsync(From("10.0.0.1"), conversation)).ToList();
        var other = limits.MayReadAsync(From("10.0.0.2"), conversations[^1]);

        Assert.Equal(PollLimits.MostOfAddress, polls.Count(poll => !poll.IsCompleted));
        Assert.False(other.IsCompleted);
        time.Fire();
        Assert.All(await Task.WhenAll(polls), Assert.False);

        // Whoever has waited leaves the place to the next.
        Assert.False(limits.MayReadAsync(From("10.0.0.1"), conversations[^1]).IsCompleted);
        time.Fire();
        Assert.False(await other);
    }

    [Fact]
    public async Task Polls_beyond_the_rate_of_their_address_wait_and_read_nothing()
    {
        var time = new HeldTime();
        using var rates = new DirectLineLimits(new DirectLineSettings { RequestsPerMinute = 1 });
        var limits = new PollLimits(rates, time);
        Assert.True(await limits.MayReadAsync(From("10.0.0.1"), "a"));

        var poll = limits.MayReadAsync(From("10.0.0.1"), "b");

        Assert.False(poll.IsCompleted);
        time.Fire();
        Assert.False(await poll);
    }

    [Fact]
    public async Task A_poll_that_is_given_up_leaves_its_place()
    {
        var time = new HeldTime();
        using var rates = new DirectLineLimits(new DirectLineSettings { PollsPerMinute = 1 });
        var limits = new PollLimits(rates, time);
        using var gone = new CancellationTokenSource();
        await limits.MayReadAsync(From("10.0.0.1"), "a");
        var given = Enumerable.Range(0, PollLimits.MostOfConversation).Select(_ => limits.MayReadAsync(From("10.0.0.1", gone.Token), "a")).ToList();
        Assert.True(limits.MayReadAsync(From("10.0.0.1"), "a").IsCompleted);

        await gone.CancelAsync();

        foreach (var poll in given)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll);
        }

        Assert.False(limits.MayReadAsync(From("10.0.0.1"), "a").IsCompleted);
    }

    private static DefaultHttpContext From(string address, CancellationToken aborted = default) =>
        new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) }, RequestAborted = aborted };
}
