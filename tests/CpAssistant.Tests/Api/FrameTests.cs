using CpAssistant.Configuration;
using CpAssistant.WebChat;
using Microsoft.Extensions.Configuration;

namespace CpAssistant.Tests.Api;

/// <summary>Which sites may show the chat in a frame.</summary>
public sealed class FrameTests
{
    [Fact]
    public async Task No_other_site_may_unless_it_is_named()
    {
        using var service = new Service();

        var page = await service.Client.GetAsync("/?frame=1");

        Assert.EndsWith("frame-ancestors 'self'", Policy(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_site_may_show_the_framed_page_alone()
    {
        using var service = new Service(("WebChat:FrameOrigins:0", "https://So.example.vn/"), ("WebChat:FrameOrigins:1", "https://b.example.vn:8443"));

        var framed = await service.Client.GetAsync("/?frame=1");
        var whole = await service.Client.GetAsync("/");
        var other = await service.Client.GetAsync("/health?frame=1");

        Assert.EndsWith("frame-ancestors 'self' https://so.example.vn https://b.example.vn:8443", Policy(framed), StringComparison.Ordinal);
        Assert.False(framed.Headers.Contains("X-Frame-Options"));
        Assert.All([whole, other], response =>
        {
            Assert.EndsWith("frame-ancestors 'none'", Policy(response), StringComparison.Ordinal);
            Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        });
    }

    [Theory]
    [InlineData("*")]
    [InlineData("so.example.vn")]
    [InlineData("https://so.example.vn/trang")]
    [InlineData("https://*.example.vn")]
    [InlineData("https://so.example.vn; script-src *")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://ai@so.example.vn")]
    public void What_is_no_origin_is_refused_at_the_start(string text)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("WebChat:FrameOrigins:0", text)]).Build();

        var exception = Assert.Throws<SettingsException>(() => WebChatSettings.Read(configuration));

        Assert.StartsWith("WebChat:FrameOrigins:0: ", exception.Message, StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();
}
