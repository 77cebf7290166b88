using System.Net;
using AngleSharp.Html.Dom;
using CpAssistant.Accounts;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;
using CpAssistant.Learning;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using CpAssistant.Tests.Console;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Exports.Report;

public sealed class ReportPageTests : IDisposable
{
    private const string Address = "/quan-tri/bao-cao";

    private readonly Service _service = new(("Office:Name", "Văn phòng SXSH"), ("Report:Abbreviation", "VPSXSH"));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_page_shows_which_days_a_period_covers()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        Assert.Contains("6 tháng đầu năm 2026: từ ngày 01/01/2026 đến hết ngày 30/06/2026", await Status(officer, "?ky=nua-1&nam=2026"), StringComparison.Ordinal);
        Assert.Contains("từ ngày 15/12/2025 đến hết ngày 14/06/2026", await Status(officer, "?ky=nua-1&nam=2026&lich=bao-cao"), StringComparison.Ordinal);
        Assert.Contains("năm 2026: từ ngày 15/12/2025 đến hết ngày 14/12/2026, phần liên quan đến Long An", await Status(officer, "?ky=nam&nam=2026&lich=bao-cao&tinh=Long+An"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_stays_chosen()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(Address + "?ky=nua-2&nam=2025&lich=bao-cao&tinh=Long+An");

        Assert.Equal(["nua-2", "2025", "bao-cao", "Long An"], new[] { "ky", "nam", "lich", "tinh" }.Select(name => ((IHtmlSelectElement)page.QuerySelector($"[name={name}]")!).Value));
        Assert.Equal(Address + ".docx", page.QuerySelector("button[formaction]")!.GetAttribute("formaction"));
    }

    [Fact]
    public async Task A_report_is_a_file_that_holds_the_figures_asked_for()
    {
        foreach (var question in new[] { Talk.Question, "Mức phí nước thải ở Lạng Sơn là bao nhiêu?", "muc phi nuoc thai o lang son la bao nhieu" })
        {
            await (await Talk.OpenAsync(_service)).SayAsync(question);
        }

        await _service.Services.GetRequiredService<Grouping>().RunAsync(default);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var today = VietnamTime.DayOf(DateTimeOffset.UtcNow);
        var half = today.Month <= 6 ? "dau" : "cuoi";

        using var response = await officer.Http.GetAsync($"{Address}.docx?ky=nua-{(half == "dau" ? 1 : 2)}&nam={today.Year}&lich=duong&tinh=L%E1%BA%A1ng+S%C6%A1n");

        Assert.Equal($"bao-cao-6-thang-{half}-nam-{today.Year}-lang-son.docx", response.Content.Headers.ContentDisposition?.FileName);
        Assert.True(response.Headers.CacheControl?.NoStore);
        using var file = WordprocessingDocument.Open(await response.Content.ReadAsStreamAsync(), isEditable: false);
        var body = file.MainDocumentPart!.Document.Body!;
        Assert.Contains("3 lượt hỏi", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("VĂN PHÒNG SXSH", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("Số: ……/BC-VPSXSH", body.InnerText, StringComparison.Ordinal);
        var open = Assert.Single(body.Descendants<TableRow>(), row => VietnameseText.Fold(row.InnerText).Contains("muc phi nuoc thai", StringComparison.Ordinal));
        Assert.Equal("2", open.Elements<TableCell>().Select(cell => cell.InnerText).First(text => text is "1" or "2" && text != "1"));
        Assert.Equal([("period", $"6-thang-{half}-nam-{today.Year}")], _service.Query<(string, string)>("SELECT subject_kind, subject_id FROM audit WHERE action = 'report.made'"));
    }

    [Theory]
    [InlineData("?ky=5-thang")]
    [InlineData("?ky=thang-5")]
    [InlineData("?tinh=-")]
    [InlineData("?nam=1899")]
    [InlineData("?nam=99999999999")]
    [InlineData("?lich=x")]
    [InlineData("?tinh=Atlantis")]
    public async Task What_cannot_be_is_refused_and_said(string query)
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        using var response = await officer.Http.GetAsync(Address + ".docx" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await officer.PageAsync(Address + query)).QuerySelector(".fault"));
    }

    [Fact]
    public async Task How_often_to_report_comes_from_the_documents()
    {
        _service.Documents.Write("plan.txt", SamplePlan.Text() + "\n10. Chế độ báo cáo: Sở Công Thương định kỳ 6 tháng báo cáo kết quả cho Ủy ban nhân dân tỉnh.\n");
        _service.Services.GetRequiredService<KnowledgeStore>().Reload();
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(Address);

        Assert.Contains("Lạng Sơn", page.QuerySelector("[aria-labelledby=duties]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("định kỳ 6 tháng", page.QuerySelector("[aria-labelledby=duties]")!.TextContent, StringComparison.Ordinal);
        var source = await _service.Page(page.QuerySelector("[aria-labelledby=duties] a")!.GetAttribute("href")!);
        Assert.Contains("6 tháng", source.QuerySelector("mark")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> Status(ConsoleClient officer, string query) => string.Join(' ', (await officer.PageAsync(Address + query)).QuerySelector("main > p[role=status]")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
