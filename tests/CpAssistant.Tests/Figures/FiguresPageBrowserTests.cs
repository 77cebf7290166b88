using CpAssistant.Tests.Browser;
using CpAssistant.Tests.Console;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Figures;

[Collection(BrowserGroup.Name)]
public sealed class FiguresPageBrowserTests(BrowserFixture browser, FiguresService figures) : IClassFixture<FiguresService>
{
    private const string Address = "/quan-tri/so-lieu?ky=nua-1&nam=2026";

    private const string IsColour =
        """
        colour => {
          const chart = Chart.getChart(document.querySelector('canvas'));
          const { x, y } = chart.getDatasetMeta(0).data[0].getCenterPoint();
          const scale = chart.currentDevicePixelRatio;
          const drawn = chart.ctx.getImageData(x * scale, y * scale, 1, 1).data;
          return '#' + [...drawn].slice(0, 3).map(part => part.toString(16).padStart(2, '0')).join('') === colour;
        }
        """;

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light, "vi")]
    [InlineData(1280, ColorScheme.Dark, "en")]
    [InlineData(768, ColorScheme.Light, "vi")]
    [InlineData(390, ColorScheme.Dark, "vi")]
    public async Task Charts_are_drawn_without_faults_and_fit_the_screen(int width, ColorScheme scheme, string language)
    {
        await using var person = await OpenAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, language);
        var page = person.Page;

        await Expect(page.Locator(".figure-chart:visible")).ToHaveCountAsync(9);
        await Look.AssertFaultlessAsync(page);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        // Something is drawn on each: not all of it is of one colour.
        Assert.True(await page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('canvas')].every(canvas => new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size > 20)"));
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('canvas')].every(canvas => Chart.getChart(canvas).data.labels.every(label => label.length > 1))"));
        person.AssertQuiet();
        await KeepAsync(page, $"figures-{width}-{scheme}-{language}");
    }

    [BrowserFact]
    public async Task A_bar_leads_to_the_list_behind_it()
    {
        await using var person = await OpenAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } }, "vi");
        var expected = await person.Page.Locator("#luot-theo-kenh tbody tr:first-child td:nth-of-type(2) a").GetAttributeAsync("href");

        var canvas = person.Page.Locator("#luot-theo-kenh canvas");
        await canvas.ScrollIntoViewIfNeededAsync();
        var bar = await canvas.EvaluateAsync<float[]>("canvas => { const bar = Chart.getChart(canvas).getDatasetMeta(0).data[0].getCenterPoint(); return [bar.x, bar.y]; }");
        await canvas.ClickAsync(new() { Position = new() { X = bar[0], Y = bar[1] } });

        await person.Page.WaitForURLAsync(url => url.EndsWith(expected!, StringComparison.Ordinal));
    }

    /// <summary>The bars themselves, as they are drawn.</summary>
    [BrowserFact]
    public async Task Colours_follow_the_screen_and_the_paper()
    {
        await using var person = await OpenAsync(new() { ColorScheme = ColorScheme.Dark }, "vi");
        await person.Page.WaitForFunctionAsync(IsColour, "#6cc795");

        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await person.Page.WaitForFunctionAsync(IsColour, "#1d7a4a");
        await KeepAsync(person.Page, "figures-print");
    }

    [BrowserFact]
    public async Task Without_script_the_tables_stand_alone()
    {
        await using var person = await OpenAsync(new() { JavaScriptEnabled = false }, "vi");

        await Expect(person.Page.Locator(".figure-chart:visible")).ToHaveCountAsync(0);
        await Expect(person.Page.Locator(".figure-table")).ToHaveCountAsync(9);
    }

    private async Task<ChatPage> OpenAsync(BrowserNewContextOptions options, string language)
    {
        var person = await ChatPage.OpenAsync(browser, "/quan-tri/dang-nhap?returnUrl=" + Uri.EscapeDataString($"{Address}&lang={language}"), options, figures.Address);
        await person.Page.FillAsync("#name", FiguresService.Officer);
        await person.Page.FillAsync("#password", ConsoleClient.Password);
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.Page.Locator(".console-pages a[aria-current]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return person;
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("CPA_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
