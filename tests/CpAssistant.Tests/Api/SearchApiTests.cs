using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CpAssistant.Tests.Api;

public sealed class SearchApiTests : IDisposable
{
    private readonly Service _service = new(("Knowledge:Documents:0", Repository.CorpusDocuments));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Gives_a_page_of_provisions()
    {
        var answer = await _service.Client.GetFromJsonAsync<JsonElement>("/api/search?q=SXSH&page=2");

        Assert.Equal(["query", "searched", "foundBy", "total", "page", "pages", "suggestion", "items"], answer.EnumerateObject().Select(value => value.Name));
        Assert.Equal(("sản xuất sạch hơn", 2, JsonValueKind.Null), (answer.GetProperty("searched").GetString(), answer.GetProperty("page").GetInt32(), answer.GetProperty("suggestion").ValueKind));
        Assert.Equal(Math.Min(20, answer.GetProperty("total").GetInt32() - 20), answer.GetProperty("items").GetArrayLength());
        Assert.Equal(
            ["document", "province", "number", "section", "quote", "start", "end", "source", "snippet", "score", "terms", "headingSharePoints"], answer.GetProperty("items")[0].EnumerateObject().Select(value => value.Name));
    }

    [Theory]
    [InlineData("province=phu+yen", "phu-yen-ke-hoach-2017.txt")]
    [InlineData("kind=news", "yen-bai-tin-tuc-2018.txt")]
    [InlineData("kind=tin+bài", "yen-bai-tin-tuc-2018.txt")]
    [InlineData("period=2017-2020", "phu-yen-ke-hoach-2017.txt")]
    [InlineData("year=2018", "yen-bai-tin-tuc-2018.txt")]
    [InlineData("q=tập+huấn&province=phu+yen&agency=SCT", "phu-yen-ke-hoach-2017.txt")]
    public async Task Filters(string query, string document)
    {
        var answer = await _service.Client.GetFromJsonAsync<JsonElement>("/api/search?" + query);

        Assert.Equal([document], answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("document").GetString()).Distinct());
    }

    [Theory]
    [InlineData("province=xyz")]
    [InlineData("kind=0")]
    [InlineData("agency=xyz")]
    [InlineData("period=xyz")]
    [InlineData("year=20166")]
    [InlineData("page=-1")]
    public async Task Refuses_what_it_cannot_read(string query)
    {
        var response = await _service.Client.GetAsync(new Uri("/api/search?q=tập&" + query, UriKind.Relative));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }
}
