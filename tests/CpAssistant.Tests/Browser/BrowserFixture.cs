using CpAssistant.Tests.Api;
using Microsoft.Playwright;

namespace CpAssistant.Tests.Browser;

/// <summary>One browser and one service for all tests; each test has a context, and so a person, of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>Settings under which one machine may play many people.</summary>
    internal static readonly (string Key, string Value)[] ManyPeople = [("Limits:RequestsPerMinute", "100000"), ("Console:SignInsPerMinute", "100000"), ("DirectLine:TokensPerMinute", "100000")];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Service? _service;

    internal Service Service => _service!;

    /// <summary>A page of another site, with the widget; reached as 127.0.0.1, which the service allows, and as localhost, which it does not.</summary>
    internal OtherSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        Site = await OtherSite.StartAsync();
        _service = Service.OnPort([.. ManyPeople, ("WebChat:FrameOrigins:0", Site.Address)]);
        Site.Service = _service.Address;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            await Site.DisposeAsync();
        }

        _playwright?.Dispose();
        _service?.Dispose();
    }

    internal Task<IBrowserContext> PersonAsync(BrowserNewContextOptions? options = null) => _browser!.NewContextAsync(options);
}

[CollectionDefinition(Name)]
public sealed class BrowserGroup : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
