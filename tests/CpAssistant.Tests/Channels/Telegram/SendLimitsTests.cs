using CpAssistant.Channels.Telegram;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Channels.Telegram;

public sealed class SendLimitsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly SendLimits _limits = new();

    [Fact]
    public void One_message_a_second_in_a_chat_counted_from_its_arrival()
    {
        _limits.Start(7);
        Assert.Equal(DateTimeOffset.MaxValue, _limits.FreeAt(7, Start));

        _limits.End(7, At(300));

        Assert.Equal(At(1300), _limits.FreeAt(7, At(400)));
        Assert.Equal(At(1300), _limits.FreeAt(7, At(1300)));
        Assert.Equal(At(400), _limits.FreeAt(8, At(400)));
    }

    [Fact]
    public void Twenty_a_minute_in_a_group()
    {
        for (var i = 0; i < 20; i++)
        {
            Send(-5, At(i * 1000));
        }

        Assert.Equal(At(60_000), _limits.FreeAt(-5, At(20_000)));
        Assert.Equal(At(61_000), _limits.FreeAt(-5, Sent(-5, At(60_000))));
    }

    [Fact]
    public void A_person_has_no_limit_by_the_minute()
    {
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(At(i * 1000), _limits.FreeAt(5, At(i * 1000)));
            Send(5, At(i * 1000));
        }
    }

    [Fact]
    public void Thirty_a_second_over_all()
    {
        for (var chat = 1; chat <= 30; chat++)
        {
            Send(chat, At(chat));
        }

        Assert.Equal(At(1001), _limits.FreeAt(31, At(500)));
    }

    [Fact]
    public void A_chat_that_is_told_to_wait_waits_alone()
    {
        _limits.Pause(7, At(9000), Start);

        Assert.Equal(At(9000), _limits.FreeAt(7, At(100)));
        Assert.Equal(At(100), _limits.FreeAt(8, At(100)));
    }

    [Fact]
    public void Two_chats_told_to_wait_at_once_mean_the_bot_has_to()
    {
        _limits.Pause(7, At(9000), Start);
        _limits.Pause(8, At(5000), At(100));

        Assert.Equal(At(5000), _limits.FreeAt(9, At(200)));
        Assert.Equal(At(9000), _limits.FreeAt(7, At(200)));
    }

    [Fact]
    public void What_an_earlier_process_sent_counts()
    {
        _limits.Remember(7, At(-400));

        Assert.Equal(At(600), _limits.FreeAt(7, Start));
    }

    [Fact]
    public void Chats_long_silent_are_forgotten_and_the_others_are_not()
    {
        for (var chat = 1; chat <= 2000; chat++)
        {
            Send(chat, At(chat * 50));
        }

        Assert.Equal(At(101_000), _limits.FreeAt(2000, At(100_100)));
    }

    /// <summary>Whenever each call reaches the server between its start and its end, no span of time holds more than the limits allow.</summary>
    [Fact]
    public void No_span_of_time_holds_more_than_is_allowed() => ForAnySeed(random =>
        {
            var arrivals = Play(random, chats: [1, 2, 3, -1, -2], calls: 400, longest: random.Next(1, 3000));
            Assert.All(new[] { 1L, 2, 3, -1, -2 }, chat => AssertWithin([.. arrivals.Where(arrival => arrival.Chat == chat).Select(arrival => arrival.At)], 1, 1000));
            Assert.All(new[] { -1L, -2 }, chat => AssertWithin([.. arrivals.Where(arrival => arrival.Chat == chat).Select(arrival => arrival.At)], 20, 60_000));
        });

    [Fact]
    public void No_second_holds_more_than_thirty() => ForAnySeed(random =>
        AssertWithin([.. Play(random, chats: [.. Enumerable.Range(1, 200).Select(chat => (long)chat)], calls: 600, longest: random.Next(1, 1500)).Select(arrival => arrival.At)], 30, 1000));

    private static void ForAnySeed(Action<System.Random> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => holds(new System.Random(seed))));

    /// <summary>Sends whatever may be sent, a step of some milliseconds after the other.</summary>
    private static List<(long Chat, double At)> Play(System.Random random, long[] chats, int calls, int longest)
    {
        var (limits, running, arrivals) = (new SendLimits(), new Dictionary<long, int>(), new List<(long, double)>());
        for (var now = 0; arrivals.Count < calls; now += random.Next(1, 40))
        {
            foreach (var (chat, end) in running.Where(call => call.Value <= now).OrderBy(call => call.Value).ToList())
            {
                limits.End(chat, At(end));
                running.Remove(chat);
            }

            foreach (var chat in chats.Where(chat => !running.ContainsKey(chat) && limits.FreeAt(chat, At(now)) <= At(now)))
            {
                limits.Start(chat);
                running[chat] = now + random.Next(1, longest + 1);
                arrivals.Add((chat, now + (random.NextDouble() * (running[chat] - now))));
            }
        }

        return arrivals;
    }

    private static void AssertWithin(List<double> times, int most, double milliseconds)
    {
        times.Sort();
        for (var i = most; i < times.Count; i++)
        {
            Assert.True(times[i] - times[i - most] >= milliseconds, $"{most + 1} within {times[i] - times[i - most]} ms");
        }
    }

    private DateTimeOffset Sent(long chat, DateTimeOffset at)
    {
        Send(chat, at);
        return at;
    }

    private void Send(long chat, DateTimeOffset at)
    {
        _limits.Start(chat);
        _limits.End(chat, at);
    }

    private static DateTimeOffset At(int milliseconds) => Start + TimeSpan.FromMilliseconds(milliseconds);
}
