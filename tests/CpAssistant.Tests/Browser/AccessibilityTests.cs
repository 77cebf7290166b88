using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

[Collection(BrowserGroup.Name)]
public sealed class AccessibilityTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/?lang=en", ColorScheme.Light)]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/?frame=1", ColorScheme.Light)]
    public async Task The_chat_has_no_serious_fault(string path, ColorScheme scheme)
    {
        await using var chat = await ChatPage.OpenAsync(browser, path, new() { ColorScheme = scheme });
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
        await ChatPage.ClickAsync(chat.Page.Locator("[aria-pressed]").First);
        await Expect(chat.Page.Locator("#comment")).ToBeVisibleAsync();

        await Look.AssertNothingHindersAsync(chat.Page);
    }

    [BrowserTheory]
    [InlineData("/van-ban", ColorScheme.Light)]
    [InlineData("/van-ban/plan?trich=120-160#trich", ColorScheme.Light)]
    [InlineData("/van-ban/plan?trich=120-160#trich", ColorScheme.Dark)]
    public async Task The_documents_have_no_serious_fault(string path, ColorScheme scheme)
    {
        await using var chat = await ChatPage.OpenAsync(browser, path, new() { ColorScheme = scheme });
        await Expect(chat.Page.Locator("h1")).ToBeVisibleAsync();

        await Look.AssertNothingHindersAsync(chat.Page);
        chat.AssertQuiet();
    }

    /// <param name="spoil">Puts something into the page.</param>
    [BrowserTheory]
    [InlineData("main => main.append(Object.assign(new Image(), { src: 'data:,' }))", "critical image-alt")]
    [InlineData("main => { const line = Object.assign(document.createElement('p'), { textContent: 'Văn bản' }); line.style.color = '#ccc'; line.style.background = '#fff'; main.append(line); }", "serious color-contrast")]
    public async Task What_hinders_people_is_found(string spoil, string fault)
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/van-ban");
        await chat.Page.Locator("main").EvaluateAsync(spoil);

        var exception = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Look.AssertNothingHindersAsync(chat.Page));

        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }
}
