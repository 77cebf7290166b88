using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CpAssistant.Tests.Browser;

/// <summary>What a person does on the page at <c>/</c>, in a browser, against the real service.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ChatPageTests(BrowserFixture browser)
{
    [BrowserFact]
    public async Task Answers_what_is_typed()
    {
        await using var chat = await ChatPage.OpenAsync(browser);

        await chat.AskAsync(ChatPage.Question);

        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
        await Expect(chat.Page.Locator("#plain")).ToBeHiddenAsync();
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_question_cannot_be_typed_longer_than_it_may_be()
    {
        await using var chat = await ChatPage.OpenAsync(browser);

        await Expect(chat.SendBox).ToHaveAttributeAsync("maxlength", "2000");
    }

    [BrowserFact]
    public async Task What_is_cut_off_is_told()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await Expect(chat.SendBox).ToHaveAttributeAsync("maxlength", "2000");
        await chat.SendBox.FillAsync(new string('a', 1999));
        await Expect(chat.Notice).ToHaveTextAsync("");

        await chat.SendBox.PressAsync("End");
        await chat.Page.Keyboard.InsertTextAsync("bcd");

        await Expect(chat.Notice).ToContainTextAsync("tối đa 2000 ký tự");
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task Answers_an_example_at_a_click()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await Expect(chat.SendBox).ToBeVisibleAsync();

        await ChatPage.ClickAsync(chat.Page.Locator("#examples button").Last);

        await Expect(chat.Replies.Last).ToContainTextAsync("64/KH-UBND");
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_citation_opens_its_document_with_the_words_marked()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.Question);

        var document = await ChatPage.FollowAsync(chat.References.First);

        await Expect(document.Locator("mark").First).ToContainTextAsync("40% cơ sở sản xuất công nghiệp");
        await Expect(document.Locator("mark").First).ToBeInViewportAsync();
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_suggestion_is_asked_at_a_click()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.SuggestingQuestion);
        var suggestion = await chat.Suggestions.First.InnerTextAsync();

        await ChatPage.ClickAsync(chat.Suggestions.First);

        await Expect(chat.Asked.Last).ToContainTextAsync(suggestion);
        await Expect(chat.Replies).ToHaveCountAsync(2);
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task Feedback_and_its_comment_are_stored()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.Question);

        await ChatPage.ClickAsync(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Không thích" }));
        await chat.Page.GetByLabel("Bạn muốn nói thêm điều gì").FillAsync("Thiếu năm 2025");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi góp ý" }).ClickAsync();

        await Expect(chat.Notice).ToHaveTextAsync("Cảm ơn góp ý của bạn.");
        await Eventually(() => Stored("SELECT count(*) FROM turn WHERE helpful = 0 AND comment = 'Thiếu năm 2025'") == 1);
        chat.AssertQuiet();
    }

    [BrowserTheory]
    [InlineData("/", 390, 844)]
    [InlineData("/", 320, 640)]
    [InlineData("/", 1280, 900)]
    [InlineData("/?frame=1", 420, 640)]
    public async Task What_is_noticed_and_the_comment_are_seen_without_scrolling(string path, int width, int height)
    {
        await using var chat = await ChatPage.OpenAsync(browser, path, new() { ViewportSize = new() { Width = width, Height = height } });
        await chat.AskAsync(ChatPage.Question);
        var thumb = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Không thích" });

        await thumb.PressAsync("Enter");

        await Expect(chat.Notice).ToHaveTextAsync("Đã ghi nhận ý kiến của bạn.");
        await Expect(chat.Notice).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(chat.Page.Locator("#comment")).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(chat.Page.Locator("#comment-text")).ToBeFocusedAsync();
        Assert.Equal(width, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(chat.Page.Locator("#comment")).ToBeHiddenAsync();
        Assert.True(await chat.Page.EvaluateAsync<bool>("document.querySelector('#pane').contains(document.activeElement)"));
        await Expect(chat.SendBox).ToBeInViewportAsync();
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task What_was_noticed_goes_by_itself()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.Question);

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Không thích" }).PressAsync("Enter");

        await Expect(chat.Notice).ToHaveTextAsync("Đã ghi nhận ý kiến của bạn.");
        await Expect(chat.Page.Locator("#notice")).ToHaveClassAsync("empty", new() { Timeout = 12_000 });
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_reload_keeps_the_conversation()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies).ToHaveCountAsync(1);

        await chat.Page.ReloadAsync();

        await Expect(chat.Asked).ToContainTextAsync("Lạng Sơn đến năm 2020");
        await Expect(chat.Replies).ToContainTextAsync("40%");
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task Speaks_english()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/?lang=en");
        await Expect(chat.SendBox).ToHaveAttributeAsync("placeholder", "Type your question");

        await chat.AskAsync("What is the 2020 adoption target in Lang Son?");

        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "Dislike" })).ToBeVisibleAsync();
        Assert.Contains("lang=en", await chat.References.First.GetAttributeAsync("href"), StringComparison.Ordinal);
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task All_of_web_chat_speaks_vietnamese()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await Expect(chat.SendBox).ToBeVisibleAsync();

        var english = await chat.Page.EvaluateAsync<string[]>("""
            async () => {
              const { stringsFor } = await import('/chat/look.js');
              const stringsOf = (locale, change) => new Promise(resolve => WebChat.renderWebChat({
                directLine: WebChat.createDirectLine({ token: 'none', domain: location.origin + '/nowhere' }),
                locale,
                overrideLocalizedStrings: strings => { const changed = change(strings); resolve(changed); return changed; },
              }, document.createElement('div')));
              const ours = await stringsOf('vi-VN', stringsFor('vi-VN', { placeholder: 'Nhập câu hỏi', newTab: 'Mở' }));
              const theirs = await stringsOf('en-US', strings => strings);
              return Object.keys(theirs).filter(key => ours[key] === theirs[key]).sort();
            }
            """);

        // Names of keys, and a name alone.
        Assert.Equal(["ACCESS_KEY_ALT", "ACCESS_KEY_FOR_MAC_ALT", "FILE_CONTENT_ALT"], english);
    }

    [BrowserFact]
    public async Task The_chosen_province_is_asked_about()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await Expect(chat.SendBox).ToBeVisibleAsync();

        await chat.Page.GetByLabel("Tỉnh, thành phố của bạn").SelectOptionAsync("Lạng Sơn");
        await Expect(chat.Notice).ToHaveTextAsync("Đã chọn Lạng Sơn.");
        await chat.AskAsync("Đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");

        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
        await Eventually(() => Stored("SELECT count(*) FROM conversation WHERE state LIKE '%Lạng Sơn%'") > 0);
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task The_chosen_province_outlives_a_reload_and_is_shared_until_erased()
    {
        using var service = Service.OnPort(BrowserFixture.ManyPeople);
        await using var chat = await ChatPage.OpenAsync(browser, service: service.Address);
        await Expect(chat.SendBox).ToBeVisibleAsync();
        var other = await chat.Page.Context.NewPageAsync();
        await other.GotoAsync(chat.Page.Url);
        await Expect(other.Locator("#province")).ToBeVisibleAsync();
        const string Knowing = "SELECT count(*) FROM conversation WHERE state LIKE '%Lạng Sơn%'";

        await chat.Page.Locator("#province").SelectOptionAsync("Lạng Sơn");
        await Expect(other.Locator("#province")).ToHaveValueAsync("Lạng Sơn");
        await Eventually(() => Stored(Knowing, service) == 1);
        await chat.Page.ReloadAsync();
        await Expect(chat.Page.Locator("#province")).ToHaveValueAsync("Lạng Sơn");
        await Expect(chat.SendBox).ToBeVisibleAsync();
        await chat.Page.Locator("#erase").ClickAsync();
        await chat.Page.Locator("#erase-dialog [value=yes]").ClickAsync();

        await Expect(chat.Notice).ToContainTextAsync("Đã xóa");
        await Expect(chat.Page.Locator("#province")).ToHaveValueAsync("");
        await Expect(other.Locator("#province")).ToHaveValueAsync("");
        Assert.Equal(0, Stored(Knowing, service));
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_province_chosen_offline_is_told_once_the_network_is_back()
    {
        using var service = Service.OnPort(BrowserFixture.ManyPeople);
        await using var chat = await ChatPage.OpenAsync(browser, service: service.Address);
        await Expect(chat.SendBox).ToBeVisibleAsync();

        await chat.Page.Context.SetOfflineAsync(true);
        await chat.Page.Locator("#province").SelectOptionAsync("Lạng Sơn");
        await chat.Page.WaitForTimeoutAsync(500);
        await chat.Page.Context.SetOfflineAsync(false);

        await Eventually(() => Stored("SELECT count(*) FROM conversation WHERE state LIKE '%Lạng Sơn%'", service) == 1);
    }

    [BrowserFact]
    public async Task The_notice_of_a_choice_goes_with_the_next_question()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await Expect(chat.SendBox).ToBeVisibleAsync();
        await chat.Page.Locator("#province").SelectOptionAsync("Lạng Sơn");
        await Expect(chat.Notice).ToHaveTextAsync("Đã chọn Lạng Sơn.");

        await chat.AskAsync(ChatPage.Question);

        await Expect(chat.Notice).ToHaveTextAsync("", new() { Timeout = 3000 });
    }

    [BrowserFact]
    public async Task Erases_the_conversation_when_told_twice()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync("Số của kế hoạch Lạng Sơn, câu hỏi sẽ xóa?");
        await Expect(chat.Replies).ToHaveCountAsync(1);
        var erase = chat.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa cuộc trò chuyện" });

        await erase.ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Thôi" }).ClickAsync();
        Assert.Equal(1, Stored("SELECT count(*) FROM message WHERE author = 'user' AND text LIKE '%câu hỏi sẽ xóa%'"));
        await erase.ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa", Exact = true }).ClickAsync();

        await Expect(chat.Notice).ToContainTextAsync("Đã xóa cuộc trò chuyện.");
        await Expect(chat.Asked).ToHaveCountAsync(0);
        Assert.Equal(0, Stored("SELECT count(*) FROM message WHERE text LIKE '%câu hỏi sẽ xóa%'"));
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_conversation_erased_in_one_tab_is_gone_from_the_other()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies).ToHaveCountAsync(1);
        var other = await chat.Page.Context.NewPageAsync();
        await other.GotoAsync(chat.Page.Url);
        await Expect(other.Locator(".webchat__bubble--from-user")).ToHaveCountAsync(1);

        await other.Locator("#erase").ClickAsync();
        await other.Locator("#erase-dialog [value=yes]").ClickAsync();

        await Expect(chat.Asked).ToHaveCountAsync(0);
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies).ToHaveCountAsync(1);
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/?lang=en")]
    [InlineData("/?frame=1")]
    public async Task Nothing_is_wider_than_a_small_phone(string path)
    {
        await using var chat = await ChatPage.OpenAsync(browser, path, new() { ViewportSize = new() { Width = 360, Height = 640 } });
        await chat.AskAsync(ChatPage.Question);
        await Expect(chat.Replies.Last).ToContainTextAsync("40%");

        Assert.Equal(360, await chat.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Expect(chat.SendBox).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task Can_be_used_by_keyboard_alone()
    {
        await using var chat = await ChatPage.OpenAsync(browser);
        await Expect(chat.SendBox).ToBeVisibleAsync();
        var keyboard = chat.Page.Keyboard;

        await TabTo(chat, chat.SendBox);
        await keyboard.TypeAsync(ChatPage.SuggestingQuestion);
        await keyboard.PressAsync("Enter");
        await Expect(chat.Suggestions.First).ToBeVisibleAsync();
        await TabTo(chat, chat.Suggestions.First, "Shift+Tab");
        await keyboard.PressAsync("Enter");
        await Expect(chat.Replies).ToHaveCountAsync(2);
        await TabTo(chat, chat.Page.Locator("#erase"));
        await keyboard.PressAsync("Enter");
        await Expect(chat.Page.Locator("#erase-dialog")).ToBeVisibleAsync();
        await keyboard.PressAsync("Escape");

        await Expect(chat.Page.Locator("#erase-dialog")).ToBeHiddenAsync();
        await Expect(chat.Page.Locator("#erase")).ToBeFocusedAsync();
        await Expect(chat.Replies).ToHaveCountAsync(2);
        chat.AssertQuiet();
    }

    [BrowserFact]
    public async Task Without_scripts_the_form_answers()
    {
        await using var chat = await ChatPage.OpenAsync(browser, options: new() { JavaScriptEnabled = false });

        await chat.Page.GetByLabel("Câu hỏi của bạn").FillAsync(ChatPage.Question);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Hỏi", Exact = true }).ClickAsync();

        await Expect(chat.Page.Locator("blockquote")).ToContainTextAsync("40%");
        await Expect(chat.Page.Locator("#province")).ToBeHiddenAsync();
    }

    [BrowserTheory]
    [InlineData("**/webchat.js")]
    [InlineData("**/chat.js*")]
    [InlineData("**/api/webchat/token")]
    public async Task Where_the_chat_fails_the_form_answers(string missing)
    {
        await using var chat = await ChatPage.OpenAsync(browser, prepare: page => page.RouteAsync(missing, route => route.AbortAsync()));

        await chat.Page.GetByLabel("Câu hỏi của bạn").FillAsync(ChatPage.Question);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Hỏi", Exact = true }).ClickAsync();

        await Expect(chat.Page.Locator("blockquote")).ToContainTextAsync("40%");
    }

    [BrowserFact]
    public async Task What_was_being_typed_goes_along_into_the_chat()
    {
        var ready = new TaskCompletionSource();
        await using var chat = await ChatPage.OpenAsync(browser, prepare: page => page.RouteAsync("**/api/webchat/token", async route =>
        {
            await ready.Task;
            await route.ContinueAsync();
        }));

        await chat.Page.Locator("#q").FillAsync("Lạng Sơn");
        ready.SetResult();

        await Expect(chat.SendBox).ToHaveValueAsync("Lạng Sơn");
        await Expect(chat.SendBox).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task An_expired_token_is_renewed_and_the_question_answered()
    {
        using var service = Service.OnPort([.. BrowserFixture.ManyPeople, ("DirectLine:TokenLifetime", "00:00:02")]);
        await using var chat = await ChatPage.OpenAsync(browser, service: service.Address);
        await chat.AskAsync("Có những văn bản nào?");
        await Expect(chat.Replies).ToHaveCountAsync(1);

        await chat.Page.WaitForTimeoutAsync(3000);
        await chat.AskAsync(ChatPage.Question);

        await Expect(chat.Replies).ToHaveCountAsync(2);
        await Expect(chat.Replies.Last).ToContainTextAsync("40%");
        await Expect(chat.Asked).ToHaveCountAsync(2);
    }

    [BrowserFact]
    public async Task The_first_load_is_small()
    {
        await using var chat = await ChatPage.OpenAsync(browser, "/health");
        var session = await chat.Page.Context.NewCDPSessionAsync(chat.Page);
        await session.SendAsync("Network.enable");
        var bytes = 0.0;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();

        await chat.Page.GotoAsync(browser.Service.Address + "/");
        await Expect(chat.SendBox).ToBeVisibleAsync();

        Assert.InRange(bytes, 100_000, 1_200_000);
    }

    private static async Task TabTo(ChatPage chat, ILocator target, string key = "Tab")
    {
        for (var presses = 0; presses < 40 && !await target.EvaluateAsync<bool>("element => element === document.activeElement"); presses++)
        {
            await chat.Page.Keyboard.PressAsync(key);
        }

        await Expect(target).ToBeFocusedAsync();
    }

    private static async Task Eventually(Func<bool> holds)
    {
        for (var tries = 0; tries < 300 && !holds(); tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        Assert.True(holds());
    }

    private long Stored(string query, Service? service = null)
    {
        using var connection = (service ?? browser.Service).Services.GetRequiredService<Database>().Read();
        return connection.ExecuteScalar<long>(query);
    }
}
