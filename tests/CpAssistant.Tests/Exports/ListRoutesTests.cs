using System.Net;
using System.Text;
using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Console;
using CpAssistant.Tests.PersonalData;
using Dapper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Exports;

public sealed class ListRoutesTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Turns_leave_with_the_filters_of_their_page()
    {
        await Ask("=1+1", "xin chào", "cảm ơn");
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync("/quan-tri/luot-hoi?q=cảm+ơn&truoc=999");
        var links = page.QuerySelectorAll(".files a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(["/quan-tri/luot-hoi.csv?q=c%E1%BA%A3m%20%C6%A1n", "/quan-tri/luot-hoi.xlsx?q=c%E1%BA%A3m%20%C6%A1n"], links);
        var lines = Lines(await officer.Http.GetByteArrayAsync(links[0]));
        Assert.Equal("Số,Thời gian,Kênh,Câu hỏi,Loại câu hỏi,Tỉnh,Kết quả,Độ tin cậy,Đánh giá,Góp ý", lines[0]);
        Assert.Contains(",Trang hỏi đáp,cảm ơn,Cảm ơn,,Xã giao,", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Count);
        Assert.Contains(",'=1+1,", await officer.Http.GetStringAsync("/quan-tri/luot-hoi.csv"), StringComparison.Ordinal);
        using var file = SpreadsheetDocument.Open(new MemoryStream(await officer.Http.GetByteArrayAsync(links[1])), isEditable: false);
        Assert.Equal(["Câu hỏi", "cảm ơn"], file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ElementAt(3).InnerText));
        Assert.Empty(Directory.GetFiles(_service.Data.Path, "*.tmp"));
    }

    [Fact]
    public async Task A_file_has_a_plain_name_and_is_kept_nowhere()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Reviewer);
        var day = DateTimeOffset.UtcNow.AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        foreach (var (list, name) in new[] { ("hop-thu", "hop-thu"), ("luot-hoi", "luot-hoi"), ("du-lieu-ca-nhan", "du-lieu-ca-nhan"), ("nhat-ky", "nhat-ky") })
        {
            foreach (var (ending, type) in new[] { (".csv", "text/csv"), (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") })
            {
                using var response = await officer.Http.GetAsync($"/quan-tri/{list}{ending}");

                Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
                Assert.Equal(("attachment", $"{name}-{day}{ending}"), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentDisposition?.FileName));
                Assert.True(response.Headers.CacheControl?.NoStore);
            }
        }
    }

    [Fact]
    public async Task All_rows_leave_and_not_only_those_of_a_page()
    {
        await _service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => connection.Execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1234)
            INSERT INTO audit (at, action, outcome) SELECT i, 'session.failed', 'failed' FROM n
            """));
        using var reviewer = await ConsoleClient.SignInAsync(_service, Role.Reviewer);

        var lines = Lines(await reviewer.Http.GetByteArrayAsync("/quan-tri/nhat-ky.csv?viec=session.failed&den=1970-01-01&lang=en"));

        Assert.Equal("No.,Time,Officer,Action,Code,Subject,Outcome", lines[0]);
        Assert.Equal(Enumerable.Range(1, 1234).Reverse().Select(i => $"{i}"), lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Of_persons_nothing_leaves()
    {
        var person = await Person.EnquireAsync(_service);
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        await ErasureTests.RegisterAsync(officer, person.Reference, "view");

        var files = new StringBuilder();
        foreach (var list in new[] { "hop-thu.csv?trang-thai=all", "luot-hoi.csv", "luot-hoi.csv?loai=Enquiry", "du-lieu-ca-nhan.csv?hien=all" })
        {
            files.Append(await officer.Http.GetStringAsync("/quan-tri/" + list));
        }

        Assert.Contains(person.Reference, files.ToString(), StringComparison.Ordinal);
        // Parts of Person.Name and Person.Contact that stand nowhere else, in any spelling.
        Assert.All(["quỳnhlam", "dươngxa", "912 345", "0912345"], trace => Assert.DoesNotContain(trace, files.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("luot-hoi.csv?tu=hôm+qua")]
    [InlineData("luot-hoi.xlsx?kenh=fax")]
    [InlineData("luot-hoi.csv?q=%3F%21")]
    [InlineData("hop-thu.csv?q=%3F%21")]
    public async Task A_filter_that_cannot_be_read_gives_no_file(string address)
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        using var response = await officer.Http.GetAsync("/quan-tri/" + address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, ConsoleClient.Audited(_service, AuditActions.TurnsExported));
    }

    [Fact]
    public async Task Each_file_is_told_to_the_audit_log()
    {
        using var reviewer = await ConsoleClient.SignInAsync(_service, Role.Reviewer);

        foreach (var address in new[] { "hop-thu.csv", "luot-hoi.xlsx", "du-lieu-ca-nhan.csv", "nhat-ky.csv" })
        {
            await reviewer.Http.GetByteArrayAsync("/quan-tri/" + address);
        }

        Assert.Equal(
            [("enquiries.exported", "csv"), ("turns.exported", "xlsx"), ("data_requests.exported", "csv"), ("audit.exported", "csv")],
            _service.Query<(string, string)>($"SELECT action, subject_id FROM audit WHERE subject_kind = 'file' AND officer_id = {reviewer.OfficerId} ORDER BY id"));
    }

    private async Task Ask(params string[] questions)
    {
        await _service.Services.GetRequiredService<ConversationStore>().StartAsync(new NewConversation("c1", "webchat", "dl_someone", "vi-VN", null));
        foreach (var question in questions)
        {
            await _service.Services.GetRequiredService<TurnRunner>().RunAsync("c1", new IncomingMessage(null, question), CancellationToken.None);
        }
    }

    private static List<string> Lines(byte[] csv) => [.. Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
}
