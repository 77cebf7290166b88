using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

/// <summary>The chat on another site.</summary>
[Collection(BrowserGroup.Name)]
public sealed class WidgetTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Answers_on_an_allowed_site()
    {
        await using var person = await browser.PersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(browser.Site.Address);

        await page.GetByRole(AriaRole.Button, new() { Name = "Hỏi đáp về sản xuất sạch hơn" }).ClickAsync();
        var sendBox = page.FrameLocator("iframe").Locator("[data-id=webchat-sendbox-input]");
        await sendBox.FillAsync(ChatPage.Question);
        await sendBox.PressAsync("Enter");

        await Expect(page.FrameLocator("iframe").Locator(".webchat__text-content__markdown").Last).ToContainTextAsync("40%");
        await Expect(page.FrameLocator("iframe").Locator("header.site")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Escape_closes_it_and_goes_back_to_the_button()
    {
        await using var person = await browser.PersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(browser.Site.Address);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Hỏi đáp về sản xuất sạch hơn" });
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");

        await button.PressAsync("Enter");
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await page.FrameLocator("iframe").Locator("[data-id=webchat-sendbox-input]").PressAsync("Escape");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(button).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_site_that_is_not_allowed_gets_an_empty_frame()
    {
        await using var person = await browser.PersonAsync();
        var page = await person.NewPageAsync();
        var refused = new TaskCompletionSource<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal))
            {
                refused.TrySetResult(message.Text);
            }
        };
        await page.GotoAsync(browser.Site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        await page.GetByRole(AriaRole.Button, new() { Name = "Hỏi đáp về sản xuất sạch hơn" }).ClickAsync();

        await refused.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await Expect(page.FrameLocator("iframe").Locator("#chat")).ToHaveCountAsync(0);
    }
}
