using CpAssistant.Accounts;
using CpAssistant.Channels.DirectLine;
using CpAssistant.Conversations;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Console;
using CpAssistant.Tests.Learning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

/// <summary>From an enterprise in web chat to an officer in the console and back, in browsers.</summary>
[Collection(BrowserGroup.Name)]
public sealed class OfficeRoundTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task The_answer_of_an_officer_appears_in_the_chat()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        var reference = await AskOfficeAsync(chat, "Máy ép bùn ở Lạng Sơn được hỗ trợ bao nhiêu?");
        await using var desk = await SignInAsync();

        await desk.Page.GetByLabel("Tìm trong câu hỏi").FillAsync("may ep bun");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Lọc", Exact = true }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
        await Expect(desk.Page.Locator(".dossier")).ToContainTextAsync("Công ty Máy Ép");
        await Expect(desk.Page.Locator(".dossier")).ToContainTextAsync("0912 345 678");
        await desk.Page.GetByLabel("Nội dung gửi người hỏi").FillAsync("Chào anh, xin xem mục IV của kế hoạch.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi trả lời" }).ClickAsync();

        await Expect(chat.Replies.Last).ToContainTextAsync("Chào anh, xin xem mục IV của kế hoạch.");
        await Expect(desk.Page.Locator(".notice")).ToBeVisibleAsync();
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator(".messages .officer")).ToContainTextAsync("Đã hiện cho người hỏi");
        await Expect(chat.Page.Locator("body")).Not.ToContainTextAsync("0912 345 678");
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task An_answer_that_came_meanwhile_is_there_when_the_person_returns()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        var reference = await AskOfficeAsync(chat, "Lò sấy gỗ ở Lạng Sơn được hỗ trợ bao nhiêu?");
        await chat.Page.GotoAsync("about:blank");
        await using var desk = await SignInAsync();
        await desk.Page.GotoAsync($"{browser.Service.Address}/quan-tri/phieu/{reference}");
        await desk.Page.GetByLabel("Nội dung gửi người hỏi").FillAsync("Xin xem mục V.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi và đóng phiếu" }).ClickAsync();
        await Expect(desk.Page.Locator(".messages .officer")).ToContainTextAsync("Đang chờ");

        await chat.Page.GotoAsync(browser.Service.Address);

        await Expect(chat.Replies.Last).ToContainTextAsync("Xin xem mục V.");
        await Expect(chat.Replies.Last).ToBeInViewportAsync();
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator(".messages .officer")).ToContainTextAsync("Đã hiện cho người hỏi");
        await Expect(desk.Page.Locator("h1")).ToContainTextAsync("Đã đóng");
    }

    [BrowserFact]
    public async Task A_chat_that_the_office_has_erased_begins_anew()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
        var conversation = await chat.Page.EvaluateAsync<string>("JSON.parse(localStorage['cp-assistant.conversation']).conversationId");

        await browser.Service.Services.GetRequiredService<ConversationStore>().EraseAsync(conversation);
        browser.Service.Services.GetRequiredService<Streams>().Close(conversation);

        await Expect(chat.Replies).ToHaveCountAsync(0);
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
    }

    [BrowserFact]
    public async Task An_enquiry_can_be_answered_by_keyboard_alone()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        var reference = await AskOfficeAsync(chat, "Tháp giải nhiệt ở Lạng Sơn được hỗ trợ bao nhiêu?");
        await using var desk = await SignInAsync();
        await desk.Page.GotoAsync($"{browser.Service.Address}/quan-tri/phieu/{reference}");

        await TabToAsync(desk.Page, "text");
        await desk.Page.Keyboard.TypeAsync("Xin xem mục VI.");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(chat.Replies.Last).ToContainTextAsync("Xin xem mục VI.");
    }

    [BrowserFact]
    public async Task What_an_officer_answered_is_made_the_offices_answer_and_given_until_it_expires()
    {
        var time = new ShiftedTime();
        using var service = new Service(time, listens: true, BrowserFixture.ManyPeople);
        await using var chat = await ChatPage.OpenAsync(browser, service: service.Address);
        var reference = await AskOfficeAsync(chat, AnswerDesk.Question);
        await using var desk = await SignInAsync(service);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
        await desk.Page.GetByLabel("Nội dung gửi người hỏi").FillAsync(AnswerDesk.Words);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi và đóng phiếu" }).ClickAsync();
        await Expect(chat.Replies.Last).ToContainTextAsync(AnswerDesk.Words);

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Đưa thành câu trả lời chung của Văn phòng" }).ClickAsync();
        await Expect(desk.Page.GetByLabel("Câu hỏi: mỗi dòng một cách hỏi")).ToHaveValueAsync(AnswerDesk.Question);
        await Expect(desk.Page.GetByLabel("Câu trả lời", new() { Exact = true })).ToHaveValueAsync(AnswerDesk.Words);
        await desk.Page.GetByLabel("Tìm đoạn trong văn bản").FillAsync("can doi nguon von");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).ClickAsync();
        await desk.Page.Locator("label.choice", new() { HasText = "Sở Tài chính cân đối" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu và xem trước" }).ClickAsync();
        await Expect(desk.Page.Locator("#effect ~ .verdict")).ToContainTextAsync("1 câu (1 lượt hỏi) sẽ được trả lời khác đi");
        await desk.Page.Locator("#effect ~ details summary").ClickAsync();
        await Expect(desk.Page.Locator("#effect ~ details")).ToContainTextAsync(AnswerDesk.Words);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Duyệt, đưa vào sử dụng" }).ClickAsync();
        await Expect(desk.Page.Locator("h1")).ToContainTextAsync("Đang dùng");

        await using var other = await ChatPage.OpenAsync(browser, service: service.Address);
        await other.AskAsync(AnswerDesk.Unmarked);
        await Expect(other.Replies.Last).ToContainTextAsync("Trả lời của Văn phòng");
        await Expect(other.Replies.Last).ToContainTextAsync(AnswerDesk.Words);
        await Expect(other.Replies.Last).ToContainTextAsync("Sở Tài chính cân đối nguồn vốn");
        time.Shift = TimeSpan.FromDays(400);
        await using var later = await ChatPage.OpenAsync(browser, service: service.Address);
        await later.AskAsync(AnswerDesk.Unmarked);
        await Expect(later.Replies.Last).ToContainTextAsync("Văn bản không nêu nội dung này");
        await Expect(later.Replies.Last).Not.ToContainTextAsync(AnswerDesk.Words);
        other.AssertQuiet();
    }

    private static async Task TabToAsync(IPage page, string id)
    {
        for (var i = 0; i < 100 && !await page.EvaluateAsync<bool>($"document.activeElement.id === '{id}'"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }
    }

    /// <returns>The reference that the person is told.</returns>
    private static async Task<string> AskOfficeAsync(ChatPage chat, string question)
    {
        await chat.AskAsync(question);
        await PressAsync("Gửi câu hỏi cho Văn phòng SXSH", "gửi câu hỏi này tới Văn phòng");
        await PressAsync("Gửi câu này", "Bạn có đồng ý không?");
        await PressAsync("Đồng ý, để Văn phòng trả lời", "Tên doanh nghiệp");
        await SayAsync("Công ty Máy Ép", "Đơn vị ở tỉnh nào");
        await PressAsync("Bỏ qua", "ngành gì");
        await SayAsync("chế biến gỗ", "liên hệ với bạn bằng cách nào");
        await SayAsync("anh Ép 0912 345 678", "mời đơn vị dự tập huấn");
        await PressAsync("Không nhận lời mời", "Số phiếu");
        return System.Text.RegularExpressions.Regex.Match(await chat.Replies.Last.InnerTextAsync(), "CP-[0-9]+-[0-9]+").Value;

        async Task PressAsync(string choice, string then)
        {
            await ChatPage.ClickAsync(chat.Suggestions.GetByText(choice, new() { Exact = true }));
            await Expect(chat.Replies.Last).ToContainTextAsync(then);
        }

        async Task SayAsync(string words, string then)
        {
            await chat.AskAsync(words);
            await Expect(chat.Replies.Last).ToContainTextAsync(then);
        }
    }

    private async Task<Desk> SignInAsync(Service? other = null)
    {
        var (name, service) = ("can-bo-" + Guid.NewGuid().ToString("N")[..8], other ?? browser.Service);
        await ConsoleClient.AddOfficerAsync(service, Role.Officer, name);
        var context = await browser.PersonAsync();
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(service.Address + "/quan-tri");
        await page.GetByLabel("Tên tài khoản").FillAsync(name);
        await page.GetByLabel("Mật khẩu").FillAsync(ConsoleClient.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Hộp thư");
        return new Desk(context, page);
    }

    private sealed record Desk(IBrowserContext Context, IPage Page) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Context.DisposeAsync();
    }
}
