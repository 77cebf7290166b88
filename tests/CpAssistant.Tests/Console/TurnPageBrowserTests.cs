using CpAssistant.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Console;

[Collection(BrowserGroup.Name)]
public sealed class TurnPageBrowserTests(BrowserFixture browser, TurnsService turns) : IClassFixture<TurnsService>
{
    [BrowserTheory]
    [InlineData("/quan-tri/luot-hoi?q=x&tu=2020-01-01&kenh=fax", 1280, ColorScheme.Light)]
    [InlineData("/quan-tri/luot-hoi", 768, ColorScheme.Dark)]
    [InlineData("/quan-tri/luot-hoi", 390, ColorScheme.Light)]
    [InlineData("/quan-tri/luot-hoi/2", 1280, ColorScheme.Light)]
    [InlineData("/quan-tri/luot-hoi/2?lang=en", 768, ColorScheme.Dark)]
    public async Task The_turns_have_no_serious_fault_and_fit_the_screen(string path, int width, ColorScheme scheme)
    {
        await using var person = await ChatPage.OpenAsync(
            browser, "/quan-tri/dang-nhap?returnUrl=" + Uri.EscapeDataString(path), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, turns.Address);
        await person.Page.FillAsync("#name", TurnsService.Officer);
        await person.Page.FillAsync("#password", ConsoleClient.Password);
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.Page.Locator(".console-pages a[aria-current]")).ToBeVisibleAsync();
        foreach (var summary in await person.Page.Locator("main summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await Look.AssertFaultlessAsync(person.Page);
        Assert.True(await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        person.AssertQuiet();
    }
}
