using CpAssistant.Accounts;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

public sealed class AuditLogTests : IDisposable
{
    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("UPDATE audit SET outcome = 'done'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("INSERT OR REPLACE INTO audit (id, at, action, outcome) SELECT id, 0, 'nothing', 'done' FROM audit")]
    [InlineData("DELETE FROM officer")]
    public async Task Nobody_changes_what_was_written(string sql)
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var before = Lines();

        await Assert.ThrowsAsync<SqliteException>(() => Database.Writer.WriteAsync(connection => connection.Execute(sql)));

        Assert.Equal(before, Lines());
        Assert.NotEmpty(before);
    }

    [Fact]
    public async Task A_line_goes_with_the_change_that_it_tells_of()
    {
        var entry = new AuditEntry(DateTimeOffset.UnixEpoch, null, "enquiry.closed", "enquiry", "7", AuditOutcome.Done);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.Writer.WriteAsync<bool>(connection =>
        {
            AuditLog.Write(connection, entry);
            throw new InvalidOperationException("the change fails");
        }));

        Assert.Equal(0, ConsoleClient.Audited(_service, "enquiry.closed"));
    }

    [Fact]
    public async Task What_was_typed_at_a_failed_sign_in_is_written_nowhere()
    {
        using var client = new ConsoleClient(_service);

        await client.SignInAsync("ten-khong-co-that", "mật khẩu gõ nhầm chỗ");

        Assert.Equal(1, ConsoleClient.Audited(_service, AuditActions.SignInFailed));
        Assert.DoesNotContain(Lines(), line => line.Contains("khong-co", StringComparison.Ordinal) || line.Contains("gõ nhầm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_filters_by_time_officer_and_action()
    {
        using var reviewer = await ConsoleClient.SignInAsync(_service, Role.Reviewer, "Duyệt Viên");
        var log = _service.Services.GetRequiredService<AuditLog>();
        // 23:30 of the 4th and 00:30 of the 5th in Việt Nam.
        await log.AppendAsync(new(new(2026, 3, 4, 16, 30, 0, TimeSpan.Zero), null, "test.one", "enquiry", "11", AuditOutcome.Done));
        await log.AppendAsync(new(new(2026, 3, 4, 17, 30, 0, TimeSpan.Zero), reviewer.OfficerId, "test.two", "enquiry", "12", AuditOutcome.Refused));

        Assert.Equal(["00:30:00 05/03/2026 Duyệt Viên test.two phiếu 12 Từ chối"], await RowsAsync("tu=2026-03-05&den=2026-03-05"));
        Assert.Equal(["23:30:00 04/03/2026 – test.one phiếu 11 Xong"], await RowsAsync("den=2026-03-04"));
        Assert.Single(await RowsAsync($"can-bo={reviewer.OfficerId}&viec=test.two"));
        Assert.Single(await RowsAsync("can-bo=0&viec=test.one"));
        Assert.Empty(await RowsAsync("can-bo=0&viec=test.two"));

        async Task<IReadOnlyList<string>> RowsAsync(string query) => (await reviewer.PageAsync("/quan-tri/nhat-ky?" + query)).WordsOf("tbody tr");
    }

    [Theory]
    [InlineData("tu=0001-01-01&den=9999-12-31")]
    [InlineData("tu=x&den=y&can-bo=z&truoc=q")]
    [InlineData("can-bo=99999999999999999999&viec=%27%3B--")]
    public async Task Whatever_the_address_asks_for_there_is_a_page(string query)
    {
        using var reviewer = await ConsoleClient.SignInAsync(_service, Role.Reviewer);

        await reviewer.PageAsync("/quan-tri/nhat-ky?" + query);
    }

    [Fact]
    public async Task Every_line_is_on_one_page()
    {
        using var reviewer = await ConsoleClient.SignInAsync(_service, Role.Reviewer);
        await Database.Writer.WriteAsync(connection =>
        {
            for (var i = 0; i < 250; i++)
            {
                AuditLog.Write(connection, new(DateTimeOffset.UnixEpoch, null, "test.page", "enquiry", $"n{i}", AuditOutcome.Done));
            }

            return true;
        });
        var seen = new List<string>();

        for (var address = "/quan-tri/nhat-ky?viec=test.page"; address is not null;)
        {
            var page = await reviewer.PageAsync(address);
            seen.AddRange(page.WordsOf("tbody td:nth-child(4)"));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 250).Reverse().Select(i => $"phiếu n{i}"), seen);
    }

    private Database Database => _service.Services.GetRequiredService<Database>();

    private IReadOnlyList<string> Lines()
    {
        using var connection = Database.Read();
        return [.. connection.Query<string>("SELECT concat_ws('|', id, at, officer_id, action, subject_kind, subject_id, outcome) FROM audit ORDER BY id")];
    }
}
