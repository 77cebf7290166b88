using System.Net;
using AngleSharp.Html.Dom;
using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.KnowledgeBase;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

public sealed class TurnPageTests : IDisposable
{
    private const string List = "/quan-tri/luot-hoi";

    private const string Target = "Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?";

    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_list_shows_what_was_asked_and_leads_to_each_turn()
    {
        await Ask("c1", Target, "xin chào");
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(List);

        Assert.Equal("Tìm thấy 2 lượt hỏi, mới nhất trước.", page.QuerySelector("main [role=status]")!.Words());
        Assert.Equal(["xin chào", Target], page.WordsOf(".turns .question a"));
        Assert.Equal([List + "/2", List + "/1"], page.QuerySelectorAll(".turns .question a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Xã giao", "Đã trả lời"], page.WordsOf(".turns .state"));
    }

    [Fact]
    public async Task A_search_stands_in_its_address()
    {
        await Ask("c1", Target, "xin chào");
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var today = DateTimeOffset.UtcNow.AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var page = await officer.PageAsync($"{List}?q=cơ+sở&tu={today}&den={today}&kenh=webchat&tinh=Lạng+Sơn&loai=Target&ket-qua=answered&danh-gia=none&tin-cay-tu=10&tin-cay-den=100");

        Assert.Equal([Target], page.WordsOf(".turns .question a"));
        Assert.Equal(
            ["cơ sở", today, today, "10", "100"],
            new[] { "q", "tu", "den", "tin-cay-tu", "tin-cay-den" }.Select(name => ((IHtmlInputElement)page.QuerySelector($"[name={name}]")!).Value));
        Assert.Equal(
            ["webchat", "Lạng Sơn", "Target", "answered", "none"],
            new[] { "kenh", "tinh", "loai", "ket-qua", "danh-gia" }.Select(name => ((IHtmlSelectElement)page.QuerySelector($"[name={name}]")!).Value));
        Assert.Empty(page.QuerySelectorAll(".fault"));
    }

    [Fact]
    public async Task A_day_is_one_of_Viet_Nam()
    {
        await Ask("c1", "xin chào");
        // 23:30 of 14 March at the office.
        await Write("UPDATE turn SET at = 1773505800000");
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        Assert.Equal("23:30 14/03/2026", (await officer.PageAsync(List + "?tu=2026-03-14&den=2026-03-14")).QuerySelector(".turns .when")!.FirstChild!.TextContent);
        Assert.Null((await officer.PageAsync(List + "?tu=2026-03-15")).QuerySelector(".turns"));
        Assert.Null((await officer.PageAsync(List + "?den=2026-03-13")).QuerySelector(".turns"));
    }

    [Fact]
    public async Task Pages_of_fifty_lead_on_with_the_same_filters()
    {
        await Ask("c1", [.. Enumerable.Range(0, 60).Select(i => i < 55 ? $"cảm ơn {i}" : "xin chào")]);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var first = await officer.PageAsync(List + "?q=cảm+ơn");
        var second = await officer.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, first.QuerySelectorAll(".turns tbody tr").Length);
        Assert.Equal(["cảm ơn 4", "cảm ơn 3", "cảm ơn 2", "cảm ơn 1", "cảm ơn 0"], second.WordsOf(".turns .question a"));
        Assert.Equal("Tìm thấy 55 lượt hỏi, mới nhất trước.", second.QuerySelector("main [role=status]")!.Words());
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(List + "?q=c%E1%BA%A3m%20%C6%A1n", second.QuerySelector(".pages a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_search_is_told_to_the_audit_log_without_its_words()
    {
        await Ask("c1", "hạt điều rang muối");
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        await officer.PageAsync(List + "?q=điều+rang");

        Assert.Equal([(officer.OfficerId, "turns.searched", null, null, "done")], Audited("turns.searched"));
    }

    [Fact]
    public async Task A_turn_is_shown_as_it_was_answered_with_sources_that_lead_to_their_words()
    {
        await Ask("c1", "xin chào", Target, "còn ai chủ trì tập huấn?");
        await _service.Services.GetRequiredService<ConversationStore>().GiveFeedbackAsync("c1", 4, new Feedback(false, "thiếu năm"));
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(List + "/2");

        var given = page.QuerySelector("[aria-labelledby=given]")!;
        Assert.Equal(Target, page.QuerySelector(".asked")!.Words());
        Assert.Contains("thiếu năm", page.QuerySelector(".comment")!.Words(), StringComparison.Ordinal);
        Assert.Contains("40%", given.QuerySelector(".lead")!.Words(), StringComparison.Ordinal);
        Assert.Contains("40%", given.QuerySelector("blockquote")!.Words(), StringComparison.Ordinal);
        var source = await _service.Page(given.QuerySelector("figcaption a")!.GetAttribute("href")!);
        Assert.Contains("40%", source.QuerySelector("mark")!.Words(), StringComparison.Ordinal);
        Assert.NotEmpty(given.WordsOf(".trace li"));
        Assert.Equal(given.WordsOf(".trace li"), page.QuerySelector("[aria-labelledby=today]")!.WordsOf(".trace li"));
        Assert.Equal([List + "/1", List + "/3"], page.QuerySelectorAll(".around a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Không có gì khác", page.QuerySelector(".verdict")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".differs"));
        Assert.Equal([(officer.OfficerId, "turn.viewed", "turn", "2", "done")], Audited("turn.viewed"));
    }

    [Fact]
    public async Task What_is_answered_otherwise_today_is_marked()
    {
        await Ask("c1", Target);
        _service.Documents.Write("plan.txt", SamplePlan.Text(percent: 55));
        _service.Services.GetRequiredService<KnowledgeStore>().Reload();
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(List + "/1");

        Assert.Equal("Có khác: câu trả lời; 1 căn cứ không còn được dẫn; 1 căn cứ mới.", page.QuerySelector(".verdict")!.Words());
        Assert.Equal(["khác", "nay không dẫn nữa"], page.WordsOf("[aria-labelledby=given] .differs"));
        Assert.Equal(["khác", "mới dẫn"], page.WordsOf("[aria-labelledby=today] .differs"));
        Assert.Contains("(đã thay đổi)", page.QuerySelector("[aria-labelledby=today] .turn-facts")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_whose_document_is_gone_is_no_link()
    {
        await Ask("c1", Target);
        _service.Documents.Write("other.txt", SamplePlan.Text("Bến Tre").Replace("64/KH", "65/KH", StringComparison.Ordinal));
        await Write("UPDATE message SET reply = replace(reply, '\"plan.txt\"', '\"gone.txt\"')");
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(List + "/1");

        Assert.Empty(page.QuerySelectorAll("[aria-labelledby=given] figcaption a"));
        Assert.Contains("không còn trong hệ thống", page.QuerySelector("[aria-labelledby=given] figcaption")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_without_its_state_says_so()
    {
        await Ask("c1", Target);
        await Write("UPDATE turn SET state = NULL, trace = NULL");
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(List + "/1");

        Assert.Contains("coi nó là câu hỏi đầu tiên", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Không lưu các bước", page.QuerySelector("[aria-labelledby=given]")!.Words(), StringComparison.Ordinal);
        Assert.NotEmpty(page.WordsOf("[aria-labelledby=today] .trace li"));
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        const string hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> &amp; {{7*7}} Lạng Sơn mục tiêu?";
        await Ask("c1", hostile, "xin chào");
        await _service.Services.GetRequiredService<ConversationStore>().GiveFeedbackAsync("c1", 2, new Feedback(true, "<b onclick=alert(3)>x</b>"));
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        foreach (var address in new[] { List + "?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"), List, List + "/1", List + "/2" })
        {
            var page = await officer.PageAsync(address);

            Assert.Empty(page.QuerySelectorAll("script:not([src^='/console/console.js']), main img, [onerror], [onclick]"));
        }

        Assert.Equal(hostile, (await officer.PageAsync(List + "/1")).QuerySelector(".asked")!.Words());
    }

    [Fact]
    public async Task A_turn_that_is_not_there_is_not_found()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        await officer.PageAsync(List + "/1", HttpStatusCode.NotFound);

        Assert.Empty(Audited("turn.viewed"));
    }

    [Fact]
    public async Task The_pages_speak_English_too()
    {
        await Ask("c1", Target);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        Assert.Equal("1 turn found.", (await officer.PageAsync(List + "?lang=en")).QuerySelector("main [role=status]")!.Words());
        Assert.Equal("Turn 1", (await officer.PageAsync(List + "/1")).QuerySelector("h1")!.Words());
    }

    private async Task Ask(string conversation, params string[] questions)
    {
        await _service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation(conversation, "webchat", "dl_someone", "vi-VN", null));
        foreach (var question in questions)
        {
            await _service.Services.GetRequiredService<TurnRunner>().RunAsync(conversation, new IncomingMessage(null, question), CancellationToken.None);
        }
    }

    private Task<int> Write(string sql) => _service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => connection.Execute(sql));

    private IReadOnlyList<(long?, string, string?, string?, string)> Audited(string action)
    {
        using var connection = _service.Services.GetRequiredService<Database>().Read();
        return [.. connection.Query<(long?, string, string?, string?, string)>("SELECT officer_id, action, subject_kind, subject_id, outcome FROM audit WHERE action = @action", new { action })];
    }
}
