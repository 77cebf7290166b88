using System.Net;
using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Enquiries;

/// <summary>From the question of an enterprise to the answer of an officer, over HTTP.</summary>
public sealed class RoundTests : IDisposable
{
    private const string Question = "Lò hơi đốt trấu ở Lạng Sơn được hỗ trợ bao nhiêu?";

    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_answer_of_an_officer_comes_into_the_conversation()
    {
        var talk = await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = (await officer.PageAsync("/quan-tri")).QuerySelector("tbody th a")!.TextContent;

        var sent = await DoAsync(officer, reference, "Reply", ("text", "Chào bạn,\nmức hỗ trợ xem tại mục IV."));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var (activities, _) = await talk.PollAsync();
        var answer = activities[^1];
        Assert.Equal("cp-office", answer.GetProperty("from").GetProperty("id").GetString());
        Assert.Contains("mức hỗ trợ xem tại mục IV", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        var page = await officer.PageAsync("/quan-tri/phieu/" + reference);
        Assert.Contains("Đã trả lời", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Đã hiện cho người hỏi", page.QuerySelector(".messages .officer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_nobody_has_fetched_yet_is_said_to_wait()
    {
        await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = await ReferenceAsync(officer);

        await DoAsync(officer, reference, "Reply", ("text", "Chào bạn."));

        Assert.Contains("Đang chờ", (await officer.PageAsync("/quan-tri/phieu/" + reference)).QuerySelector(".messages .officer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_further_message_opens_the_enquiry_again()
    {
        var talk = await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = await ReferenceAsync(officer);
        await DoAsync(officer, reference, "Reply", ("text", "Chào bạn."), ("closes", "true"));
        Assert.Empty((await officer.PageAsync("/quan-tri")).QuerySelectorAll("tbody tr"));

        await talk.SayAsync($"Bổ sung cho phiếu {reference}: lò 2 tấn/giờ");

        var page = await officer.PageAsync("/quan-tri/phieu/" + reference);
        Assert.Contains("Mới", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Người hỏi bổ sung", page.QuerySelector(".messages")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_are_shown_to_officers_and_stand_nowhere_in_the_transcript()
    {
        var talk = await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync("/quan-tri/phieu/" + await ReferenceAsync(officer));

        var details = page.QuerySelector(".dossier dl")!.TextContent;
        Assert.Contains("Gạo Vàng", details, StringComparison.Ordinal);
        Assert.Contains("0912 345 678", details, StringComparison.Ordinal);
        Assert.Contains("xay xát lúa gạo", details, StringComparison.Ordinal);
        Assert.DoesNotContain("Gạo Vàng", page.QuerySelector(".messages")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await talk.PollAsync()).Activities, activity => activity.TryGetProperty("text", out var text) && text.GetString()!.Contains("Gạo Vàng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_officers_do_not_overwrite_each_other_and_nothing_written_is_lost()
    {
        await AskOfficeAsync(_service);
        using var one = await ConsoleClient.SignInAsync(_service, Role.Officer);
        using var other = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = await ReferenceAsync(one);
        var version = await VersionAsync(other, reference);
        await DoAsync(one, reference, "Assign", ("assignee", one.OfficerId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        var late = await other.PostAsync($"/quan-tri/phieu/{reference}?handler=Reply", ("version", version), ("text", "Câu trả lời dài."));

        var page = await ConsoleClient.ReadAsync(late, HttpStatusCode.Conflict);
        Assert.Contains("vừa được người khác thay đổi", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Câu trả lời dài.", page.QuerySelector("#text")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".messages .officer"));
    }

    [Fact]
    public async Task Notes_are_for_officers_and_cannot_be_read_in_the_file()
    {
        await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = await ReferenceAsync(officer);

        await DoAsync(officer, reference, "Note", ("note", "Đã gọi chị Hoa hỏi thêm"));

        Assert.Contains("Đã gọi chị Hoa hỏi thêm", (await officer.PageAsync("/quan-tri/phieu/" + reference)).QuerySelector(".dossier")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("chị Hoa", _service.FileText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canned_text_stands_in_the_field_of_the_answer()
    {
        await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        await officer.PostAsync("/quan-tri/mau-tra-loi?handler=Keep", ("title", "Đã nhận"), ("text", "Văn phòng đã nhận phiếu."));
        var reference = await ReferenceAsync(officer);
        var id = (await officer.PageAsync("/quan-tri/phieu/" + reference)).QuerySelector("#mau option")!.GetAttribute("value");

        Assert.Equal("Văn phòng đã nhận phiếu.", (await officer.PageAsync($"/quan-tri/phieu/{reference}?mau={id}")).QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task Erasing_the_conversation_leaves_nothing_of_the_person_in_the_enquiry()
    {
        var talk = await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = await ReferenceAsync(officer);

        await _service.Services.GetRequiredService<ConversationStore>().EraseAsync(talk.Id);

        var page = await officer.PageAsync("/quan-tri/phieu/" + reference);
        Assert.Contains("đã được xóa", page.QuerySelector(".asked")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0912", page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Empty((await officer.PageAsync("/quan-tri?trang-thai=all&q=lo+hoi")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task What_was_seen_and_done_stands_in_the_audit_log_by_its_ids_alone()
    {
        await AskOfficeAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var reference = await ReferenceAsync(officer);

        await DoAsync(officer, reference, "Reply", ("text", "Chào bạn."));
        await officer.Http.GetAsync("/quan-tri/phieu/CP-1999-00001");

        var audit = _service.Query<(string Action, string? Subject, string Outcome)>($"SELECT action, subject_id, outcome FROM audit WHERE officer_id = {officer.OfficerId} AND action LIKE 'enquiry.%' ORDER BY id");
        Assert.Equal([("enquiry.viewed", reference, "done"), ("enquiry.replied", reference, "done"), ("enquiry.viewed", null, "refused")], audit);
    }

    [Fact]
    public async Task What_was_cited_leads_to_its_document()
    {
        var talk = await Talk.OpenAsync(_service);
        foreach (var said in new[] { Talk.Question, "Gửi câu hỏi cho Văn phòng SXSH", "Gửi câu này", "Không, chỉ gửi câu hỏi" })
        {
            await talk.SayAsync(said);
        }

        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var link = (await officer.PageAsync("/quan-tri/phieu/" + await ReferenceAsync(officer))).QuerySelector(".messages figcaption a")!.GetAttribute("href")!;

        Assert.StartsWith("/van-ban/", link, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Numbers_go_on_past_the_last_of_five_digits()
    {
        await AskOfficeAsync(_service);
        var year = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(7)).Year;
        await _service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => Dapper.SqlMapper.Execute(connection, "UPDATE enquiry SET reference = @reference", new { reference = $"CP-{year}-99999" }));

        await AskOfficeAsync(_service);
        await AskOfficeAsync(_service);

        Assert.Equal([$"CP-{year}-99999", $"CP-{year}-100000", $"CP-{year}-100001"], _service.Query<string>("SELECT reference FROM enquiry ORDER BY id"));
    }

    /// <summary>An enterprise asks what is not covered, and leaves its details.</summary>
    internal static async Task<Talk> AskOfficeAsync(Service service)
    {
        var talk = await Talk.OpenAsync(service);
        foreach (var said in new[] { Question, "Gửi câu hỏi cho Văn phòng SXSH", "Gửi câu này", "Đồng ý, để Văn phòng trả lời", "Công ty Gạo Vàng", "Lạng Sơn", "xay xát", "0912 345 678", "Không nhận lời mời" })
        {
            await talk.SayAsync(said);
        }

        return talk;
    }

    private static async Task<string> ReferenceAsync(ConsoleClient officer) => (await officer.PageAsync("/quan-tri")).QuerySelector("tbody th a")!.TextContent;

    private static async Task<string> VersionAsync(ConsoleClient officer, string reference) =>
        (await officer.PageAsync("/quan-tri/phieu/" + reference)).QuerySelector("input[name=version]")!.GetAttribute("value")!;

    private static async Task<HttpResponseMessage> DoAsync(ConsoleClient officer, string reference, string handler, params (string Name, string Value)[] fields) =>
        await officer.PostAsync($"/quan-tri/phieu/{reference}?handler={handler}", [.. fields, ("version", await VersionAsync(officer, reference))]);
}
