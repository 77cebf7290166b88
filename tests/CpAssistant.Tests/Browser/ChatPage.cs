using Microsoft.Playwright;

namespace CpAssistant.Tests.Browser;

/// <summary>The chat page as one person sees it, and what the browser complained of meanwhile.</summary>
internal sealed class ChatPage : IAsyncDisposable
{
    internal const string Question = "Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?";

    /// <summary>Its answer comes with questions that may be asked next.</summary>
    internal const string SuggestingQuestion = "Kế hoạch của Lạng Sơn do ai ký?";

    /// <summary>The chat stands still after one or two.</summary>
    private const int MostMissed = 10;

    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(20);

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private ChatPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    internal IPage Page { get; }

    internal ILocator SendBox => Page.Locator("[data-id=webchat-sendbox-input]");

    /// <summary>What the bot said, newest last.</summary>
    internal ILocator Replies => Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user) .webchat__text-content__markdown");

    /// <summary>What the person said.</summary>
    internal ILocator Asked => Page.Locator(".webchat__bubble--from-user .webchat__text-content");

    internal ILocator References => Page.Locator(".webchat__link-definitions a");

    internal ILocator Suggestions => Page.Locator(".webchat__suggested-action");

    internal ILocator Notice => Page.Locator("#notice-text");

    /// <param name="prepare">What happens before the page is opened.</param>
    internal static async Task<ChatPage> OpenAsync(
        BrowserFixture browser, string path = "/", BrowserNewContextOptions? options = null, string? service = null, Func<IPage, Task>? prepare = null)
    {
        var context = await browser.PersonAsync(options);
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var chat = new ChatPage(context, page);
        var origin = service ?? browser.Service.Address;
        context.Console += (_, message) => chat.Note(message.Type is "error" or "warning", $"console: {message.Text}");
        context.WebError += (_, error) => chat.Note(true, $"error: {error.Error}");
        context.Request += (_, request) => chat.Note(
            !request.Url.StartsWith(origin, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal),
            $"request to {request.Url}");
        page.WebSocket += (_, socket) => chat.Note(!socket.Url.StartsWith(origin.Replace("http", "ws", StringComparison.Ordinal), StringComparison.Ordinal), $"socket to {socket.Url}");
        if (prepare is not null)
        {
            await prepare(page);
        }

        await page.GotoAsync(origin + path);
        return chat;
    }

    internal async Task AskAsync(string question)
    {
        await SendBox.FillAsync(question);
        await SendBox.PressAsync("Enter");
    }

    /// <summary>
    /// Clicks something in the chat. Web Chat rolls on to a new reply some time after it has shown it, so that what the pointer went down on may be
    /// gone when it comes up, and nothing is clicked. Only then it is clicked again: a click that arrives and does nothing stays the test's matter.
    /// </summary>
    internal static async Task ClickAsync(ILocator target)
    {
        for (var missed = 0; missed < MostMissed; missed++)
        {
            await target.EvaluateAsync(
                """
                element => {
                  window.arrived = false;
                  addEventListener('click', event => { window.arrived = event.composedPath().includes(element); }, { capture: true, once: true });
                }
                """);
            await target.ClickAsync();
            if (await target.Page.EvaluateAsync<bool>("arrived"))
            {
                return;
            }
        }

        Assert.Fail($"No click arrived at {target}");
    }

    /// <summary>Clicks a link in the chat.</summary>
    /// <returns>The page of its own that it opens.</returns>
    internal static Task<IPage> FollowAsync(ILocator link) => link.Page.Context.RunAndWaitForPageAsync(() => ClickAsync(link));

    /// <summary>Nothing was asked of another origin, no content policy stopped anything, nothing failed.</summary>
    internal void AssertQuiet()
    {
        lock (_complaints)
        {
            Assert.Empty(_complaints);
        }
    }

    /// <summary>The answer to the closing is lost at times; the browser's end closes the context then.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAny(_context.CloseAsync(), Task.Delay(LongestClosing));

    private void Note(bool bad, string what)
    {
        if (bad)
        {
            lock (_complaints)
            {
                _complaints.Add(what);
            }
        }
    }
}
