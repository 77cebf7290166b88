namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>The service ends between receiving and answering, and goes on where it was.</summary>
public sealed class RestartTests : IAsyncLifetime
{
    private const int Speed = 4;
    private const long Person = 11;
    private const string Question = "Sở Công Thương phải làm gì?";

    private readonly LogLines _log = new();
    private FakeTelegram _telegram = null!;
    private TelegramService _service = null!;

    public async Task InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        _service = Start();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    /// <summary>The step that fails, and so never comes before the end: the turn, the queue, the send.</summary>
    [Theory]
    [InlineData("INSERT ON turn", "working off an update failed", 0)]
    [InlineData("INSERT ON telegram_message", "working off an update failed", 1)]
    [InlineData("UPDATE OF attempts ON telegram_message", "sending failed on our side", 1)]
    public async Task What_was_received_is_answered_once_by_the_next_process(string step, string line, int turnsBefore)
    {
        _service.Execute($"CREATE TRIGGER fails BEFORE {step} BEGIN SELECT RAISE(ABORT, 'not yet'); END");
        _telegram.Say(Person, Question);
        await _telegram.WaitAsync(() => _log.With(line).Count > 0);
        var data = _service.Stop();
        TelegramService.Execute(data, "DROP TRIGGER fails");

        Assert.Empty(_telegram.CallsOf("sendMessage"));
        _service = Start(data, stopped: true);
        Assert.Equal(turnsBefore, _turns);
        await _telegram.WaitAsync(() => _telegram.BotMessages(Person).Count > 0);
        await _service.IdleAsync();

        Assert.Single(_telegram.CallsOf("sendMessage"));
        Assert.Equal(1, Turns());
        Assert.Equal(0, (await _service.HealthAsync()).GetProperty("repeated").GetInt64());
    }

    [Fact]
    public async Task A_send_that_was_on_its_way_is_repeated_and_counted()
    {
        _telegram.FailNext("sendMessage", Fault.DoneThenHang);
        _telegram.Say(Person, Question);
        await _telegram.WaitAsync(() => _telegram.BotMessages(Person).Count == 1);

        _service = Start(_service.Stop());
        await _telegram.WaitAsync(() => _telegram.BotMessages(Person).Count == 2);
        await _service.IdleAsync();

        Assert.Equal(1, Turns());
        Assert.Equal(1, (await _service.HealthAsync()).GetProperty("repeated").GetInt64());
        Assert.Equal(_telegram.BotMessages(Person)[0].Text, _telegram.BotMessages(Person)[1].Text);
    }

    [Fact]
    public async Task A_send_that_is_about_to_be_answered_is_waited_for()
    {
        using var answered = new ManualResetEventSlim();
        _telegram.On("sendMessage", _ =>
        {
            answered.Wait(TimeSpan.FromSeconds(5));
            return null;
        });
        _telegram.Say(Person, Question);
        await _telegram.WaitAsync(() => _telegram.CallsOf("sendMessage").Count == 1);

        var stopping = Task.Run(_service.Stop);
        await Task.Delay(200);
        answered.Set();
        _service = Start(await stopping);
        await _service.IdleAsync();

        Assert.Single(_telegram.CallsOf("sendMessage"));
        Assert.Equal(0, (await _service.HealthAsync()).GetProperty("repeated").GetInt64());
    }

    private int _turns;

    private int Turns() => _service.Count("SELECT count(*) FROM turn");

    private TelegramService Start(TemporaryFolder? data = null, bool stopped = false)
    {
        if (stopped)
        {
            _turns = Turns();
        }

        return TelegramService.Start(_telegram, data, time: _time, log: _log);
    }

    private readonly FastTime _time = new(Speed);
}
