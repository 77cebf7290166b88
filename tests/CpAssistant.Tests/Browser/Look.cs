using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CpAssistant.Tests.Browser;

/// <summary>How a page looks at a width.</summary>
internal static class Look
{
    /// <summary>Nothing that hinders people seriously, no scrolling sideways; with $CPA_SCREENSHOTS a picture too.</summary>
    /// <param name="name">Of the picture; null for none.</param>
    internal static async Task AssertSoundAsync(IPage page, int width, string? name = null)
    {
        if (name is not null && Environment.GetEnvironmentVariable("CPA_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name.Replace('/', '_').Replace('?', '_')}-{width}.png"), FullPage = true });
        }

        var result = await page.RunAxe();
        Assert.Empty(result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    /// <returns>How many lines the elements take that are shown.</returns>
    internal static Task<int> LinesAsync(IPage page, string selector) =>
        page.EvaluateAsync<int>("selector => new Set([...document.querySelectorAll(selector)].filter(element => element.offsetHeight > 0).map(element => element.offsetTop)).size", selector);
}
