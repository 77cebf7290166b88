using System.Net;
using AngleSharp.Html.Dom;
using CpAssistant.Accounts;
using CpAssistant.Learning;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Learning;

/// <summary>From a question that the documents do not cover to the office's approved answer, over HTTP.</summary>
public sealed class OfficeAnswerRoundTests : IDisposable
{
    private const string Question = AnswerDesk.Question;
    private const string Unmarked = AnswerDesk.Unmarked;
    private const string Address = AnswerDesk.Address;
    private const string Words = AnswerDesk.Words;

    private readonly ShiftedTime _time = new();
    private readonly Service _service;

    public OfficeAnswerRoundTests() => _service = new Service(_time, listens: false);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_question_that_is_not_covered_is_answered_by_the_office_from_then_on()
    {
        Assert.Contains("không", await AskAsync(Question), StringComparison.Ordinal);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var turn = _service.Query<long>("SELECT max(id) FROM turn")[0];
        var form = await officer.PageAsync($"{Address}/soan?luot={turn}");
        Assert.Equal((Question, "Lạng Sơn"), (AnswerDesk.Field(form, "questions"), form.QuerySelector("#province option[selected]")!.TextContent));

        var number = await AnswerDesk.KeepAsync(officer, form);
        var preview = await officer.PageAsync($"{Address}/{number}");
        Assert.Contains("1 câu (1 lượt hỏi) sẽ được trả lời khác đi", preview.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Words, preview.QuerySelector("#effect ~ details")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await AskAsync(Unmarked), StringComparison.Ordinal);
        await AnswerDesk.DoAsync(officer, number, "Approve");

        var answer = await AskAsync(Unmarked);
        Assert.Contains("Trả lời của Văn phòng", answer, StringComparison.Ordinal);
        Assert.Contains(Words, answer, StringComparison.Ordinal);
        Assert.Contains(Words, (await officer.PageAsync("/van-ban/tra-loi-0001")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["tra-loi-0001.v1.md", "tra-loi-0001.v2.md"], FileNames());
    }

    [Fact]
    public async Task Is_given_no_more_once_it_has_expired_and_is_listed_for_renewal()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        await AnswerDesk.DoAsync(officer, await AnswerDesk.KeepAsync(officer, await officer.PageAsync($"{Address}/soan")), "Approve");
        Assert.Contains(Words, await AskAsync(Unmarked), StringComparison.Ordinal);

        _time.Shift = TimeSpan.FromDays(400);

        Assert.DoesNotContain(Words, await AskAsync(Unmarked), StringComparison.Ordinal);
        using var later = await ConsoleClient.SignInAsync(_service, Role.Officer);
        Assert.Contains("Hết hạn", Assert.Single((await later.PageAsync(Address + "?xem=can-gia-han")).QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        // Keeping it once more with the new day that the form offers renews it.
        var form = await later.PageAsync(Address + "/soan/1");
        await AnswerDesk.DoAsync(later, await AnswerDesk.KeepAsync(later, form, "1"), "Approve");
        Assert.Contains(Words, await AskAsync(Unmarked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_given_no_more_once_it_is_withdrawn()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var number = await AnswerDesk.KeepAsync(officer, await officer.PageAsync($"{Address}/soan"));
        await AnswerDesk.DoAsync(officer, number, "Approve");

        await AnswerDesk.DoAsync(officer, number, "Withdraw", ("remark", "nghị định mới"));

        Assert.DoesNotContain(Words, await AskAsync(Question), StringComparison.Ordinal);
        Assert.Contains("nghị định mới", (await officer.PageAsync($"{Address}/{number}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Http.GetAsync("/van-ban/tra-loi-0001")).StatusCode);
    }

    [Fact]
    public async Task A_second_person_has_to_approve_where_the_setting_asks_for_it()
    {
        using var service = new Service(("Learning:SecondReviewer", "true"));
        using var author = await ConsoleClient.SignInAsync(service, Role.Reviewer);
        using var officer = await ConsoleClient.SignInAsync(service, Role.Officer);
        using var reviewer = await ConsoleClient.SignInAsync(service, Role.Reviewer);
        var number = await AnswerDesk.KeepAsync(author, await author.PageAsync($"{Address}/soan"));

        Assert.Null((await author.PageAsync($"{Address}/{number}")).QuerySelector("form[action$=Approve]"));
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync($"{Address}/{number}?handler=Approve", ("version", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync($"{Address}/{number}?handler=Approve", ("version", "1"))).StatusCode);
        await AnswerDesk.DoAsync(reviewer, number, "Approve");

        Assert.Contains("Đang dùng", (await author.PageAsync($"{Address}/{number}")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, service.Query<long>("SELECT count(*) FROM audit WHERE action = 'office_answer.approved' AND outcome = 'refused'")[0]);
    }

    [Fact]
    public async Task Whoever_wrote_a_part_of_what_is_proposed_is_no_second_person()
    {
        using var service = new Service(("Learning:SecondReviewer", "true"));
        using var author = await ConsoleClient.SignInAsync(service, Role.Administrator);
        using var helper = await ConsoleClient.SignInAsync(service, Role.Officer);
        var number = await AnswerDesk.KeepAsync(author, await author.PageAsync($"{Address}/soan"));
        await AnswerDesk.KeepAsync(helper, await helper.PageAsync($"{Address}/soan/{number}"), number);

        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync($"{Address}/{number}?handler=Approve", ("version", "2"))).StatusCode);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("2147483647")]
    public async Task A_new_answer_begins_with_its_first_version_whatever_the_form_says(string version)
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        await AnswerDesk.KeepAsync(officer, await officer.PageAsync($"{Address}/soan"), fields: [("version", version), ("phieu", new string('\u0001', 50_000))]);

        Assert.Equal(["tra-loi-0001.v1.md"], FileNames());
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync($"{Address}/1")).StatusCode);
    }

    [Fact]
    public async Task A_long_remark_is_cut_between_letters()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var number = await AnswerDesk.KeepAsync(officer, await officer.PageAsync($"{Address}/soan"));

        await AnswerDesk.DoAsync(officer, number, "Return", ("remark", new string('y', 499) + "😀 hết"));

        Assert.Contains(new string('y', 499), (await officer.PageAsync($"{Address}/{number}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_takes_nothing_else_out_of_use()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var number = await AnswerDesk.KeepAsync(officer, await officer.PageAsync($"{Address}/soan"));
        var good = await File.ReadAllTextAsync(Path.Combine(_service.Data.Path, "office-answers", "tra-loi-0001.v1.md"));
        await File.WriteAllTextAsync(Path.Combine(_service.Data.Path, "office-answers", "tra-loi-0002.v1.md"), System.Text.RegularExpressions.Regex.Replace(good, "at: .*", "at: 9999-12-31T23:59:59.0000000+00:00"));
        await File.WriteAllTextAsync(Path.Combine(_service.Data.Path, "office-answers", "tra-loi-0003.v1.md"), good.Replace("questions:\n", "questions:\n- \n", StringComparison.Ordinal));

        await AnswerDesk.DoAsync(officer, number, "Approve");

        Assert.Contains(Words, await AskAsync(Question), StringComparison.Ordinal);
        Assert.Equal(2, (await officer.PageAsync(Address)).QuerySelectorAll(".fault").Length);
        await AnswerDesk.DoAsync(officer, number, "Withdraw");
        Assert.DoesNotContain(Words, await AskAsync(Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_was_overtaken_is_neither_kept_nor_approved_and_nothing_is_lost()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var number = await AnswerDesk.KeepAsync(officer, await officer.PageAsync($"{Address}/soan"));
        var stale = await officer.PageAsync($"{Address}/soan/{number}");
        await AnswerDesk.KeepAsync(officer, stale, number);

        var refused = await officer.PostAsync($"{Address}/soan/{number}?handler=Keep", [.. AnswerDesk.Fields(stale).Where(field => field.Name != "answer"), ("answer", "Lời khác hẳn.")]);

        Assert.Equal("Lời khác hẳn.", AnswerDesk.Field(await ConsoleClient.ReadAsync(refused, HttpStatusCode.Conflict), "answer"));
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync($"{Address}/{number}?handler=Approve", ("version", "1"))).StatusCode);
        Assert.Equal(["tra-loi-0001.v1.md", "tra-loi-0001.v2.md"], FileNames());
    }

    [Theory]
    [InlineData("questions", "", "ít nhất một cách hỏi")]
    [InlineData("questions", "là gì vậy", "quá chung")]
    [InlineData("questions", "Phí nước thải ở Long An là bao nhiêu?", "tỉnh khác")]
    [InlineData("answer", "  ", "Chưa có nội dung")]
    [InlineData("province", "Atlantis", "Không có tỉnh này")]
    [InlineData("others", " ", "ít nhất một căn cứ")]
    [InlineData("expires", "2001-01-01", "Ngày hết hạn")]
    [InlineData("expires", "mai", "Ngày hết hạn")]
    [InlineData("sources", "0-5 khong-co.txt", "không còn trong văn bản")]
    public async Task What_cannot_be_kept_is_said_and_stays_in_the_form(string field, string value, string said)
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var response = await officer.PostAsync($"{Address}/soan?handler=Keep", [.. AnswerDesk.Filled(await officer.PageAsync($"{Address}/soan")).Where(pair => pair.Name != field), (field, value)]);

        var page = await ConsoleClient.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(said, page.QuerySelector("#fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(field == "answer" ? value.Trim() : Words, AnswerDesk.Field(page, "answer").Trim());
        Assert.Empty(FileNames());
    }

    [Fact]
    public async Task Sources_are_found_in_the_documents_and_quoted_beside_the_answer()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var found = await ConsoleClient.ReadAsync(await officer.PostAsync(
            $"{Address}/soan?handler=Find", [.. AnswerDesk.Filled(await officer.PageAsync($"{Address}/soan")), ("find", "can doi nguon von")]));
        var source = found.QuerySelectorAll("input[name=sources]").First(box => box.ParentElement!.TextContent.Contains("Sở Tài chính cân đối", StringComparison.Ordinal)).GetAttribute("value")!;
        Assert.Equal(Words, AnswerDesk.Field(found, "answer"));

        await AnswerDesk.DoAsync(officer, await AnswerDesk.KeepAsync(officer, found, fields: [("sources", source), ("others", "Công văn 12/SCT")]), "Approve");

        var answer = await AskAsync(Question);
        Assert.Contains("Sở Tài chính cân đối nguồn vốn từ ngân sách", answer, StringComparison.Ordinal);
        Assert.Contains("Công văn 12/SCT", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enquiry_that_was_answered_can_be_made_an_answer_for_everybody()
    {
        var talk = await Talk.OpenAsync(_service);
        foreach (var said in new[] { Question, "Gửi câu hỏi cho Văn phòng SXSH", "Gửi câu này", "Không, chỉ gửi câu hỏi" })
        {
            await talk.SayAsync(said);
        }

        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = _service.Query<string>("SELECT reference FROM enquiry")[0];
        var page = await officer.PageAsync("/quan-tri/phieu/" + reference);
        await officer.PostAsync($"/quan-tri/phieu/{reference}?handler=Reply", ("text", Words), ("version", page.QuerySelector("input[name=version]")!.GetAttribute("value")!));

        var form = await officer.PageAsync($"{Address}/soan?phieu={reference}");

        Assert.Equal((Question, Words), (AnswerDesk.Field(form, "questions"), AnswerDesk.Field(form, "answer")));
    }

    [Fact]
    public async Task A_group_of_unmet_questions_becomes_an_answer_and_leads_to_it()
    {
        await AskAsync(Question);
        await AskAsync(Unmarked);
        await _service.Services.GetRequiredService<Grouping>().RunAsync(default);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var write = (await officer.PageAsync(GroupOf(await officer.PageAsync("/quan-tri/cau-hoi")))).QuerySelector($"a[href^='{Address}/soan']")!.GetAttribute("href")!;
        var form = await officer.PageAsync(write);
        Assert.Equal([Unmarked, Question], AnswerDesk.Field(form, "questions").Split('\n').Order(StringComparer.Ordinal).Reverse());

        await AnswerDesk.DoAsync(officer, await AnswerDesk.KeepAsync(officer, form), "Approve");

        var row = Assert.Single((await officer.PageAsync("/quan-tri/cau-hoi")).QuerySelectorAll("tbody tr"));
        var link = row.QuerySelector($"a[href^='{Address}/']")!;
        Assert.Equal((Address + "/1", "Đang dùng"), (link.GetAttribute("href"), (await officer.PageAsync(link.GetAttribute("href")!)).QuerySelector("h1 .state")!.TextContent));

        static string GroupOf(IHtmlDocument list) => Assert.Single(list.QuerySelectorAll("tbody tr")).QuerySelector("a[href^='/quan-tri/cau-hoi/']")!.GetAttribute("href")!;
    }

    [Fact]
    public async Task Answers_can_be_taken_away_as_a_file()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        await AnswerDesk.KeepAsync(officer, await officer.PageAsync($"{Address}/soan"));

        Assert.Contains(Words, await officer.Http.GetStringAsync(Address + ".csv?xem=cho-duyet"), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await officer.Http.GetStringAsync(Address + ".csv?xem=dang-dung"), StringComparison.Ordinal);
    }

    private IEnumerable<string> FileNames()
    {
        var folder = Path.Combine(_service.Data.Path, "office-answers");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal) : [];
    }

    /// <returns>The reply, without the strokes by which Markdown takes signs as they are.</returns>
    private async Task<string> AskAsync(string question)
    {
        var talk = await Talk.OpenAsync(_service);
        await talk.SayAsync(question);
        return (await talk.PollAsync()).Activities[^1].GetProperty("text").GetString()!.Replace("\\", "", StringComparison.Ordinal);
    }
}
