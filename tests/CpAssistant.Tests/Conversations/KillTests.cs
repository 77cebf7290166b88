using System.Collections.Concurrent;
using CpAssistant.Benchmarks.Load;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CpAssistant.Tests.Conversations;

/// <summary>The service is killed again and again while people talk to it.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 12;
    private const int People = 6;

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _data = new();
    private ServiceProcess? _service;

    public KillTests() => _documents.Write("plan.txt", SamplePlan.Text());

    public void Dispose()
    {
        _service?.Dispose();
        _documents.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task No_acknowledged_message_is_lost_and_none_is_answered_twice()
    {
        var port = ServiceProcess.FreePort();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var over = new CancellationTokenSource();
        var random = new Random(20261121);
        _service = await StartAsync(port);
        var clients = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => ChatClient.StartAsync(http, _service.Address)));

        var talks = clients.Select(client => Task.Run(() => TalkAsync(client, over.Token))).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(20, 600));
            _service.Kill();
            _service.Dispose();
            _service = await StartAsync(port);
        }

        await over.CancelAsync();
        var acknowledged = await Task.WhenAll(talks);
        foreach (var (client, messages) in clients.Zip(acknowledged))
        {
            AssertSaidOnce(await client.HistoryAsync(), messages);
        }

        Assert.True(acknowledged.Sum(messages => messages.Count) > 10 * Kills, "too little was said to prove anything");
        AssertWhole();
    }

    /// <summary>Sends each message until it is acknowledged, as one who sees the line drop does.</summary>
    private static async Task<ConcurrentDictionary<string, string>> TalkAsync(ChatClient client, CancellationToken over)
    {
        var acknowledged = new ConcurrentDictionary<string, string>();
        for (var number = 0; !over.IsCancellationRequested; number++)
        {
            while (!acknowledged.ContainsKey($"m{number}"))
            {
                try
                {
                    acknowledged[$"m{number}"] = await client.PostAsync($"m{number}", $"Sở Công Thương phải làm gì? ({number})");
                }
                catch (HttpRequestException exception) when (exception.StatusCode is null)
                {
                    await Task.Delay(20, CancellationToken.None);
                }
            }
        }

        return acknowledged;
    }

    private static void AssertSaidOnce(IReadOnlyList<ChatActivity> history, IReadOnlyDictionary<string, string> acknowledged)
    {
        var messages = history.Where(activity => !activity.IsBot).ToList();
        var replies = history.Where(activity => activity.IsBot).ToList();
        Assert.Equal(acknowledged.OrderBy(pair => pair.Key, StringComparer.Ordinal), messages.Select(message => KeyValuePair.Create(message.MessageId!, message.Id)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(messages.Select(message => message.Id), replies.Select(reply => reply.ReplyTo!));
    }

    private void AssertWhole()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data.Path, "cp-assistant.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Equal(connection.ExecuteScalar<int>("SELECT count(*) FROM message"), 2 * connection.ExecuteScalar<int>("SELECT count(*) FROM turn"));
    }

    private Task<ServiceProcess> StartAsync(int port) => ServiceProcess.StartAsync(Repository.Root, new Dictionary<string, string>(ServiceProcess.Unlimited)
    {
        ["Knowledge:Documents:0"] = _documents.Path,
        ["Data:Folder"] = _data.Path,
    }, port);
}
