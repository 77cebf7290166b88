using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Console;
using static CpAssistant.Tests.Learning.UnmetLog;

namespace CpAssistant.Tests.Learning;

public sealed class UnmetQuestionPageTests : IDisposable
{
    private const string List = "/quan-tri/cau-hoi";

    private readonly UnmetLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task The_list_shows_groups_with_their_counts_and_leads_to_each()
    {
        var voted = await _log.AskUnmetAsync(Roof, Fee, "Mức phí bảo vệ môi trường đối với nước thải bệnh viện ở Long An là bao nhiêu?", FeeWithoutMarks);
        await _log.Conversations.GiveFeedbackAsync(voted, 2, new Feedback(false, null));
        var groups = await _log.GroupAsync();
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        var page = await officer.PageAsync(List);

        Assert.Equal("Có 2 nhóm câu hỏi.", page.QuerySelector("main [role=status]")!.Words());
        Assert.Equal([FeeWithoutMarks, Roof], page.WordsOf(".groups .question > a"));
        Assert.Equal(groups.Select(group => $"{List}/{group.Id}"), page.QuerySelectorAll(".groups .question > a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["3", "1"], page.WordsOf(".groups .count"));
        Assert.Equal(["Chưa trả lời được 3 · Đánh giá chưa tốt 1", "Chưa trả lời được 1"], page.WordsOf(".groups td[data-label='Lý do']"));
        Assert.Equal(["Long An (1)", "–"], page.WordsOf(".groups td[data-label='Tỉnh']"));
        Assert.Equal(1, ConsoleClient.Audited(_log.Service, AuditActions.GroupsListed, officer.OfficerId));
    }

    [Fact]
    public async Task Filters_stand_in_the_address()
    {
        await _log.AskUnmetAsync(Fee, Fee, Roof, "Mức phí bảo vệ môi trường đối với nước thải bệnh viện ở Long An là bao nhiêu?");
        await _log.GroupAsync();
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);
        var today = DateTimeOffset.UtcNow.AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var one = await officer.PageAsync($"{List}?ly-do=not_found&tinh=Long+An&tu={today}&den={today}&xep=moi&bo-qua=co");

        Assert.Equal(["1"], one.WordsOf(".groups .count"));
        Assert.Equal(["not_found", "Long An", "moi"], new[] { "ly-do", "tinh", "xep" }.Select(name => ((IHtmlSelectElement)one.QuerySelector($"[name={name}]")!).Value));
        Assert.Equal([today, today], new[] { "tu", "den" }.Select(name => ((IHtmlInputElement)one.QuerySelector($"[name={name}]")!).Value));
        Assert.True(((IHtmlInputElement)one.QuerySelector("[name=bo-qua]")!).IsChecked);
        Assert.Equal(["3", "1"], (await officer.PageAsync(List)).WordsOf(".groups .count"));
        Assert.Equal(["3", "1"], (await officer.PageAsync(List + "?xep=moi")).WordsOf(".groups .count"));
        Assert.Empty((await officer.PageAsync(List + "?ly-do=unhelpful")).WordsOf(".groups .count"));
        Assert.Empty((await officer.PageAsync(List + "?den=2020-01-01")).WordsOf(".groups .count"));
    }

    [Theory]
    [InlineData("?ly-do=x&tinh=Atlantis&tu=hôm+qua&den=9999-12-31&xep=x&trang=-1")]
    [InlineData("?trang=2147483647")]
    [InlineData("?trang=x&ly-do=%00")]
    public async Task Odd_addresses_are_answered(string query)
    {
        await _log.AskUnmetAsync(Fee);
        await _log.GroupAsync();
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        await officer.PageAsync(List + query);
    }

    [Fact]
    public async Task Pages_lead_on_with_the_same_filters()
    {
        await _log.AskUnmetAsync([.. Enumerable.Range(2001, 27).Select(year => $"Mức phí nước thải bệnh viện năm {year} là bao nhiêu?")]);
        await _log.GroupAsync();
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        var first = await officer.PageAsync(List + "?ly-do=not_found");
        var second = await officer.PageAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((25, 2), (first.QuerySelectorAll(".groups tbody tr").Length, second.QuerySelectorAll(".groups tbody tr").Length));
        Assert.Empty(first.WordsOf(".groups .question > a").Intersect(second.WordsOf(".groups .question > a")));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(List + "?ly-do=not_found", second.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_group_shows_its_wordings_places_and_channels_and_leads_to_turns_and_to_an_answer()
    {
        await _log.AskUnmetAsync(Fee, FeeWithoutMarks, Fee);
        var group = Assert.Single(await _log.GroupAsync());
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        var page = await officer.PageAsync($"{List}/{group.Id}");

        Assert.Equal([Fee, FeeWithoutMarks], page.WordsOf(".groups .question"));
        Assert.Equal(["2", "1"], page.WordsOf(".groups .count"));
        Assert.Equal(["/quan-tri/luot-hoi/3", "/quan-tri/luot-hoi/2"], page.QuerySelectorAll(".groups .when a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Trang hỏi đáp 3"], page.WordsOf("[aria-labelledby=channels] li"));
        Assert.Equal($"/quan-tri/tra-loi-van-phong/soan?nhom={group.Id}", page.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal(1, ConsoleClient.Audited(_log.Service, AuditActions.GroupViewed, officer.OfficerId));
    }

    [Fact]
    public async Task What_needs_no_answer_is_dismissed_and_taken_back_and_both_are_told()
    {
        await _log.AskUnmetAsync(Fee, Roof);
        var group = (await _log.GroupAsync())[0];
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        var dismissed = await officer.PostAsync($"{List}/{group.Id}?handler=Dismiss");
        var again = await officer.PostAsync($"{List}/{group.Id}?handler=Dismiss");
        var listed = await officer.PageAsync(List);
        var withDismissed = await officer.PageAsync(List + "?bo-qua=co");

        Assert.Equal((HttpStatusCode.Redirect, $"{List}/{group.Id}"), (dismissed.StatusCode, dismissed.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Single(listed.QuerySelectorAll(".groups tbody tr"));
        Assert.Equal(2, withDismissed.QuerySelectorAll(".groups tbody tr").Length);
        Assert.Equal(["Đã bỏ qua"], withDismissed.WordsOf(".groups .state"));

        await officer.PostAsync($"{List}/{group.Id}?handler=Restore");

        Assert.Equal(2, (await officer.PageAsync(List)).QuerySelectorAll(".groups tbody tr").Length);
        Assert.Equal(
            [("question_group.dismissed", $"{group.Id}", "done"), ("question_group.dismissed", $"{group.Id}", "refused"), ("question_group.restored", $"{group.Id}", "done")],
            _log.Service.Query<(string, string, string)>("SELECT action, subject_id, outcome FROM audit WHERE action LIKE 'question_group.%ed' AND action <> 'question_group.viewed' ORDER BY id"));
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_not_found_and_cannot_be_dismissed()
    {
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        await officer.PageAsync(List + "/5", HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync(List + "/5?handler=Dismiss")).StatusCode);
        Assert.Empty(_log.Service.Query<long>("SELECT group_id FROM question_group_dismissed"));
    }

    [Fact]
    public async Task An_officer_has_questions_grouped_now()
    {
        await _log.AskUnmetAsync(Fee);
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);
        Assert.Contains("Chưa gom lần nào.", (await officer.PageAsync(List)).QuerySelector(".grouping")!.Words(), StringComparison.Ordinal);

        var asked = await officer.PostAsync(List + "?handler=Group");

        Assert.Equal((HttpStatusCode.Redirect, List), (asked.StatusCode, asked.Headers.Location?.OriginalString));
        Assert.True(SpinWait.SpinUntil(() => _log.Groups.State().EndedAt is not null && !_log.Grouping.Progress.IsUnderWay, TimeSpan.FromSeconds(30)));
        Assert.Equal([Fee], (await officer.PageAsync(List)).WordsOf(".groups .question > a"));
        Assert.Equal(1, ConsoleClient.Audited(_log.Service, AuditActions.GroupingAsked, officer.OfficerId));
    }

    [Fact]
    public async Task Progress_is_told_on_the_page_and_as_JSON_while_a_run_is_under_way()
    {
        await _log.AskUnmetAsync(Fee);
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);
        using var goOn = new ManualResetEventSlim();
        // The page's own line in the audit log waits for the writer too, so it is asked for while the run is held by a gap in its own writing.
        await _log.WriteAsync("UPDATE turn SET gist_version = NULL");
        var held = _log.Database.Writer.WriteAsync(_ => goOn.Wait(TimeSpan.FromSeconds(30)));
        var run = Task.Run(() => _log.Grouping.RunAsync(CancellationToken.None));
        Assert.True(SpinWait.SpinUntil(() => _log.Grouping.Progress is { Stage: CpAssistant.Learning.GroupingStage.Reading, Of: 1 }, TimeSpan.FromSeconds(30)));

        using var told = JsonDocument.Parse(await officer.Http.GetStringAsync(List + "/tien-do"));
        goOn.Set();
        await Task.WhenAll(held, run);
        using var after = JsonDocument.Parse(await officer.Http.GetStringAsync(List + "/tien-do"));

        Assert.Equal(("reading", 0, 1, true), (told.RootElement.GetProperty("stage").GetString(), told.RootElement.GetProperty("done").GetInt32(), told.RootElement.GetProperty("of").GetInt32(), told.RootElement.GetProperty("isUnderWay").GetBoolean()));
        Assert.Equal(("idle", false), (after.RootElement.GetProperty("stage").GetString(), after.RootElement.GetProperty("isUnderWay").GetBoolean()));
    }

    [Fact]
    public async Task A_question_that_rests_on_another_is_shown_with_it()
    {
        await _log.AskAsync("Mức phí nước thải bệnh viện ở Long An là bao nhiêu?", "còn Bến Tre thì sao?");
        await _log.WriteAsync("UPDATE turn SET outcome = 'not_found'");
        await _log.GroupAsync();
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        var page = await officer.PageAsync(List);

        Assert.Equal(["còn Bến Tre thì sao?"], page.WordsOf(".groups .question > a"));
        Assert.Equal(["Hỏi tiếp sau câu: Mức phí nước thải bệnh viện ở Long An là bao nhiêu?"], page.WordsOf(".groups .question small"));
    }

    [Fact]
    public async Task Hostile_words_stay_words_and_the_pages_speak_English_too()
    {
        await _log.AskUnmetAsync("<script>alert(1)</script>\"'><img src=x onerror=alert(2)> phí nước thải?");
        var group = Assert.Single(await _log.GroupAsync());
        using var officer = await ConsoleClient.SignInAsync(_log.Service, Role.Officer);

        foreach (var address in new[] { List + "?lang=en", $"{List}/{group.Id}" })
        {
            Assert.Empty((await officer.PageAsync(address)).QuerySelectorAll("script:not([src^='/console/']), main img, [onerror]"));
        }

        Assert.Equal("1 group of questions.", (await officer.PageAsync(List)).QuerySelector("main [role=status]")!.Words());
    }
}
