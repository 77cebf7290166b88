using System.Net;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>The calls of Direct Line one by one.</summary>
public sealed class CallTests(SharedService shared) : IClassFixture<SharedService>
{
    private const string Secret = SharedService.Secret;
    private readonly Service _service = shared.Service;

    [Fact]
    public async Task A_token_is_exchanged_for_the_secret_and_starts_nothing()
    {
        var talk = await Generate("""{"user":{"id":"dl_someone","name":"Someone"}}""");

        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.GetAsync($"conversations/{talk.Id}"));
        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.GetAsync(talk.Activities));
        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.PostAsync(new { type = "message", text = "a" }));
    }

    [Fact]
    public async Task A_conversation_is_created_once()
    {
        var talk = await Generate();

        var first = await talk.SendAsync(HttpMethod.Post, "conversations", """{"user":{"id":"someone"},"locale":"vi-VN"}""");
        var second = await talk.SendAsync(HttpMethod.Post, "conversations");

        var session = await Talk.JsonOf(first);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(["conversationId", "expires_in", "streamUrl", "token"], session.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal((talk.Id, 3600), (session.Text("conversationId"), session.GetProperty("expires_in").GetInt32()));
        Assert.StartsWith($"{shared.Origin.Replace("http:", "ws:", StringComparison.Ordinal)}/v3/directline/conversations/{talk.Id}/stream?t=", session.Text("streamUrl"), StringComparison.Ordinal);
        Assert.DoesNotContain(session.Text("token"), session.Text("streamUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_names_the_user()
    {
        var talk = await Generate("""{"User":{"Id":"dl_someone"}}""");
        await talk.SendAsync(HttpMethod.Post, "conversations", """{"user":{"id":"dl_other"}}""");

        await talk.SayAsync();

        Assert.Equal("dl_someone", (await talk.PollAsync()).Activities[0].GetProperty("from").Text("id"));
    }

    [Theory]
    [InlineData("""{"user":{"id":"someone"}}""")]
    [InlineData("""{"user":{"id":"dl_"}}""")]
    [InlineData("""{"user":{"id":"dl_a\u0000b"}}""")]
    [InlineData("""{"trustedOrigins":["example.org"]}""")]
    [InlineData("""{"trustedOrigins":["https://example.org/path"]}""")]
    [InlineData("""{"trustedOrigins":[1]}""")]
    [InlineData("""{"\ud800":1,"user":{"id":"dl_someone"}}""")]
    [InlineData("{")]
    public async Task A_host_that_asks_for_what_cannot_be_is_refused(string body) =>
        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await Talk.SendAsync(_service.Client, Secret, HttpMethod.Post, "tokens/generate", body));

    [Fact]
    public async Task The_secret_has_to_be_right()
    {
        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", await Talk.SendAsync(_service.Client, Secret[1..], HttpMethod.Post, "tokens/generate"));
        await Talk.AssertErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized", await Talk.SendAsync(_service.Client, null, HttpMethod.Post, "tokens/generate"));
    }

    [Fact]
    public async Task Without_a_secret_set_none_is_right()
    {
        using var service = new Service();

        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "SecretNotConfigured", await Talk.SendAsync(service.Client, "", HttpMethod.Post, "tokens/generate"));
        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "SecretNotConfigured", await Talk.SendAsync(service.Client, Secret, HttpMethod.Post, "tokens/generate"));
    }

    [Fact]
    public async Task A_token_is_refreshed_for_the_same_conversation()
    {
        var talk = await Talk.OpenAsync(_service);

        var session = await Talk.JsonOf(await talk.SendAsync(HttpMethod.Post, "tokens/refresh"));

        Assert.Equal((talk.Id, 3600), (session.Text("conversationId"), session.GetProperty("expires_in").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await talk.With(session.Text("token")).GetAsync(talk.Activities)).StatusCode);
    }

    [Fact]
    public async Task Activities_come_by_watermark()
    {
        var talk = await Talk.OpenAsync(_service);
        var none = await talk.PollAsync();
        var first = await talk.SayAsync();

        var both = await talk.PollAsync(none.Watermark);
        var answer = await talk.PollAsync("1");
        var nothing = await talk.PollAsync(both.Watermark);

        Assert.Equal((0, "0"), (none.Activities.Count, none.Watermark));
        Assert.Equal(($"{talk.Id}|0000001", first), (first, both.Activities[0].Text("id")));
        Assert.Equal([$"{talk.Id}|0000001", $"{talk.Id}|0000002"], both.Activities.Select(activity => activity.Text("id")));
        Assert.Equal(["user", "bot"], both.Activities.Select(activity => activity.GetProperty("from").Text("role")));
        Assert.True(both.Activities[1].GetProperty("timestamp").GetDateTimeOffset() > both.Activities[0].GetProperty("timestamp").GetDateTimeOffset());
        Assert.Equal((1, "2"), (answer.Activities.Count, answer.Watermark));
        Assert.Equal((0, "2"), (nothing.Activities.Count, nothing.Watermark));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("99999999999999999999999999999999")]
    public async Task A_watermark_of_the_future_is_the_last_one(string watermark)
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.SayAsync();

        var answer = await talk.PollAsync(watermark);

        Assert.Equal((0, "2"), (answer.Activities.Count, answer.Watermark));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1 OR 1=1")]
    [InlineData("1.5")]
    [InlineData("%C2%B2")]
    public async Task What_is_no_watermark_is_refused(string watermark)
    {
        var talk = await Talk.OpenAsync(_service);

        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.GetAsync($"{talk.Activities}?watermark={watermark}"));
        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.GetAsync($"conversations/{talk.Id}?watermark={watermark}"));
    }

    [Fact]
    public async Task A_long_history_comes_in_pieces()
    {
        var talk = await Talk.OpenAsync(_service);
        for (var i = 0; i < 15; i++)
        {
            await talk.SayAsync($"xin chào {i}");
        }

        var (ids, watermark) = (new List<string>(), "");
        for (var piece = await talk.PollAsync(); piece.Activities.Count > 0; piece = await talk.PollAsync(watermark))
        {
            ids.AddRange(piece.Activities.Select(activity => activity.Text("id")));
            watermark = piece.Watermark;
        }

        Assert.Equal(Enumerable.Range(1, 30).Select(sequence => $"{talk.Id}|{sequence:D7}"), ids);
    }

    [Fact]
    public async Task Resuming_gives_a_token_and_the_address_of_a_stream()
    {
        var talk = await Talk.OpenAsync(_service);

        var session = await Talk.JsonOf(await talk.GetAsync($"conversations/{talk.Id}?watermark="));

        Assert.Equal(["conversationId", "expires_in", "streamUrl", "token"], session.EnumerateObject().Select(property => property.Name).Order());
        Assert.NotEmpty((await talk.With(session.Text("token")).PollAsync()).Watermark);
    }

    [Fact]
    public async Task Nothing_is_kept_by_caches()
    {
        var talk = await Talk.OpenAsync(_service);

        Assert.True((await talk.GetAsync(talk.Activities)).Headers.CacheControl!.NoStore);
        Assert.True((await talk.GetAsync($"conversations/{talk.Id}")).Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("conversations")]
    [InlineData("conversations/{0}/activities")]
    public async Task A_name_with_half_a_surrogate_pair_is_refused(string path)
    {
        var talk = await Talk.OpenAsync(_service);

        foreach (var body in new[] { """{"\ud800":1,"type":"message","text":"a"}""", """{"type":"message","text":"a","channelData":{"x":[{"\udc00":1}]}}""" })
        {
            await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await talk.SendAsync(HttpMethod.Post, path.Replace("{0}", talk.Id, StringComparison.Ordinal), body));
        }

        Assert.Empty((await talk.PollAsync()).Activities);
    }

    [Fact]
    public async Task A_file_is_refused_with_words()
    {
        var talk = await Talk.OpenAsync(_service);
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "activity" }, { new ByteArrayContent(new byte[1_000_000]), "file", "a.docx" } };
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{talk.Id}/upload?userId=dl_x") { Content = form };
        request.Headers.Authorization = new("Bearer", talk.Token);

        var response = await _service.Client.SendAsync(request);

        await Talk.AssertErrorAsync(HttpStatusCode.UnsupportedMediaType, "NotSupported", response);
        Assert.Empty((await talk.PollAsync()).Activities);
    }

    [Fact]
    public async Task Asking_for_a_session_id_is_harmless() =>
        Assert.Equal(HttpStatusCode.OK, (await _service.Client.GetAsync("/v3/directline/session/getsessionid")).StatusCode);

    [Theory]
    [InlineData("GET", "nothing", HttpStatusCode.NotFound, "NotFound")]
    [InlineData("GET", "", HttpStatusCode.NotFound, "NotFound")]
    [InlineData("GET", "conversations/a/b/c", HttpStatusCode.NotFound, "NotFound")]
    [InlineData("DELETE", "conversations", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("GET", "tokens/refresh", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("GET", "conversations/a/stream", HttpStatusCode.Forbidden, "BadArgument")]
    public async Task What_is_not_there_is_told_in_the_protocols_form(string method, string path, HttpStatusCode status, string code) =>
        await Talk.AssertErrorAsync(status, code, await Talk.SendAsync(_service.Client, null, new HttpMethod(method), path));

    [Fact]
    public async Task A_stream_is_no_page()
    {
        var talk = await Talk.OpenAsync(_service);
        var address = new Uri(await talk.StreamUrlAsync());

        await Talk.AssertErrorAsync(HttpStatusCode.BadRequest, "BadArgument", await _service.Client.GetAsync(address.PathAndQuery));
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_told_in_the_protocols_form()
    {
        var talk = await Talk.OpenAsync(_service);

        await Talk.AssertErrorAsync(HttpStatusCode.RequestEntityTooLarge, "RequestTooLarge", await talk.PostAsync(new { type = "message", text = new string('x', 300_000) }));
    }

    [Fact]
    public async Task A_body_that_does_not_tell_its_length_is_cut_off()
    {
        var talk = await Talk.OpenAsync(_service);
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/{talk.Activities}") { Content = new StringContent("{\"type\":\"message\",\"text\":\"" + new string('x', 300_000) + "\"}", null, "application/json") };
        request.Headers.Authorization = new("Bearer", talk.Token);
        request.Headers.TransferEncodingChunked = true;

        await Talk.AssertErrorAsync(HttpStatusCode.RequestEntityTooLarge, "RequestTooLarge", await _service.Client.SendAsync(request));
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_without_its_inner_life()
    {
        using var service = new Service();
        var talk = await Talk.OpenAsync(service);
        await service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => connection.Execute("ALTER TABLE conversation RENAME TO elsewhere"));

        var response = await talk.SendAsync(HttpMethod.Get, talk.Activities, null, ("Origin", "http://localhost"));

        await Talk.AssertErrorAsync(HttpStatusCode.InternalServerError, "ServiceError", response);
        Assert.DoesNotContain("SQLite", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["http://localhost"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    private async Task<Talk> Generate(string? body = null)
    {
        var response = await Talk.SendAsync(_service.Client, Secret, HttpMethod.Post, "tokens/generate", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var session = await Talk.JsonOf(response);
        Assert.Equal(["conversationId", "expires_in", "token"], session.EnumerateObject().Select(property => property.Name).Order());
        return new Talk(_service.Client, session.Text("token"), session.Text("conversationId"));
    }
}
