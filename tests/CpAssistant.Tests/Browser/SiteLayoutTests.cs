using CpAssistant.Accounts;
using CpAssistant.Tests.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

/// <summary>What all pages have in common, at the widths of a desk, a tablet and a telephone.</summary>
[Collection(BrowserGroup.Name)]
public sealed class SiteLayoutTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(768, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task No_page_has_a_serious_fault_or_scrolls_sideways(int width, ColorScheme scheme)
    {
        using var client = await ConsoleClient.SignInAsync(browser.Service, Role.Administrator, "bố cục " + Guid.NewGuid().ToString("N")[..6]);
        await using var chat = await ChatPage.OpenAsync(browser, "/quan-tri", Options(width, scheme));
        await chat.Page.Locator("#name").FillAsync(client.Name);
        await chat.Page.Locator("#password").FillAsync(ConsoleClient.Password);
        await chat.Page.Locator("#password").PressAsync("Enter");
        await Expect(chat.Page.Locator(".who")).ToContainTextAsync(client.Name);

        foreach (var language in new[] { "vi", "en" })
        {
            foreach (var path in new[] { "/", "/van-ban", "/van-ban/plan", "/khong-co", "/quan-tri" })
            {
                await chat.Page.GotoAsync($"{browser.Service.Address}{path}?lang={language}");
                if (path == "/")
                {
                    await Expect(chat.SendBox).ToBeVisibleAsync();
                }

                await Look.AssertSoundAsync(chat.Page, width, $"layout{path}-{language}-{scheme}");
                Assert.Equal(width < 768 ? 0 : 1, await Look.LinesAsync(chat.Page, "header.site .main-pages a"));
                Assert.Equal(1, await Look.LinesAsync(chat.Page, "header.site .bar > :not(.who, details, nav)"));
                if (path == "/quan-tri" && width != 768)
                {
                    Assert.Equal(1, await Look.LinesAsync(chat.Page, ".console-pages li"));
                }
            }
        }
    }

    [BrowserTheory]
    [InlineData(390)]
    [InlineData(360)]
    public async Task The_menu_of_a_telephone_opens_without_a_script(int width)
    {
        var options = Options(width, ColorScheme.Light);
        options.JavaScriptEnabled = false;
        await using var chat = await ChatPage.OpenAsync(browser, "/", options);
        var link = chat.Page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "Văn bản" });
        await Expect(link).ToBeHiddenAsync();

        await chat.Page.Locator(".menu summary").ClickAsync();
        await link.ClickAsync();

        await Expect(chat.Page.Locator("h1")).ToHaveTextAsync("Văn bản");
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task The_open_menu_has_no_serious_fault()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/van-ban", Options(390, ColorScheme.Dark));

        await chat.Page.Locator(".menu summary").ClickAsync();

        await Look.AssertSoundAsync(chat.Page, 390, "menu");
    }

    [BrowserFact]
    public async Task On_a_telephone_the_running_chat_keeps_most_of_the_screen()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/", Options(390, ColorScheme.Light));
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies.Last).ToContainTextAsync("40%");

        var pane = await chat.Page.Locator("#pane").BoundingBoxAsync();
        await Expect(chat.Page.Locator(".entries a").First).ToBeVisibleAsync();
        Assert.Equal(1, await Look.LinesAsync(chat.Page, ".entries a"));
        Assert.InRange(pane!.Height, 600, 844);
        Assert.InRange(pane.Y + pane.Height, 700, 844);
    }

    [BrowserFact]
    public async Task Paper_bears_neither_header_nor_filters_and_is_black_on_white()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/van-ban", Options(794, ColorScheme.Dark));
        await chat.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var hidden in new[] { "header.site", "footer.site", ".filters" })
        {
            await Expect(chat.Page.Locator(hidden)).ToBeHiddenAsync();
        }

        await Expect(chat.Page.Locator(".print-line")).ToBeVisibleAsync();
        Assert.Equal("rgb(0, 0, 0) rgb(255, 255, 255)", await chat.Page.EvaluateAsync<string>("(s => `${s.color} ${s.backgroundColor}`)(getComputedStyle(document.body))"));
        Assert.Equal("table-header-group", await chat.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.table thead')).display"));
    }

    private static BrowserNewContextOptions Options(int width, ColorScheme scheme) => new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = width < 768 ? 844 : 900 } };
}
