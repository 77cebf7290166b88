using System.Net;

namespace CpAssistant.Tests.Api;

public sealed class ErrorPageTests(SampleService shared) : IClassFixture<SampleService>
{
    private readonly Service _service = shared.Service;

    [Theory]
    [InlineData("/van-ban/khong-co")]
    [InlineData("/van-ban/%3Cscript%3E")]
    [InlineData("/van-ban/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/van-ban/PLAN.txt")]
    [InlineData("/van-ban/a/b")]
    [InlineData("/nothing")]
    [InlineData("/loi")]
    [InlineData("/loi?lang=%22%3E%3Cscript%3E")]
    public async Task What_is_not_there_is_told_with_a_way_back(string path)
    {
        var page = await _service.Page(path, HttpStatusCode.NotFound);

        Assert.Equal(["Không tìm thấy"], page.WordsOf("h1"));
        Assert.Contains("There is no page or document at this address.", page.QuerySelector("p[lang=en]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("/van-ban?lang=vi", page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_document_that_is_not_there_is_a_page_for_anyone()
    {
        var response = await _service.Client.GetAsync("/van-ban/khong-co");

        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/facts?kind=nothing")]
    public async Task The_api_keeps_to_problems(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html, */*");

        var response = await _service.Client.SendAsync(request);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_page_of_a_status_keeps_the_language_and_what_was_asked_for()
    {
        var page = await _service.Page("/van-ban/khong-co?lang=en&trich=1-2", HttpStatusCode.NotFound);

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("/van-ban/khong-co?trich=1-2&lang=vi", page.QuerySelector("header a[hreflang=vi]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("///evil.example/x")]
    [InlineData("/%5Cevil.example/x")]
    [InlineData("/%5C/evil.example/x")]
    public async Task The_page_of_a_status_leads_to_no_other_site(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path));

        var page = await _service.Page(request, HttpStatusCode.NotFound);

        Assert.Equal("/evil.example/x?lang=en", page.QuerySelector("header a[hreflang=en]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Browsers_are_told_to_run_nothing_here_either()
    {
        var response = await _service.Client.GetAsync("/van-ban/khong-co");

        Assert.StartsWith("default-src 'none';", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_told_so_on_a_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent([new("q", new string('x', 1_000_000))]) };

        var page = await _service.Page(request, HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal(["Nội dung gửi quá dài"], page.WordsOf("h1"));
    }

    [Fact]
    public async Task Too_many_requests_are_told_so_on_a_page()
    {
        using var service = new Service(("Limits:RequestsPerMinute", "40"));
        for (var i = 0; i < 40; i++)
        {
            await service.Client.GetAsync("/api/documents");
        }

        var page = await service.Page("/van-ban", HttpStatusCode.TooManyRequests);

        Assert.Equal(["Quá nhiều yêu cầu"], page.WordsOf("h1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await service.Client.GetAsync("/api/documents")).StatusCode);
    }
}
