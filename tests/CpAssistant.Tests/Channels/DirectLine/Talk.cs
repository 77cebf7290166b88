using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>One client in one conversation.</summary>
internal sealed class Talk(HttpClient http, string token, string id)
{
    internal const string Question = "Kế hoạch của Lạng Sơn do ai ký?";

    internal string Token => token;

    internal string Id => id;

    internal string Activities => $"conversations/{id}/activities";

    /// <summary>The way of our own page.</summary>
    internal static async Task<Talk> OpenAsync(Service service)
    {
        var session = await JsonOf(await service.Client.PostAsync("/api/webchat/token", null));
        return new Talk(service.Client, session.Text("token"), session.Text("conversationId"));
    }

    internal Talk With(string otherToken) => new(http, otherToken, id);

    /// <param name="path">Below /v3/directline.</param>
    /// <param name="headers">Name and value.</param>
    internal Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(http, token, method, path, body, headers);

    internal static Task<HttpResponseMessage> SendAsync(HttpClient http, string? token, HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, "/v3/directline/" + path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return http.SendAsync(request);
    }

    internal Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    internal Task<HttpResponseMessage> PostAsync(object activity) => SendAsync(HttpMethod.Post, Activities, JsonSerializer.Serialize(activity));

    /// <returns>The activity's id.</returns>
    internal async Task<string> SayAsync(string text = Question, string? clientId = null)
    {
        var response = await PostAsync(new { type = "message", text, channelData = new { clientActivityID = clientId } });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await JsonOf(response)).Text("id");
    }

    internal async Task<(IReadOnlyList<JsonElement> Activities, string Watermark)> PollAsync(string watermark = "")
    {
        var response = await GetAsync($"{Activities}?watermark={watermark}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var set = await JsonOf(response);
        return ([.. set.GetProperty("activities").EnumerateArray()], set.Text("watermark"));
    }

    /// <returns>The reply's activity.</returns>
    internal async Task<JsonElement> AskAsync(string text)
    {
        var asked = await SayAsync(text);
        return (await PollAsync()).Activities.Single(activity => activity.TryGetProperty("replyToId", out var to) && to.GetString() == asked);
    }

    internal async Task<string> StreamUrlAsync(string watermark = "0") => (await JsonOf(await GetAsync($"conversations/{id}?watermark={watermark}"))).Text("streamUrl");

    internal async Task<OpenStream> OpenStreamAsync(string watermark = "0") => await OpenStream.ConnectAsync(await StreamUrlAsync(watermark));

    internal static async Task<JsonElement> JsonOf(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    internal static async Task AssertErrorAsync(HttpStatusCode status, string code, HttpResponseMessage response)
    {
        Assert.Equal((status, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var body = await JsonOf(response);
        Assert.Equal(["error"], body.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["code", "message"], body.GetProperty("error").EnumerateObject().Select(property => property.Name));
        Assert.Equal(code, body.GetProperty("error").Text("code"));
    }
}

internal static class JsonElements
{
    internal static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;
}

/// <summary>A socket of a client.</summary>
internal sealed class OpenStream : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    internal WebSocketCloseStatus? Closed => _socket.CloseStatus;

    public void Dispose() => _socket.Dispose();

    internal static async Task<OpenStream> ConnectAsync(string address, string? origin = null)
    {
        var stream = new OpenStream();
        if (origin is not null)
        {
            stream._socket.Options.SetRequestHeader("Origin", origin);
        }

        stream._socket.Options.CollectHttpResponseDetails = true;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await stream._socket.ConnectAsync(new Uri(address), late.Token);
        return stream;
    }

    internal static async Task<HttpStatusCode> RefusalAsync(string address, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(address), CancellationToken.None));
        return socket.HttpStatusCode;
    }

    internal Task SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    internal Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);

    /// <returns>The text of the next frame, "" for a keep-alive; null where the socket is closed.</returns>
    internal async Task<string?> NextFrameAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var (buffer, text) = (new byte[64 * 1024], new MemoryStream());
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, late.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }

    /// <returns>So many activities as they come, keep-alives passed over.</returns>
    internal async Task<IReadOnlyList<JsonElement>> NextAsync(int count)
    {
        var activities = new List<JsonElement>();
        while (activities.Count < count && await NextFrameAsync() is { } frame)
        {
            if (frame.Length > 0)
            {
                activities.AddRange(JsonDocument.Parse(frame).RootElement.GetProperty("activities").EnumerateArray());
            }
        }

        return activities;
    }

    /// <summary>Reads until the other side closes.</summary>
    internal async Task<WebSocketCloseStatus?> UntilClosedAsync()
    {
        while (await NextFrameAsync() is not null)
        {
        }

        return Closed;
    }
}
