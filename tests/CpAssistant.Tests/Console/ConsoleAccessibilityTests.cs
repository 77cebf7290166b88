using CpAssistant.Accounts;
using CpAssistant.Learning;
using CpAssistant.Tests.Browser;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Learning;
using CpAssistant.Tests.PersonalData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Console;

[Collection(BrowserGroup.Name)]
public sealed class ConsoleAccessibilityTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light, "vi")]
    [InlineData(768, ColorScheme.Dark, "vi")]
    [InlineData(390, ColorScheme.Light, "en")]
    public async Task No_page_has_a_serious_fault_or_scrolls_sideways(int width, ColorScheme scheme, string language)
    {
        var person = await Person.EnquireAsync(browser.Service);
        await person.AnswerAsync();
        using var client = await ConsoleClient.SignInAsync(browser.Service, Role.Administrator, "quản trị " + Guid.NewGuid().ToString("N")[..6]);
        await client.PostAsync("/quan-tri/mau-tra-loi?handler=Keep", ("title", "Đã nhận phiếu"), ("text", "Văn phòng đã nhận phiếu."));
        var request = await ErasureTests.RegisterAsync(client, person.Reference, "erase");
        await (await Talk.OpenAsync(browser.Service)).SayAsync(AnswerDesk.Question);
        var approved = await AnswerDesk.KeepAsync(client, await client.PageAsync(AnswerDesk.Address + "/soan"));
        await AnswerDesk.DoAsync(client, approved, "Approve");
        var proposed = await AnswerDesk.KeepAsync(client, await client.PageAsync(AnswerDesk.Address + "/soan"), fields: [("answer", "Mức phí xem tại mục II của kế hoạch.")]);
        // Dismissed, so that the page shows all it can.
        await browser.Service.Services.GetRequiredService<Grouping>().RunAsync(CancellationToken.None);
        var group = browser.Service.Services.GetRequiredService<QuestionGroups>().Search(new GroupQuery { WithDismissed = true }, 0, 1).Groups[0].Id;
        await client.PostAsync($"/quan-tri/cau-hoi/{group}?handler=Dismiss");
        await using var chat = await ChatPage.OpenAsync(browser, "/quan-tri?lang=" + language, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await LookAsync("sign-in");
        await chat.Page.Locator("#name").FillAsync(client.Name);
        await chat.Page.Locator("#password").FillAsync(ConsoleClient.Password);
        await chat.Page.Locator("#password").PressAsync("Enter");
        await Expect(chat.Page.Locator(".who")).ToContainTextAsync(client.Name);

        foreach (var path in new[]
        {
            "/quan-tri", "/quan-tri?q=zzz", "/quan-tri/phieu/" + person.Reference, "/quan-tri/mau-tra-loi",
            AnswerDesk.Address, AnswerDesk.Address + "/soan", $"{AnswerDesk.Address}/{approved}", $"{AnswerDesk.Address}/{proposed}", $"{AnswerDesk.Address}/soan/{proposed}", "/quan-tri/luot-hoi", "/quan-tri/luot-hoi/1",
            "/quan-tri/cau-hoi", "/quan-tri/cau-hoi?bo-qua=co", $"/quan-tri/cau-hoi/{group}",
            "/quan-tri/so-lieu", "/quan-tri/bao-cao", "/quan-tri/bao-cao?ky=x", "/quan-tri/du-lieu-ca-nhan", request, request + "/xoa",
            "/quan-tri/luu-giu", "/quan-tri/tai-khoan", $"/quan-tri/tai-khoan/{client.OfficerId}", "/quan-tri/tai-khoan-cua-toi", "/quan-tri/nhat-ky",
        })
        {
            await chat.Page.GotoAsync(browser.Service.Address + path);
            foreach (var summary in await chat.Page.Locator("main summary").AllAsync())
            {
                await summary.ClickAsync();
            }

            await LookAsync(path);
        }

        chat.AssertQuiet();

        Task LookAsync(string path) => Look.AssertSoundAsync(chat.Page, width, path);
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
        await Look.AssertSoundAsync(chat.Page, 768);
        await chat.Page.Locator("#code").FillAsync(Totp.CodeAt(Base32.Decode(key), DateTimeOffset.UtcNow));
        await chat.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.Page.Locator(".codes li")).ToHaveCountAsync(10);
        await Look.AssertSoundAsync(chat.Page, 768);
    }
}
