namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>What is no message: the menu of commands, typing, the end of a button's waiting.</summary>
public sealed class MenuTests
{
    private const long Person = 11;
    private const string Question = "Sở Công Thương phải làm gì?";

    [Fact]
    public async Task The_menu_is_in_Vietnamese_for_all_and_in_English_for_apps_in_English()
    {
        await using var service = await TelegramService.StartAsync();
        await service.WaitForStateAsync("on");

        Assert.Equal(["", "en"], service.Telegram.Commands.Keys.Order());
        Assert.Equal(["start", "huongdan", "tinh", "muctieu", "coquan", "vanban", "hoidap", "ngonngu", "xoadulieu"], service.Telegram.Commands[""].Select(command => command.Command));
        Assert.Equal("Chọn tỉnh, thành phố", service.Telegram.Commands[""].Single(command => command.Command == "tinh").Description);
        Assert.Equal("Choose a province or city", service.Telegram.Commands["en"].Single(command => command.Command == "province").Description);
        Assert.Equal(service.Telegram.Commands[""].Count, service.Telegram.Commands["en"].Count);
    }

    [Fact]
    public async Task A_server_that_does_without_menu_typing_and_callbacks_harms_nothing()
    {
        var telegram = await FakeTelegram.StartAsync();
        foreach (var method in new[] { "setMyCommands", "sendChatAction", "answerCallbackQuery" })
        {
            telegram.FailNext(method, Fault.InternalError, 1000);
        }

        await using var service = TelegramService.Start(telegram, time: new FastTime(20));
        var answer = await service.AskAsync(Person, Question);
        await service.PressAsync(Person, answer, _ => true);

        Assert.Equal("on", (await service.HealthAsync()).GetProperty("state").GetString());
        Assert.Equal(0, (await service.HealthAsync()).GetProperty("repeated").GetInt64());
        Assert.Equal(0, service.Open());
    }

    [Theory]
    [InlineData("v1:1")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("999999999999999999999999")]
    [InlineData("' OR 1=1 --")]
    public async Task A_pressed_button_is_always_answered_whatever_it_carries(string data)
    {
        await using var service = await TelegramService.StartAsync();
        var answer = await service.AskAsync(Person, Question);

        var callback = service.Telegram.Press(Person, answer.Id, data);
        var gone = service.Telegram.Press(Person, 4711, data);
        await service.Telegram.WaitAsync(() => service.Telegram.CallsOf("answerCallbackQuery").Count == 2);
        await service.IdleAsync();

        Assert.Equal([callback, gone], service.Telegram.CallsOf("answerCallbackQuery").Select(call => call.Body["callback_query_id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_button_whose_work_fails_for_good_is_answered_too()
    {
        var telegram = await FakeTelegram.StartAsync();
        await using var service = TelegramService.Start(telegram, time: new FastTime(20));
        var answer = await service.AskAsync(Person, Question);
        service.Execute("CREATE TRIGGER fails BEFORE INSERT ON turn BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END; CREATE TRIGGER fails_too BEFORE UPDATE ON turn BEGIN SELECT RAISE(ABORT, 'a fault of ours'); END");

        await service.PressAsync(Person, answer, _ => true);

        Assert.Single(telegram.CallsOf("answerCallbackQuery"));
    }

    [Fact]
    public async Task What_takes_longer_than_half_a_second_is_shown_as_typing()
    {
        var telegram = await FakeTelegram.StartAsync();
        // Half a second of this clock is a millisecond: no turn is faster.
        await using var service = TelegramService.Start(telegram, time: new FastTime(500));

        await service.AskAsync(Person, Question);

        var typing = telegram.CallsOf("sendChatAction")[0];
        Assert.Equal((Person, "typing"), (typing.ChatId, typing.Body["action"]!.GetValue<string>()));
        Assert.True(typing.At < telegram.CallsOf("sendMessage")[0].At);
    }
}
