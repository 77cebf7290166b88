using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Browser;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Console;

[Collection(BrowserGroup.Name)]
public sealed class TurnPageBrowserTests(BrowserFixture browser) : IDisposable
{
    private const string Name = "Nguyễn Thị Hòa";

    private readonly Service _service = Service.OnPort();

    public void Dispose() => _service.Dispose();

    [BrowserTheory]
    [InlineData("/quan-tri/luot-hoi?q=x&tu=2020-01-01&kenh=fax", 1280, ColorScheme.Light)]
    [InlineData("/quan-tri/luot-hoi", 768, ColorScheme.Dark)]
    [InlineData("/quan-tri/luot-hoi", 390, ColorScheme.Light)]
    [InlineData("/quan-tri/luot-hoi/2", 1280, ColorScheme.Light)]
    [InlineData("/quan-tri/luot-hoi/2?lang=en", 768, ColorScheme.Dark)]
    public async Task The_turns_have_no_serious_fault_and_fit_the_screen(string path, int width, ColorScheme scheme)
    {
        await AskAsync();
        await using var person = await ChatPage.OpenAsync(
            browser, "/quan-tri/dang-nhap?returnUrl=" + Uri.EscapeDataString(path), new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, _service.Address);
        await person.Page.FillAsync("#name", Name);
        await person.Page.FillAsync("#password", ConsoleClient.Password);
        await person.Page.Keyboard.PressAsync("Enter");
        await Expect(person.Page.Locator(".console-pages a[aria-current]")).ToBeVisibleAsync();
        foreach (var summary in await person.Page.Locator("main summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        var result = await person.Page.RunAxe();

        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
        Assert.True(await person.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        person.AssertQuiet();
    }

    /// <summary>A conversation whose answers have changed since.</summary>
    private async Task AskAsync()
    {
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, Name);
        await _service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation("c1", "webchat", "dl_someone", "vi-VN", null));
        foreach (var question in new[] { "Sở Công Thương phải làm gì?", ChatPage.Question, "còn ai ký?", "xin chào", "Thuế thu nhập cá nhân tính thế nào?", new string('x', 1500) })
        {
            await _service.Services.GetRequiredService<TurnRunner>().RunAsync("c1", new IncomingMessage(null, question), CancellationToken.None);
        }

        _service.Documents.Write("plan.txt", SamplePlan.Text(percent: 55));
        _service.Services.GetRequiredService<KnowledgeStore>().Reload();
    }
}
