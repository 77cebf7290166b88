using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CpAssistant.Conversations;
using CpAssistant.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>What our own page calls.</summary>
public sealed class WebChatTests(SharedService shared) : IClassFixture<SharedService>, IDisposable
{
    private readonly Service _service = shared.Service;

    public void Dispose() => shared.Time.Shift = TimeSpan.Zero;

    [Fact]
    public async Task Opens_a_conversation()
    {
        var response = await OpenAsync(null, """{"locale":"en-US","province":"tinh Lang Son"}""");

        var session = await Talk.JsonOf(response);
        var conversation = Find(session.Text("conversationId"))!;
        Assert.Equal(["conversationId", "domain", "expires_in", "token"], session.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal((_service.Client.BaseAddress + "v3/directline", 3600), (session.Text("domain"), session.GetProperty("expires_in").GetInt32()));
        Assert.Equal(("en-US", "Lạng Sơn", "webchat"), (conversation.Locale, conversation.State.Province, conversation.Channel));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_conversation_can_be_entered_by_its_id_at_once()
    {
        var talk = await Talk.OpenAsync(_service);

        Assert.Equal(HttpStatusCode.OK, (await talk.GetAsync($"conversations/{talk.Id}?watermark=0")).StatusCode);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(24 * 29)]
    public async Task An_old_token_takes_the_conversation_up_again(int hours)
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.SayAsync();
        shared.Time.Shift = TimeSpan.FromHours(hours);

        var session = await Talk.JsonOf(await OpenAsync(talk.Token));

        Assert.Equal(talk.Id, session.Text("conversationId"));
        Assert.Equal(2, (await talk.With(session.Text("token")).PollAsync()).Activities.Count);
    }

    [Fact]
    public async Task A_token_that_is_too_old_gives_a_new_conversation()
    {
        var talk = await Talk.OpenAsync(_service);
        shared.Time.Shift = TimeSpan.FromDays(31);

        Assert.NotEqual(talk.Id, (await Talk.JsonOf(await OpenAsync(talk.Token))).Text("conversationId"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData(SharedService.Secret)]
    public async Task What_is_no_token_gives_a_new_conversation(string token) =>
        Assert.NotNull(Find((await Talk.JsonOf(await OpenAsync(token))).Text("conversationId")));

    [Fact]
    public async Task A_token_of_another_site_is_not_renewed_here()
    {
        var session = await Talk.JsonOf(await Talk.SendAsync(_service.Client, SharedService.Secret, HttpMethod.Post, "tokens/generate"));
        await Talk.SendAsync(_service.Client, session.Text("token"), HttpMethod.Post, "conversations");

        Assert.NotEqual(session.Text("conversationId"), (await Talk.JsonOf(await OpenAsync(session.Text("token")))).Text("conversationId"));
    }

    [Theory]
    [InlineData("""{"locale":"english please"}""")]
    [InlineData("""{"locale":1}""")]
    [InlineData("""{"province":"Atlantis"}""")]
    [InlineData("""{"province":["Lạng Sơn"]}""")]
    [InlineData("""{"province":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task What_cannot_be_is_a_problem(string body) => await AssertProblemAsync(HttpStatusCode.BadRequest, await OpenAsync(null, body));

    [Theory]
    [InlineData("Origin", "https://friend.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Other_pages_open_and_erase_nothing(string header, string value)
    {
        var talk = await Talk.OpenAsync(_service);

        await AssertProblemAsync(HttpStatusCode.Forbidden, await OpenAsync(null, null, (header, value)));
        await AssertProblemAsync(HttpStatusCode.Forbidden, await EraseAsync(talk.Token, (header, value)));
        Assert.NotNull(Find(talk.Id));
    }

    [Fact]
    public async Task Our_own_page_may() =>
        Assert.Equal(HttpStatusCode.OK, (await OpenAsync(null, "{}", ("Origin", _service.Client.BaseAddress!.ToString().TrimEnd('/')), ("Sec-Fetch-Site", "same-origin"))).StatusCode);

    [Fact]
    public async Task Erases_a_conversation()
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.SayAsync();

        var first = await EraseAsync(talk.Token);
        var second = await EraseAsync(talk.Token);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, second.StatusCode));
        Assert.Null(Find(talk.Id));
        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.GetAsync(talk.Activities));
        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.PostAsync(new { type = "message", text = "a" }));
        Assert.NotEqual(talk.Id, (await Talk.JsonOf(await OpenAsync(talk.Token))).Text("conversationId"));
    }

    [Fact]
    public async Task What_was_erased_does_not_come_back()
    {
        var talk = await Talk.OpenAsync(_service);
        await EraseAsync(talk.Token);

        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.SendAsync(HttpMethod.Post, "tokens/refresh"));
        await Talk.AssertErrorAsync(HttpStatusCode.NotFound, "NotFound", await talk.SendAsync(HttpMethod.Post, "conversations"));
        Assert.Null(Find(talk.Id));
    }

    [Fact]
    public async Task A_conversation_that_the_page_has_opened_is_taken_up_by_starting_it()
    {
        var talk = await Talk.OpenAsync(_service);

        var started = await talk.SendAsync(HttpMethod.Post, "conversations");

        Assert.Equal((HttpStatusCode.OK, talk.Id), (started.StatusCode, (await Talk.JsonOf(started)).Text("conversationId")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    public async Task Erasing_needs_the_token(string? token) => await AssertProblemAsync(HttpStatusCode.Unauthorized, await EraseAsync(token));

    private Conversation? Find(string id) => _service.Services.GetRequiredService<ConversationStore>().Find(id);

    private Task<HttpResponseMessage> OpenAsync(string? token, string? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/api/webchat/token", token, body, headers);

    private Task<HttpResponseMessage> EraseAsync(string? token, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Delete, "/api/webchat/conversation", token, null, headers);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token, string? body, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _service.Client.SendAsync(request);
    }

    private static async Task AssertProblemAsync(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal((int)status, (await Talk.JsonOf(response)).GetProperty("status").GetInt32());
    }
}
