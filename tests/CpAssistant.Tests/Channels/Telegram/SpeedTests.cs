namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>The server never sees more than Telegram allows, however much is waiting (core.telegram.org/bots/faq).</summary>
public sealed class SpeedTests
{
    private const long Group = -1001;

    [Fact]
    public async Task A_group_gets_twenty_a_minute_and_every_chat_one_a_second_in_order_also_over_a_restart()
    {
        const int speed = 60;
        var telegram = await FakeTelegram.StartAsync();
        var time = new FastTime(speed);
        var first = TelegramService.Start(telegram, time: time);
        string[] texts = [.. Enumerable.Range(1, 45).Select(number => $"n{number}")];
        long[] people = [11, 12, 13];

        await first.QueueAsync(Group, texts);
        await Task.WhenAll(people.Select(person => first.QueueAsync(person, texts)));
        await telegram.WaitAsync(() => telegram.BotMessages(Group).Count >= 15);
        await using var service = TelegramService.Start(telegram, first.Stop(), time: time);
        await service.IdleAsync();

        Assert.All(people.Append(Group), chat =>
        {
            Assert.Equal(texts, telegram.BotMessages(chat).Select(message => message.Text));
            AssertAtMost(1, TimeSpan.FromSeconds(1), Times(telegram, speed, chat));
        });
        AssertAtMost(20, TimeSpan.FromMinutes(1), Times(telegram, speed, Group));
        AssertAtMost(30, TimeSpan.FromSeconds(1), Times(telegram, speed));
    }

    [Fact]
    public async Task All_chats_together_get_thirty_a_second()
    {
        var telegram = await FakeTelegram.StartAsync();
        telegram.FailNext("sendMessage", Fault.TooMany(1));
        await using var service = TelegramService.Start(telegram);
        // Nobody may begin before all is there: a send that fails holds back its own chat alone.
        service.Execute("CREATE TRIGGER waits BEFORE UPDATE OF attempts ON telegram_message BEGIN SELECT RAISE(ABORT, 'not yet'); END");
        await Task.WhenAll(Enumerable.Range(1, 70).Select(chat => service.QueueAsync(chat, "a")));
        service.Execute("DROP TRIGGER waits");

        await service.IdleAsync();

        Assert.Equal(71, telegram.CallsOf("sendMessage").Count);
        Assert.All(Enumerable.Range(1, 70), chat => Assert.Single(telegram.BotMessages(chat)));
        AssertAtMost(30, TimeSpan.FromSeconds(1), Times(telegram, 1));
    }

    private static List<TimeSpan> Times(FakeTelegram telegram, int speed, long? chat = null) =>
        [.. telegram.CallsOf("sendMessage").Where(call => chat is null || call.ChatId == chat).Select(call => call.At * speed).Order()];

    private static void AssertAtMost(int most, TimeSpan span, List<TimeSpan> times)
    {
        for (var i = most; i < times.Count; i++)
        {
            Assert.True(times[i] - times[i - most] >= span, $"{most + 1} within {times[i] - times[i - most]}");
        }
    }
}
