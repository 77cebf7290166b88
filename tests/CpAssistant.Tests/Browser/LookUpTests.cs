using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

/// <summary>What an official does with the look-up, in a browser, over the shipped documents.</summary>
[Collection(BrowserGroup.Name)]
public sealed class LookUpTests(BrowserFixture browser, ShippedService shipped) : IClassFixture<ShippedService>
{
    [BrowserFact]
    public async Task What_a_merged_department_must_do_and_who_does_it_now_is_found_by_keyboard()
    {
        await using var context = await browser.PersonAsync();
        var page = await OpenAsync(context, "/");
        await page.Locator("header.site nav a", new() { HasText = "Ai làm gì" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("Ai làm gì");

        await page.Locator("#co-quan").FocusAsync();
        await page.Keyboard.TypeAsync("so tai nguyen va moi truong");
        await page.Locator("input[value='Bến Tre']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("#co-quan").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("section h2").First).ToHaveTextAsync("Sở Tài nguyên và Môi trường");
        await Expect(page.Locator("section .hint").First).ToContainTextAsync("nay là Sở Nông nghiệp và Môi trường (Nghị định 150/2025/NĐ-CP)");
        var rows = page.Locator("table.duties tbody tr");
        Assert.True(await rows.CountAsync() >= 4);
        await rows.First.Locator(".place a").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("mark").First).ToBeVisibleAsync();
        Assert.Contains("/van-ban/ben-tre-chi-thi-sxsh?trich=", page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_targets_of_three_provinces_are_compared()
    {
        await using var context = await browser.PersonAsync();
        var page = await OpenAsync(context, "/tra-cuu/muc-tieu");
        foreach (var province in new[] { "Long An", "Đồng Tháp", "Sơn La" })
        {
            await page.Locator($"input[value='{province}']").CheckAsync();
        }

        await page.Locator("#nam").FillAsync("2020");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem" }).ClickAsync();

        var targets = page.Locator("section.natures[aria-labelledby=muc-tieu]");
        await Expect(targets.Locator("thead th span")).ToHaveTextAsync(["Đồng Tháp", "Long An", "Sơn La", "Chung cả nước"]);
        var adoption = targets.Locator("tbody tr", new() { HasText = "áp dụng sản xuất sạch hơn" }).First;
        await Expect(adoption.Locator("td[data-label^='Long An'] .figure-value")).ToHaveTextAsync("50%");
        await Expect(adoption.Locator("td[data-label='Đồng Tháp'] .figure-value")).ToHaveTextAsync("50%");
        await Expect(adoption.Locator("td[data-label='Sơn La']")).ToHaveTextAsync("không quy định");
        await Expect(targets.Locator("figure.chart canvas")).ToBeVisibleAsync();
        var bars = await page.EvaluateAsync<string>("""
            () => JSON.stringify(Chart.getChart(document.querySelector('section.natures canvas')).data.datasets.map(set => [set.label, set.data.filter(value => value).length]))
            """);
        var cells = await page.EvaluateAsync<string>("""
            () => { const table = document.querySelector('section.natures table');
              return JSON.stringify([...table.querySelectorAll('thead th')].map((head, i) => [head, i]).filter(([head]) => head.dataset.series)
                .map(([head, i]) => [head.querySelector('span').textContent, [...table.querySelectorAll('tbody tr')].filter(row => row.children[i].dataset.to).length])); }
            """);
        Assert.Equal(cells, bars);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("form.filters")).ToBeHiddenAsync();
        await Expect(page.Locator("header.site nav").First).ToBeHiddenAsync();
        await Expect(targets.Locator("table")).ToBeVisibleAsync();
        await Expect(page.Locator(".print-only").First).ToBeVisibleAsync();
        // As wide as paper: still a table, with its heads.
        await page.SetViewportSizeAsync(700, 900);
        Assert.Equal("table-header-group", await targets.Locator("thead").EvaluateAsync<string>("head => getComputedStyle(head).display"));
    }

    [BrowserFact]
    public async Task An_answer_in_the_chat_leads_to_its_table()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/");
        await chat.AskAsync(ChatPage.Question);

        var link = chat.Replies.Last.GetByRole(AriaRole.Link, new() { Name = "Xem bảng chỉ tiêu" });
        var page = await ChatPage.FollowAsync(link);

        await Expect(page.Locator("section.natures[aria-labelledby=muc-tieu] .figure-value").First).ToHaveTextAsync("40%");
    }

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(768, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task No_table_has_a_serious_fault_or_scrolls_the_page_sideways(int width, ColorScheme scheme)
    {
        await using var context = await browser.PersonAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        foreach (var (path, name) in new[]
        {
            ("/tra-cuu/co-quan", "tong-quan"),
            ("/tra-cuu/co-quan?xem=bang&lang=en", "bang-en"),
            ("/tra-cuu/co-quan?co-quan=sct&tinh=Long+An&tinh=S%C6%A1n+La&tinh=B%E1%BA%BFn+Tre", "so-sanh"),
            ("/tra-cuu/co-quan?tinh=Atlantis", "sai"),
            ("/tra-cuu/muc-tieu", "muc-tieu"),
            ("/tra-cuu/muc-tieu?tinh=B%C3%ACnh+%C4%90%E1%BB%8Bnh&lang=en", "muc-tieu-en"),
        })
        {
            var page = await OpenAsync(context, path);
            await Look.AssertSoundAsync(page, width, $"look-up-{name}-{scheme}");
            await page.CloseAsync();
        }
    }

    private async Task<IPage> OpenAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(shipped.Address + path);
        return page;
    }
}
