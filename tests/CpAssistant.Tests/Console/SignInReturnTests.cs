using CpAssistant.Accounts;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Console;

/// <summary>Where a sign-in leads.</summary>
public sealed class SignInReturnTests(SampleService shared) : IClassFixture<SampleService>
{
    [Theory]
    [InlineData("/quan-tri/nhat-ky?viec=a&tu=2026-01-01", "/quan-tri/nhat-ky?viec=a&tu=2026-01-01")]
    [InlineData("/quan-tri", "/quan-tri")]
    [InlineData("https://evil.example/quan-tri", "/quan-tri")]
    [InlineData("//evil.example/quan-tri", "/quan-tri")]
    [InlineData("/\\evil.example", "/quan-tri")]
    [InlineData("/quan-tri/..//evil.example", "/quan-tri")]
    [InlineData("/quan-tri-evil", "/quan-tri")]
    [InlineData("/van-ban", "/quan-tri")]
    [InlineData("/quan-tri/dang-xuat", "/quan-tri")]
    [InlineData("javascript:alert(1)", "/quan-tri")]
    [InlineData("", "/quan-tri")]
    public async Task Signing_in_leads_to_pages_of_the_console_only(string asked, string led)
    {
        var name = "hoa " + Guid.NewGuid().ToString("N");
        await ConsoleClient.AddOfficerAsync(shared.Service, Role.Reviewer, name);
        using var client = new ConsoleClient(shared.Service);

        var response = await client.SignInAsync(name, ConsoleClient.Password, "?returnUrl=" + Uri.EscapeDataString(asked));

        Assert.Equal(led, response.Headers.Location?.OriginalString);
    }
}
