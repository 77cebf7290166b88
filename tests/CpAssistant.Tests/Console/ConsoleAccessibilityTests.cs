using CpAssistant.Accounts;
using CpAssistant.Tests.Browser;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Console;

[Collection(BrowserGroup.Name)]
public sealed class ConsoleAccessibilityTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("/quan-tri/tai-khoan", 1280, ColorScheme.Light)]
    [InlineData("/quan-tri/tai-khoan", 768, ColorScheme.Dark)]
    [InlineData("/quan-tri/nhat-ky", 1280, ColorScheme.Dark)]
    [InlineData("/quan-tri/nhat-ky?lang=en", 390, ColorScheme.Light)]
    [InlineData("/quan-tri/tai-khoan-cua-toi", 768, ColorScheme.Light)]
    [InlineData("/quan-tri/tai-khoan-cua-toi?lang=en", 1280, ColorScheme.Dark)]
    public async Task The_pages_have_no_serious_fault_and_no_sideways_scrolling(string path, int width, ColorScheme scheme)
    {
        var name = "quản trị " + Guid.NewGuid().ToString("N")[..6];
        await ConsoleClient.AddOfficerAsync(browser.Service, Role.Administrator, name);
        await using var chat = await ChatPage.OpenAsync(browser, "/quan-tri", new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await AssertSoundAsync(chat.Page, width);

        await chat.Page.Locator("#name").FillAsync(name);
        await chat.Page.Locator("#password").FillAsync(ConsoleClient.Password);
        await chat.Page.Locator("#password").PressAsync("Enter");
        await Expect(chat.Page.Locator(".who")).ToContainTextAsync(name);
        await chat.Page.GotoAsync(browser.Service.Address + path);

        await AssertSoundAsync(chat.Page, width);
        chat.AssertQuiet();
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
        {
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{path.Replace('/', '_').Replace('?', '_')}-{width}-{scheme}.png"), FullPage = true });
        }
    }

    [BrowserFact]
    public async Task Two_steps_are_set_up_by_keyboard()
    {
        var name = "bàn phím " + Guid.NewGuid().ToString("N")[..6];
        await ConsoleClient.AddOfficerAsync(browser.Service, Role.Officer, name);
        await using var chat = await ChatPage.OpenAsync(browser, "/quan-tri/tai-khoan-cua-toi", new() { ViewportSize = new() { Width = 768, Height = 900 } });
        await chat.Page.Locator("#name").FillAsync(name);
        await chat.Page.Locator("#password").FillAsync(ConsoleClient.Password);
        await chat.Page.Keyboard.PressAsync("Enter");

        await chat.Page.Locator("#key-password").FillAsync(ConsoleClient.Password);
        await chat.Page.Keyboard.PressAsync("Enter");
        var key = await chat.Page.Locator("#key").InnerTextAsync();
        await AssertSoundAsync(chat.Page, 768);
        await chat.Page.Locator("#code").FillAsync(Totp.CodeAt(Base32.Decode(key), DateTimeOffset.UtcNow));
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.Page.Locator(".codes li")).ToHaveCountAsync(10);
        await AssertSoundAsync(chat.Page, 768);
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
        {
            await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "codes-768.png"), FullPage = true });
        }
    }

    private static async Task AssertSoundAsync(IPage page, int width)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
