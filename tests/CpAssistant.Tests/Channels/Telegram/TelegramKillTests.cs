using CpAssistant.Benchmarks.Load;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>The service is killed again and again while people write to the bot.</summary>
public sealed class TelegramKillTests : IDisposable
{
    private const int Kills = 4;
    private const int People = 8;

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();

    public TelegramKillTests() => _documents.Write("plan.txt", SamplePlan.Text());

    public void Dispose()
    {
        _documents.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Every_message_is_taken_once_and_its_answer_shown()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        telegram.On("sendMessage", _ =>
        {
            // So that the end can come between the call and its answer.
            Thread.Sleep(50);
            return null;
        });
        var random = new Random(20261122);
        var service = await StartAsync(telegram);
        using var over = new CancellationTokenSource();
        var talks = Enumerable.Range(1, People).Select(person => Task.Run(() => TalkAsync(telegram, person, over.Token))).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(50, 600));
            var sent = telegram.CallsOf("sendMessage").Count;
            await telegram.WaitAsync(() => kill % 2 == 1 || telegram.CallsOf("sendMessage").Count > sent);
            service.Kill();
            service.Dispose();
            service = await StartAsync(telegram);
        }

        await over.CancelAsync();
        var said = await Task.WhenAll(talks);
        using (service)
        {
            await telegram.WaitAsync(() => telegram.Pending == 0 && Count("SELECT count(*) FROM telegram_update WHERE content IS NOT NULL") + Count("SELECT count(*) FROM telegram_message WHERE pending = 1") == 0, TimeSpan.FromSeconds(60));
        }

        AssertOnce(said);
        AssertShown(telegram, said.Sum());
    }

    /// <returns>How many messages were said.</returns>
    private static async Task<int> TalkAsync(FakeTelegram telegram, int person, CancellationToken over)
    {
        var number = 0;
        while (!over.IsCancellationRequested)
        {
            telegram.Say(person, $"Sở Công Thương phải làm gì? ({++number})");
            await Task.Delay(800, CancellationToken.None);
        }

        return number;
    }

    private void AssertOnce(IReadOnlyList<int> said)
    {
        Assert.Equal("ok", Query<string>("PRAGMA integrity_check")[0]);
        Assert.Equal(said.Sum(), Count("SELECT count(*) FROM turn"));
        Assert.All(Enumerable.Range(1, People), person => Assert.Equal(
            Enumerable.Range(1, said[person - 1]).Select(number => $"Sở Công Thương phải làm gì? ({number})"),
            Query<string>($"SELECT text FROM message WHERE conversation_id = 'telegram|{FakeTelegram.Me.Id}|{person}' AND author = 'user' ORDER BY sequence")));
    }

    /// <summary>An answer that is not known by the id that Telegram gave it is one that was sent again.</summary>
    private void AssertShown(FakeTelegram telegram, int said)
    {
        var known = Query<(long Chat, long Message)>("SELECT chat_id, message_id FROM telegram_message WHERE message_id IS NOT NULL AND part = 0 ORDER BY id");
        var shown = Enumerable.Range(1, People).SelectMany(person => telegram.BotMessages(person).Select(message => ((long)person, message.Id))).ToHashSet();

        Assert.Equal(said, known.Count);
        Assert.All(known, answer => Assert.Contains(answer, shown));
        var repeated = Count("SELECT coalesce(sum(repeated), 0) FROM telegram_count");
        Assert.InRange(shown.Count - Count("SELECT count(*) FROM telegram_message WHERE message_id IS NOT NULL"), 0, repeated);
        Assert.True(repeated > 0, "no end came between a call and its answer");
        Assert.All(known.GroupBy(answer => answer.Chat), chat => Assert.Equal(chat.Select(answer => answer.Message).Order(), chat.Select(answer => answer.Message)));
    }

    private int Count(string sql) => Query<int>(sql)[0];

    private IReadOnlyList<T> Query<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "cp-assistant.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return [.. connection.Query<T>(sql)];
    }

    private Task<ServiceProcess> StartAsync(FakeTelegram telegram) => ServiceProcess.StartAsync(Repository.Root, new Dictionary<string, string>(ServiceProcess.Unlimited)
    {
        ["Knowledge:Documents:0"] = _documents.Path,
        ["Data:Folder"] = _data.Path,
        ["Telegram:Token"] = FakeTelegram.Token,
        ["Telegram:ApiBaseUrl"] = telegram.Address,
    });
}
