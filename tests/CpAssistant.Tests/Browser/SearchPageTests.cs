using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class SearchPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Keys_are_enough_to_search_and_to_read_what_was_found()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/tim-kiem");
        var page = chat.Page;
        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("tap huan sxsh");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".found mark").First).ToBeVisibleAsync();

        await page.Locator(".found h2 a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/van-ban/plan\?trich=\d+-\d+#trich$"));
        await Expect(page.Locator("mark").First).ToBeInViewportAsync();
        chat.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("/tim-kiem", ColorScheme.Light)]
    [InlineData("/tim-kiem?q=sxsh", ColorScheme.Light)]
    [InlineData("/tim-kiem?q=sxsh", ColorScheme.Dark)]
    [InlineData("/tim-kiem?q=kinh+phsi&tinh=nowhere&lang=en", ColorScheme.Light)]
    public async Task Has_no_fault_and_fits_a_phone(string path, ColorScheme scheme)
    {
        await using var chat = await ChatPage.OpenAsync(browser, path, new() { ColorScheme = scheme, ViewportSize = new() { Width = 390, Height = 800 } });
        await Expect(chat.Page.Locator("h1")).ToBeVisibleAsync();

        await Look.AssertFaultlessAsync(chat.Page);
        Assert.Equal(390, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task On_paper_stands_what_was_found_and_what_for()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/tim-kiem?q=sxsh");
        await chat.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(chat.Page.Locator(".found li").First).ToBeVisibleAsync();
        await Expect(chat.Page.Locator("form[role=search]")).ToBeHiddenAsync();
    }
}
