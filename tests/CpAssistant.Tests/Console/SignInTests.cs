using System.Net;
using CpAssistant.Accounts;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Console;

public sealed class SignInTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task An_officer_signs_in_and_out()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "Nguyễn Thị Hòa");

        var page = await client.PageAsync("/quan-tri");
        Assert.Contains("Nguyễn Thị Hòa", page.QuerySelector(".who")!.Words(), StringComparison.Ordinal);
        var left = await client.PostAsync("/quan-tri/dang-xuat");

        Assert.Equal("/quan-tri/dang-nhap", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Http.GetAsync("/quan-tri")).StatusCode);
    }
}
