using System.Net;
using System.Text;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>Who gets at what.</summary>
public sealed class AccessTests(SharedService shared) : IClassFixture<SharedService>, IDisposable
{
    private const string Secret = SharedService.Secret;
    private readonly ShiftedTime _time = shared.Time;
    private readonly Service _service = shared.Service;

    public static TheoryData<string, string> OfAConversation => new()
    {
        { "GET", "conversations/{0}" },
        { "GET", "conversations/{0}?watermark=0" },
        { "GET", "conversations/{0}/activities" },
        { "POST", "conversations/{0}/activities" },
        { "POST", "conversations/{0}/upload" },
    };

    public static IEnumerable<object[]> Protected => OfAConversation.Concat<object[]>([["POST", "tokens/refresh"], ["POST", "conversations"]]);

    public void Dispose() => _time.Shift = TimeSpan.Zero;

    [Theory]
    [MemberData(nameof(OfAConversation))]
    public async Task No_token_opens_another_conversation(string method, string path)
    {
        Talk[] talks = [await Talk.OpenAsync(_service), await Talk.OpenAsync(_service), await Talk.OpenAsync(_service)];
        foreach (var talk in talks)
        {
            await talk.SayAsync();
        }

        foreach (var (own, other) in talks.SelectMany(own => talks.Where(other => other != own).Select(other => (own, other))))
        {
            await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", await own.SendAsync(new HttpMethod(method), Fill(path, other), Body(method)));
        }

        Assert.All(talks, talk => Assert.Equal(2, talk.PollAsync().Result.Activities.Count));
    }

    [Fact]
    public async Task A_ticket_opens_no_other_conversations_stream()
    {
        var (one, other) = (await Talk.OpenAsync(_service), await Talk.OpenAsync(_service));
        var address = await one.StreamUrlAsync();

        var response = await _service.Client.GetAsync(new Uri(address.Replace(one.Id, other.Id, StringComparison.Ordinal)).PathAndQuery);

        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", response);
    }

    [Fact]
    public async Task Refreshing_and_erasing_reach_ones_own_conversation_only()
    {
        var (one, other) = (await Talk.OpenAsync(_service), await Talk.OpenAsync(_service));

        var refreshed = await Talk.JsonOf(await one.SendAsync(HttpMethod.Post, "tokens/refresh", $$"""{"conversationId":"{{other.Id}}"}"""));
        var erase = new HttpRequestMessage(HttpMethod.Delete, $"/api/webchat/conversation?conversationId={other.Id}");
        erase.Headers.Authorization = new("Bearer", one.Token);
        await _service.Client.SendAsync(erase);

        Assert.Equal(one.Id, refreshed.Text("conversationId"));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(other.Activities)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(one.Activities)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task Without_a_token_nothing_opens(string method, string path)
    {
        var talk = await Talk.OpenAsync(_service);

        var response = await Talk.SendAsync(_service.Client, null, new HttpMethod(method), Fill(path, talk), Body(method));

        await Talk.AssertErrorAsync(HttpStatusCode.Unauthorized, "Unauthorized", response);
    }

    [Theory]
    [MemberData(nameof(Protected))]
    public async Task An_expired_token_is_told_from_a_forged_one(string method, string path)
    {
        var talk = await Talk.OpenAsync(_service);
        _time.Shift = TimeSpan.FromMinutes(61);

        var expired = await talk.SendAsync(new HttpMethod(method), Fill(path, talk), Body(method));
        var forged = await talk.With(Changed(talk.Token)).SendAsync(new HttpMethod(method), Fill(path, talk), Body(method));

        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "TokenExpired", expired);
        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", forged);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("....")]
    [InlineData("Bearer")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJ1c2VyIjoiZGxfYSJ9.")]
    [InlineData(Secret)]
    public async Task Whatever_is_no_token_is_forged(string token) =>
        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", await Talk.SendAsync(_service.Client, token, HttpMethod.Post, "conversations"));

    [Fact]
    public async Task A_token_of_any_length_is_forged() =>
        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", await Talk.SendAsync(_service.Client, new string('A', 20_000), HttpMethod.Post, "conversations"));

    [Fact]
    public async Task A_token_is_no_ticket_and_a_ticket_no_token()
    {
        var talk = await Talk.OpenAsync(_service);
        var ticket = new Uri(await talk.StreamUrlAsync()).Query["?t=".Length..];

        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", await talk.With(ticket).GetAsync(talk.Activities));
        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "BadArgument", await talk.GetAsync($"conversations/{talk.Id}/stream?t={talk.Token}"));
    }

    [Fact]
    public async Task A_ticket_is_soon_too_old()
    {
        var talk = await Talk.OpenAsync(_service);
        var address = new Uri(await talk.StreamUrlAsync()).PathAndQuery;
        _time.Shift = TimeSpan.FromMinutes(3);

        await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "TokenExpired", await _service.Client.GetAsync(address));
    }

    [Fact]
    public async Task Tokens_outlive_a_restart()
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.SayAsync();
        using var again = new Service(("Data:Folder", _service.Data.Path));

        var response = await Talk.SendAsync(again.Client, talk.Token, HttpMethod.Get, talk.Activities);

        Assert.Equal(2, (await Talk.JsonOf(response)).GetProperty("activities").GetArrayLength());
    }

    [Theory]
    [InlineData("https://friend.example", true)]
    [InlineData("https://127.0.0.1", false)]
    [InlineData("http://127.0.0.1:81", false)]
    [InlineData("https://friend.example.evil.example", false)]
    [InlineData("http://friend.example", false)]
    [InlineData("null", false)]
    public async Task Pages_of_other_origins_are_refused(string origin, bool allowed)
    {
        var talk = await Talk.OpenAsync(_service);

        var response = await talk.SendAsync(HttpMethod.Get, talk.Activities, null, ("Origin", origin));

        await AssertOriginAsync(origin, allowed, response);
    }

    [Fact]
    public async Task Our_own_page_is_no_other() => await Pages_of_other_origins_are_refused(shared.Origin, allowed: true);

    [Fact]
    public async Task A_token_that_names_origins_is_not_for_our_own_page() => await A_token_names_its_own_origins(shared.Origin, allowed: false);

    [Theory]
    [InlineData("https://host.example", true)]
    [InlineData("https://friend.example", false)]
    public async Task A_token_names_its_own_origins(string origin, bool allowed)
    {
        var session = await Talk.JsonOf(await Talk.SendAsync(_service.Client, Secret, HttpMethod.Post, "tokens/generate", """{"trustedOrigins":["https://host.example"]}"""));
        var talk = new Talk(_service.Client, session.Text("token"), session.Text("conversationId"));

        var started = await talk.SendAsync(HttpMethod.Post, "conversations", null, ("Origin", origin));
        var stream = await Talk.JsonOf(await talk.SendAsync(HttpMethod.Post, "conversations"));
        var opened = await Talk.SendAsync(_service.Client, null, HttpMethod.Get, new Uri(stream.Text("streamUrl")).PathAndQuery["/v3/directline/".Length..], null, ("Origin", origin));

        await AssertOriginAsync(origin, allowed, started);
        Assert.Equal(allowed ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, opened.StatusCode);
    }

    [Theory]
    [InlineData("conversations", 403, "TokenExpired")]
    [InlineData("nothing", 404, "NotFound")]
    public async Task An_allowed_page_can_read_errors(string path, int status, string code)
    {
        var talk = await Talk.OpenAsync(_service);
        _time.Shift = TimeSpan.FromMinutes(61);

        var response = await talk.SendAsync(HttpMethod.Post, path, null, ("Origin", "https://friend.example"));

        await Talk.AssertErrorAsync((HttpStatusCode)status, code, response);
        Assert.Equal(["https://friend.example"], response.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://friend.example")]
    [InlineData("https://some.example")]
    public async Task A_preflight_passes_any_origin_that_a_token_may_name(string origin)
    {
        var response = await Preflight(_service, origin);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal([origin], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["Authorization,Content-Type,x-ms-bot-agent"], response.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("https://some.example")]
    [InlineData("null")]
    public async Task Where_no_token_names_origins_a_preflight_passes_those_of_the_settings(string origin)
    {
        using var service = new Service(("DirectLine:AllowedOrigins:0", "https://friend.example"));

        Assert.False((await Preflight(service, origin)).Headers.Contains("Access-Control-Allow-Origin"));
        Assert.True((await Preflight(service, "https://friend.example")).Headers.Contains("Access-Control-Allow-Origin"));
    }

    private static async Task<HttpResponseMessage> Preflight(Service service, string origin) => await Talk.SendAsync(
        service.Client, null, HttpMethod.Options, "conversations/x/activities", null,
        ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent"));

    private static async Task AssertOriginAsync(string origin, bool allowed, HttpResponseMessage response)
    {
        if (allowed)
        {
            Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
            Assert.Equal([origin], response.Headers.GetValues("Access-Control-Allow-Origin"));
        }
        else
        {
            await Talk.AssertErrorAsync(HttpStatusCode.Forbidden, "OriginNotAllowed", response);
        }
    }

    private static string Fill(string path, Talk talk) => path.Replace("{0}", talk.Id, StringComparison.Ordinal);

    private static string? Body(string method) => method == "POST" ? """{"type":"message","text":"xin chào"}""" : null;

    /// <summary>Another letter in the middle.</summary>
    private static string Changed(string token) => new StringBuilder(token) { [token.Length / 2] = token[token.Length / 2] == 'A' ? 'B' : 'A' }.ToString();
}
