using Deque.AxeCore.Playwright;
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

        await AssertSound(chat);
    }

    [BrowserTheory]
    [InlineData("/van-ban", ColorScheme.Light)]
    [InlineData("/van-ban/plan?trich=120-160#trich", ColorScheme.Light)]
    [InlineData("/van-ban/plan?trich=120-160#trich", ColorScheme.Dark)]
    public async Task The_documents_have_no_serious_fault(string path, ColorScheme scheme)
    {
        await using var chat = await ChatPage.OpenAsync(browser, path, new() { ColorScheme = scheme });
        await Expect(chat.Page.Locator("h1")).ToBeVisibleAsync();

        await AssertSound(chat);
        chat.AssertQuiet();
    }

    private static async Task AssertSound(ChatPage chat)
    {
        var result = await chat.Page.RunAxe();

        Assert.Empty(result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
    }
}
