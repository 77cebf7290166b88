using System.Net;

namespace CpAssistant.Tests.Api;

public sealed class PageTests(SampleService shared) : IClassFixture<SampleService>
{
    private readonly Service _service = shared.Service;

    [Fact]
    public async Task Answers_without_a_script()
    {
        var page = await Ask("Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?");

        Assert.Contains("<blockquote lang=\"vi\">", page, StringComparison.Ordinal);
        Assert.Contains("40% cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn.", page, StringComparison.Ordinal);
        Assert.Contains("64/KH-UBND, 08/05/2018", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_too_long_stays_in_the_box()
    {
        var question = new string('a', 2500);

        var page = await Ask(question);

        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains($">{question}</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_question_is_told_so() =>
        Assert.Contains("Hãy nhập câu hỏi.", await Ask("  "), StringComparison.Ordinal);

    [Fact]
    public async Task A_question_may_stand_in_the_address() =>
        Assert.Contains("40%", await _service.Client.GetStringAsync("/?q=" + Uri.EscapeDataString("Lạng Sơn đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng?")), StringComparison.Ordinal);

    [Fact]
    public async Task Whatever_is_typed_is_shown_as_text()
    {
        var page = await Ask("<script>alert(1)</script>\"'><img src=x onerror=alert(1)>", state: "</textarea><script>");

        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"utterances":null}""")]
    [InlineData("""{"utterances":[null]}""")]
    [InlineData("""{"utterances":["1","2","3","4","5","6","7","8","9"]}""")]
    [InlineData("""{"utterances":["\ud800"]}""")]
    [InlineData("""{"utterances":[],"agencies":[null]}""")]
    public async Task A_state_that_is_not_ours_is_an_empty_one(string state) =>
        Assert.Contains("{&quot;utterances&quot;:[]", await Ask("", state), StringComparison.Ordinal);

    [Fact]
    public async Task The_conversation_is_carried_by_the_form()
    {
        var page = await Ask("Kế hoạch của Lạng Sơn do ai ký?");

        Assert.Contains("Kế hoạch của Lạng Sơn do ai ký?&quot;]", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_goes_no_further()
    {
        var page = await Ask("Tôi là Lan, 0912 345 678. Kế hoạch của Lạng Sơn do ai ký?");

        Assert.DoesNotContain("345 678", page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"question\">Tôi là Lan, [số điện thoại]. Kế hoạch", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_in_a_question_that_is_too_long_does_not_come_back() =>
        Assert.DoesNotContain("345 678", await Ask("0912 345 678 " + new string('x', 3000)), StringComparison.Ordinal);

    [Fact]
    public async Task A_digest_is_no_quotation()
    {
        using var service = new Service();
        service.Documents.Write("tom-tat.md", "---\nkind: digest\nof: plan\ntitle: Kế hoạch của Bến Tre\nprovince: Bến Tre\n---\n\n" + SamplePlan.Text("Bến Tre").Replace("64/KH", "65/KH", StringComparison.Ordinal));

        var page = "";
        for (var tries = 0; tries < 40 && !page.Contains("Tóm tắt, không phải nguyên văn", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            page = await Ask("Bến Tre đến năm 2020 phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?", client: service.Client);
        }

        Assert.Contains("Tóm tắt, không phải nguyên văn", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<blockquote", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_english_when_told_to()
    {
        var page = await _service.Client.GetStringAsync("/?lang=en");

        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("Your question", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browsers_are_told_to_run_our_own_scripts_alone()
    {
        var response = await _service.Client.GetAsync("/");

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Browsers_are_told_to_run_nothing_elsewhere() =>
        Assert.DoesNotContain("script", (await _service.Client.GetAsync("/health")).Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

    [Fact]
    public async Task The_style_sheet_is_there() => Assert.Equal(HttpStatusCode.OK, (await _service.Client.GetAsync("/site.css")).StatusCode);

    [Fact]
    public async Task A_question_that_is_too_long_is_told_so() => Assert.Contains("role=\"alert\"", await Ask(new string('x', 3000)), StringComparison.Ordinal);

    private async Task<string> Ask(string question, string state = "", HttpClient? client = null)
    {
        using var form = new FormUrlEncodedContent([new("q", question), new("state", state), new("lang", "vi")]);
        var response = await (client ?? _service.Client).PostAsync("/", form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }
}
