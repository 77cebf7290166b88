using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CpAssistant.Tests.Browser;

/// <summary>How a page looks at a width.</summary>
internal static class Look
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Nothing that hinders people seriously, no scrolling sideways; with $CPA_SCREENSHOTS a picture too.</summary>
    /// <param name="name">Of the picture; null for none.</param>
    internal static async Task AssertSoundAsync(IPage page, int width, string? name = null)
    {
        if (name is not null && Environment.GetEnvironmentVariable("CPA_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.Replace('/', '_').Replace('?', '_')}-{width}.png"), FullPage = true });
        }

        await AssertNothingHindersAsync(page);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    /// <summary>Nothing that hinders people seriously.</summary>
    internal static async Task AssertNothingHindersAsync(IPage page) =>
        Assert.DoesNotContain(await FaultsAsync(page), fault => fault.StartsWith("serious", StringComparison.Ordinal) || fault.StartsWith("critical", StringComparison.Ordinal));

    /// <summary>Nothing that hinders people at all.</summary>
    internal static async Task AssertFaultlessAsync(IPage page) => Assert.Empty(await FaultsAsync(page));

    /// <returns>How many lines the elements take that are shown.</returns>
    internal static Task<int> LinesAsync(IPage page, string selector) =>
        page.EvaluateAsync<int>("selector => new Set([...document.querySelectorAll(selector)].filter(element => element.offsetHeight > 0).map(element => element.offsetTop)).size", selector);

    /// <summary>
    /// Runs all rules of axe in the page itself, and has nothing handed back of what is in order: that takes a fifth of the time of the package's own
    /// way, which opens a second page to put the findings of all frames together. Here there are none.
    /// </summary>
    /// <returns>"serious color-contrast: &lt;p&gt;…".</returns>
    private static async Task<string[]> FaultsAsync(IPage page)
    {
        Assert.Single(page.Frames);
        await page.EvaluateAsync(Axe);
        var rules = await page.EvaluateAsync<int>("async () => { window.found = await axe.run(document, { resultTypes: ['violations'] }); return found.passes.length; }");
        Assert.True(rules > 0, "axe has looked at nothing");
        return await page.EvaluateAsync<string[]>("found.violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact} ${id}: ${html}`))");
    }
}
