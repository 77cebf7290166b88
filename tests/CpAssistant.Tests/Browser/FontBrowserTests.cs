using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Browser;

/// <summary>The font that pages are really drawn with.</summary>
[Collection(BrowserGroup.Name)]
public sealed class FontBrowserTests(BrowserFixture browser)
{
    [BrowserTheory]
    [InlineData("normal", 400)]
    [InlineData("italic", 400)]
    [InlineData("normal", 600)]
    public async Task Every_vietnamese_letter_is_drawn_with_it(string style, int weight)
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/van-ban");
        await chat.Page.EvaluateAsync(
            """
            async ([letters, style, weight]) => {
              const line = document.createElement('p');
              line.id = 'letters';
              line.textContent = letters;
              line.style.fontStyle = style;
              line.style.fontWeight = weight;
              document.querySelector('main').append(line);
              line.getBoundingClientRect();
              await document.fonts.ready;
            }
            """,
            new object[] { FontTests.Letters, style, weight });

        Assert.Equal([(true, FontTests.Letters.Length)], await FontsAsync(chat, "#letters"));
        chat.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("/van-ban", "h1")]
    [InlineData("/van-ban", "tbody tr")]
    [InlineData("/quan-tri", "label")]
    [InlineData("/", ".purpose")]
    public async Task Pages_are_drawn_with_it(string path, string selector)
    {
        await using var chat = await ChatPage.OpenAsync(browser, path);
        await chat.Page.EvaluateAsync("document.fonts.ready");

        Assert.All(await FontsAsync(chat, selector), font => Assert.True(font.IsOurs));
    }

    [BrowserFact]
    public async Task The_chat_is_drawn_with_it()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.Question);
        await chat.Replies.Last.WaitForAsync();
        await chat.Page.EvaluateAsync("document.fonts.ready");

        Assert.All(await FontsAsync(chat, ".webchat__bubble--from-user .webchat__text-content"), font => Assert.True(font.IsOurs));
    }

    [BrowserFact]
    public async Task A_page_takes_four_files()
    {
        var taken = new List<string>();
        await using var chat = await ChatPage.OpenAsync(browser, "/van-ban", prepare: page =>
        {
            page.Response += (_, response) =>
            {
                if (response.Url.EndsWith(".woff2", StringComparison.Ordinal))
                {
                    lock (taken)
                    {
                        taken.Add(response.Url.Split("be-vietnam-pro-")[^1]);
                    }
                }
            };
            return Task.CompletedTask;
        });
        await chat.Page.EvaluateAsync("document.fonts.ready");

        lock (taken)
        {
            Assert.Equal(["latin-400-normal.woff2", "latin-600-normal.woff2", "vietnamese-400-normal.woff2", "vietnamese-600-normal.woff2"], taken.Order());
        }
    }

    /// <returns>Of each font that an element's text is drawn with, whether it came with the page and how many letters it draws.</returns>
    private static async Task<IReadOnlyList<(bool IsOurs, int Letters)>> FontsAsync(ChatPage chat, string selector)
    {
        var tools = await chat.Page.Context.NewCDPSessionAsync(chat.Page);
        await tools.SendAsync("DOM.enable");
        await tools.SendAsync("CSS.enable");
        var root = (await tools.SendAsync("DOM.getDocument"))!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        var node = (await tools.SendAsync("DOM.querySelector", new() { ["nodeId"] = root, ["selector"] = selector }))!.Value.GetProperty("nodeId").GetInt32();
        var fonts = (await tools.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node }))!.Value.GetProperty("fonts");
        var found = fonts.EnumerateArray()
            .Select(font => (font.GetProperty("isCustomFont").GetBoolean() && font.GetProperty("familyName").GetString()!.StartsWith("Be Vietnam Pro", StringComparison.Ordinal), (int)font.GetProperty("glyphCount").GetDouble()))
            .GroupBy(font => font.Item1, (isOurs, fonts) => (isOurs, fonts.Sum(font => font.Item2)));
        return [.. found];
    }
}
