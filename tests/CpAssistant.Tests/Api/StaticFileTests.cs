using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace CpAssistant.Tests.Api;

/// <summary>How scripts and styles are sent.</summary>
public sealed class StaticFileTests(SampleService shared) : IClassFixture<SampleService>
{
    private const string Forever = "public, max-age=31536000, immutable";

    private readonly Service _service = shared.Service;

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("*", "br")]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData(null, null)]
    public async Task Sends_what_the_client_takes(string? accepted, string? coding)
    {
        var response = await Get(await WebChat(), accepted);

        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(coding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.Equal(3891526, (await Unpacked(response)).Length);
    }

    [Fact]
    public async Task An_address_with_a_version_is_kept_for_good()
    {
        Assert.Equal(Forever, (await Get(await WebChat(), "br")).Headers.GetValues("Cache-Control").Single());
        Assert.Equal(Forever, (await Get(await Address(@"/site\.css\?v=[^""]+"), "br")).Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task An_address_without_one_is_asked_for_again()
    {
        var first = await Get("/chat/look.js", "br");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat/look.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await _service.Client.SendAsync(request);

        Assert.Equal("no-cache", first.Headers.GetValues("Cache-Control").Single());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Licences_come_along() =>
        Assert.Contains("Copyright (c) Microsoft Corporation", await (await Get(await WebChat() + ".LICENSE.txt", null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task The_widget_may_be_loaded_by_other_sites_and_nothing_else_may()
    {
        Assert.Equal(["cross-origin"], (await Get("/widget.js", "br")).Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(["cross-origin"], (await Get("/widget.js", null)).Headers.GetValues("Cross-Origin-Resource-Policy"));
        Assert.Equal(["same-origin"], (await Get("/site.css", null)).Headers.GetValues("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found() => Assert.Equal(HttpStatusCode.NotFound, (await Get("/webchat/0.0.0/webchat.js", "br")).StatusCode);

    private Task<string> WebChat() => Address(@"/webchat/[\d.]+/webchat\.js");

    private async Task<string> Address(string pattern) => Regex.Match(await _service.Client.GetStringAsync("/"), pattern).Value;

    private Task<HttpResponseMessage> Get(string path, string? accepted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        return _service.Client.SendAsync(request);
    }

    private static async Task<byte[]> Unpacked(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync();
        await using var unpacked = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
