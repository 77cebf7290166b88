using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CpAssistant.Accounts;
using CpAssistant.Conversations;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Figures;

public sealed partial class FiguresPageTests : IDisposable
{
    private const string Address = "/quan-tri/so-lieu";

    private readonly Service _service = new(("Limits:RequestsPerMinute", "1000000"));

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("?lich=duong&ky=nam&nam=2026")]
    [InlineData("?lich=bao-cao&ky=quy-1&nam=2026")]
    [InlineData("?lich=duong&ky=nua-1&nam=2026&tinh=Long+An&kenh=telegram")]
    [InlineData("?lich=duong&ky=nua-1&nam=2026&tinh=-")]
    public async Task Every_number_leads_to_a_list_of_just_so_many(string query)
    {
        await FillAsync();
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var links = (await officer.PageAsync(Address + query)).QuerySelectorAll(".figure-table td a, .key-figures a.value")
            .Where(link => Whole().IsMatch(link.TextContent.Trim())).Select(link => (Number: link.TextContent.Trim(), Address: link.GetAttribute("href")!)).ToList();
        var wrong = new List<string>();

        foreach (var (number, address) in links)
        {
            var found = Found(await officer.PageAsync(address));
            if (found != number)
            {
                wrong.Add($"{address}: {number}, but the list has {found}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(links.Count > 60);
    }

    [Fact]
    public async Task A_list_is_shorter_than_its_number_once_turns_are_erased()
    {
        await FillAsync();
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var before = await officer.PageAsync(Address + "?ky=nam&nam=2026");
        await _service.Services.GetRequiredService<ConversationStore>().EraseAsync("c3");

        var after = await officer.PageAsync(Address + "?ky=nam&nam=2026");

        Assert.Equal(before.WordsOf(".key-figures .value"), after.WordsOf(".key-figures .value"));
        var asked = after.QuerySelector(".key-figures a")!;
        Assert.True(Parse(Found(await officer.PageAsync(asked.GetAttribute("href")!))) < Parse(asked.TextContent));
        Assert.Contains("Lượt đã xóa vẫn được đếm", after.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ky=thang-13", "Kỳ")]
    [InlineData("ky=quy", "Kỳ")]
    [InlineData("nam=1999", "Năm")]
    [InlineData("nam=abc", "Năm")]
    [InlineData("lich=am", "Cách tính tháng")]
    [InlineData("tinh=Atlantis", "Tỉnh")]
    [InlineData("kenh=fax", "Kênh")]
    public async Task What_cannot_be_read_is_named_and_the_default_taken(string query, string named)
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync($"{Address}?{query}");
        var usual = await officer.PageAsync(Address);

        Assert.Equal([$"Không đọc được ô “{named}”, nên dùng giá trị mặc định."], page.WordsOf(".fault"));
        Assert.Equal(usual.QuerySelector("h1")!.TextContent, page.QuerySelector("h1")!.TextContent);
        Assert.Empty(usual.QuerySelectorAll(".fault"));
    }

    [Theory]
    [InlineData("?ky=quy-2&nam=2026&lich=bao-cao", "Số liệu: Quý II năm 2026", "15/03/2026–14/06/2026, theo kỳ báo cáo của Nghị định 09/2019/NĐ-CP")]
    [InlineData("?ky=nua-2&nam=2025", "Số liệu: 6 tháng cuối năm 2025", "01/07/2025–31/12/2025")]
    [InlineData("?ky=thang-1&nam=2026&lich=bao-cao&lang=en", "Figures: January 2026", "15/12/2025–14/01/2026, reporting period of Decree 09/2019/NĐ-CP")]
    public async Task The_time_is_named_with_its_days(string query, string title, string days)
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(Address + query);

        Assert.Equal((title, days), (page.QuerySelector("h1")!.TextContent, page.QuerySelector("h1 + .hint")!.TextContent.Trim()));
    }

    [Fact]
    public async Task The_periods_beside_it_can_be_reached_with_the_same_filters()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var page = await officer.PageAsync(Address + "?lich=bao-cao&ky=quy-1&nam=2026&kenh=telegram");

        Assert.Equal(["‹ Quý IV năm 2025", "Cùng kỳ năm trước: Quý I năm 2025", "Quý II năm 2026 ›"], page.WordsOf(".figure-times a"));
        Assert.Equal(
            ["quy-4&nam=2025", "quy-1&nam=2025", "quy-2&nam=2026"],
            page.QuerySelectorAll(".figure-times a").Select(link => Regex.Match(link.GetAttribute("href")!, @"lich=bao-cao&ky=(.*)&kenh=telegram").Groups[1].Value));
    }

    [Fact]
    public async Task Charts_come_from_the_service_itself()
    {
        using var officer = await ConsoleClient.SignInAsync(_service, Role.Officer);
        var script = (await officer.PageAsync(Address)).QuerySelectorAll("script[src]").Select(element => element.GetAttribute("src")!).Single(source => source.Contains("chart", StringComparison.Ordinal));

        using var response = await _service.Client.GetAsync(script);

        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
        Assert.Contains("Chart.js Contributors", await _service.Client.GetStringAsync(script + ".LICENSE.txt"), StringComparison.Ordinal);
        Assert.Contains("Jukka Kurkela", await _service.Client.GetStringAsync(script + ".LICENSE.txt"), StringComparison.Ordinal);
    }

    private async Task FillAsync()
    {
        var rows = new RandomRows(7);
        await _service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => rows.Write(connection, 500) + rows.Vote(connection));
    }

    /// <returns>"Tìm thấy 1.204 lượt hỏi" and "1.204 phiếu" as "1.204".</returns>
    private static string Found(IDocument list)
    {
        var said = list.QuerySelector("main [role=status]")!.TextContent;
        return Assert.IsType<string>(Count().Match(said) is { Success: true } match ? match.Groups[1].Value : said.StartsWith("Không có", StringComparison.Ordinal) ? "0" : null);
    }

    private static int Parse(string number) => int.Parse(number.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[\d.]+$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^\s*(?:Tìm thấy )?([\d.]+) (?:lượt|phiếu)")]
    private static partial Regex Count();
}
