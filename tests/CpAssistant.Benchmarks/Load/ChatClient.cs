using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace CpAssistant.Benchmarks.Load;

/// <summary>One person in web chat: a small Direct Line client over HTTP and WebSocket.</summary>
public sealed class ChatClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private ClientWebSocket? _socket;
    private Uri? _stream;
    private string _token = "";
    private string _domain = "";

    private ChatClient(HttpClient http) => _http = http;

    public string ConversationId { get; private set; } = "";

    /// <summary>Asks for a token and starts the conversation.</summary>
    public static async Task<ChatClient> StartAsync(HttpClient http, Uri service)
    {
        var client = new ChatClient(http);
        using var token = await client.SendAsync(HttpMethod.Post, new Uri(service, "api/webchat/token"), new { locale = "vi-VN" });
        (client._token, client._domain) = (Text(token, "token"), Text(token, "domain"));
        using var started = await client.SendAsync(HttpMethod.Post, client.Route("conversations"), new { });
        client.ConversationId = Text(started, "conversationId");
        client._stream = new Uri(Text(started, "streamUrl"));
        return client;
    }

    public async Task ConnectAsync(CancellationToken cancellation)
    {
        _socket = new ClientWebSocket();
        await _socket.ConnectAsync(_stream!, cancellation);
    }

    /// <param name="messageId">The same for the same message, however often it is sent.</param>
    /// <returns>The activity's id: the message is acknowledged.</returns>
    /// <exception cref="HttpRequestException">It is not acknowledged.</exception>
    public async Task<string> PostAsync(string messageId, string text)
    {
        using var posted = await SendAsync(HttpMethod.Post, Route($"conversations/{ConversationId}/activities"), new
        {
            type = "message",
            text,
            locale = "vi-VN",
            from = new { id = "someone", role = "user" },
            channelData = new { clientActivityID = messageId },
        });
        return Text(posted, "id");
    }

    /// <returns>The next activities on the stream; empty for a keep-alive; null where it has ended.</returns>
    public async Task<IReadOnlyList<ChatActivity>?> ReceiveAsync(CancellationToken cancellation)
    {
        using var frame = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket!.ReceiveAsync(_buffer.AsMemory(), cancellation);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            frame.Write(_buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return frame.Length == 0 ? [] : Activities(JsonDocument.Parse(frame.ToArray()));
    }

    /// <returns>All that was said, from the start.</returns>
    public async Task<IReadOnlyList<ChatActivity>> HistoryAsync()
    {
        var all = new List<ChatActivity>();
        for (var watermark = "0"; ;)
        {
            using var page = await SendAsync(HttpMethod.Get, Route($"conversations/{ConversationId}/activities?watermark={watermark}"), null);
            watermark = Text(page, "watermark");
            var activities = Activities(page);
            all.AddRange(activities);
            if (activities.Count == 0)
            {
                return all;
            }
        }
    }

    public void Dispose() => _socket?.Dispose();

    private static string Text(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetString()!;

    private static IReadOnlyList<ChatActivity> Activities(JsonDocument set)
    {
        using (set)
        {
            return [.. set.RootElement.GetProperty("activities").EnumerateArray().Select(ChatActivity.Of)];
        }
    }

    private Uri Route(string path) => new($"{_domain}/{path}");

    private async Task<JsonDocument> SendAsync(HttpMethod method, Uri address, object? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        if (_token.Length > 0)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        }

        using var response = await _http.SendAsync(request);
        return response.IsSuccessStatusCode
            ? await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync())
            : throw new HttpRequestException($"{method} {address.AbsolutePath}: {await response.Content.ReadAsStringAsync()}", null, response.StatusCode);
    }
}

/// <summary>What a client needs of an activity.</summary>
/// <param name="MessageId">The client's own id of a message it has sent.</param>
/// <param name="IsBot">Whether the assistant says it.</param>
public sealed record ChatActivity(string Id, string Text, string? ReplyTo, string? MessageId, bool IsBot)
{
    internal static ChatActivity Of(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "",
        json.TryGetProperty("replyToId", out var replyTo) ? replyTo.GetString() : null,
        json.TryGetProperty("channelData", out var data) && data.TryGetProperty("clientActivityID", out var id) ? id.GetString() : null,
        json.GetProperty("from").GetProperty("role").GetString() == "bot");
}
