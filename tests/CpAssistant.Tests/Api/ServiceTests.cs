using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CpAssistant.Tests.Api;

public sealed class ServiceTests(SampleService shared) : IClassFixture<SampleService>
{
    private readonly Service _service = shared.Service;

    [Fact]
    public async Task Answers_a_batch_line()
    {
        var response = await Post("""{"id":"7","turns":["Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?"]}""");

        var text = await response.Content.ReadAsStringAsync();
        var reply = JsonDocument.Parse(text).RootElement;
        Assert.Equal(("7", "answered"), (reply.GetProperty("id").GetString(), reply.GetProperty("outcome").GetString()));
        Assert.Contains("40%", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Lạng Sơn", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"turns":[]}""")]
    [InlineData("""{"id":[],"turns":["a"]}""")]
    public async Task A_bad_body_is_a_problem(string body) => await AssertProblem(HttpStatusCode.BadRequest, await Post(body));

    [Fact]
    public async Task Too_many_turns_are_a_problem() =>
        await AssertProblem(HttpStatusCode.BadRequest, await Post(JsonSerializer.Serialize(new { turns = Enumerable.Repeat("a", 51) })));

    [Fact]
    public async Task A_question_that_is_too_long_is_a_problem() =>
        await AssertProblem(HttpStatusCode.BadRequest, await Post(JsonSerializer.Serialize(new { turns = new[] { new string('x', 2001) } })));

    [Fact]
    public async Task A_body_of_ten_megabytes_is_too_large() =>
        await AssertProblem(HttpStatusCode.RequestEntityTooLarge, await Post(JsonSerializer.Serialize(new { turns = new[] { new string('x', 10_000_000) } })));

    [Fact]
    public async Task Deep_json_is_a_problem() => await AssertProblem(HttpStatusCode.BadRequest, await Post("{\"turns\":" + new string('[', 100_000)));

    [Fact]
    public async Task Bytes_that_are_no_utf_8_are_a_problem() =>
        await AssertProblem(HttpStatusCode.BadRequest, await _service.Client.PostAsync("/api/ask", new ByteArrayContent([.. "{\"turns\":[\""u8, 0xFF, 0xC3, .. "\"]}"u8])));

    [Fact]
    public async Task Lists_documents_and_facts()
    {
        var documents = await _service.Client.GetFromJsonAsync<JsonElement>("/api/documents");
        var facts = await _service.Client.GetFromJsonAsync<JsonElement>("/api/facts?kind=target&province=lang%20son");

        Assert.Equal("64/KH-UBND", documents[0].GetProperty("number").GetString());
        Assert.Equal(40, facts[0].GetProperty("value").GetInt32());
    }

    [Theory]
    [InlineData("/api/facts?kind=nothing")]
    [InlineData("/api/facts?province=nowhere")]
    public async Task An_unknown_filter_is_a_problem(string path) => await AssertProblem(HttpStatusCode.BadRequest, await _service.Client.GetAsync(path));

    [Fact]
    public async Task What_is_not_there_is_a_problem() => await AssertProblem(HttpStatusCode.NotFound, await _service.Client.GetAsync("/nothing"));

    [Fact]
    public async Task Describes_its_api()
    {
        var description = await _service.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        Assert.Equal(["/api/ask", "/api/documents", "/api/facts", "/api/responsibilities", "/api/search", "/api/targets", "/api/webchat/conversation", "/api/webchat/token", "/health"], description.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order());
    }

    [Fact]
    public async Task Tells_its_health()
    {
        var health = await _service.Client.GetFromJsonAsync<JsonElement>("/health");

        Assert.Equal(("ok", 1), (health.GetProperty("status").GetString(), health.GetProperty("documents").GetInt32()));
        Assert.Equal(12, health.GetProperty("knowledgeVersion").GetString()!.Length);
    }

    [Fact]
    public async Task Takes_up_a_changed_file_and_keeps_the_last_good_one()
    {
        using var service = new Service();
        var before = await Health(service);
        service.Documents.Write("plan.txt", SamplePlan.Text(percent: 55));
        var changed = await HealthAfter(service, health => Version(health) != Version(before));
        service.Language.Write("provinces.yaml", "basis: [");
        var broken = await HealthAfter(service, health => health.GetProperty("status").GetString() == "degraded");

        Assert.Equal(Version(changed), Version(broken));
        Assert.Contains("provinces.yaml", broken.GetProperty("lastFailure").GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_requests_are_turned_away()
    {
        using var service = new Service(("Limits:RequestsPerMinute", "3"));
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await service.Client.GetAsync("/api/documents")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync("/health")).StatusCode);
    }

    private static async Task AssertProblem(HttpStatusCode status, HttpResponseMessage response)
    {
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal((int)status, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetInt32());
    }

    private static string Version(JsonElement health) => health.GetProperty("knowledgeVersion").GetString()!;

    private Task<HttpResponseMessage> Post(string body) => _service.Client.PostAsync("/api/ask", new StringContent(body, Encoding.UTF8, "application/json"));

    private static Task<JsonElement> Health(Service service) => service.Client.GetFromJsonAsync<JsonElement>("/health");

    /// <returns>The first health that fits, or the last after twenty seconds.</returns>
    private static async Task<JsonElement> HealthAfter(Service service, Func<JsonElement, bool> fits)
    {
        var health = await Health(service);
        for (var i = 0; i < 100 && !fits(health); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            health = await Health(service);
        }

        return health;
    }
}
