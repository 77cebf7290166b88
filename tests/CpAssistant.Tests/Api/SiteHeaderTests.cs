using System.Net;
using CpAssistant.Accounts;
using CpAssistant.Tests.Console;

namespace CpAssistant.Tests.Api;

/// <summary>What stands above and below every page.</summary>
public sealed class SiteHeaderTests : IDisposable
{
    private static readonly string[] Vietnamese = ["Hỏi đáp", "Ai làm gì", "Chỉ tiêu", "Tìm kiếm", "Văn bản", "Quản trị"];

    private readonly Service _service = new(
        ("Office:Name", "Văn phòng Sản xuất sạch hơn"), ("Office:Phone", "0299 123 456"), ("Office:Email", "vp@example.vn"), ("Limits:RequestsPerMinute", "1000"));

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("/", "Hỏi đáp", "page")]
    [InlineData("/van-ban", "Văn bản", "page")]
    [InlineData("/van-ban/plan", "Văn bản", "true")]
    [InlineData("/quan-tri/dang-nhap", "Quản trị", "true")]
    public async Task Every_page_has_the_same_links_and_says_where_one_is(string path, string name, string current)
    {
        var page = await _service.Page(path);

        Assert.Equal(Vietnamese, page.WordsOf("header.site nav.main-pages a"));
        Assert.Equal(Vietnamese, page.WordsOf("header.site details nav a"));
        Assert.Equal([name], page.WordsOf($"header.site nav.main-pages a[aria-current={current}]"));
        Assert.Single(page.QuerySelectorAll("header.site nav.main-pages [aria-current]"));
    }

    [Fact]
    public async Task A_page_that_is_not_there_has_them_too()
    {
        var page = await _service.Page("/khong-co", HttpStatusCode.NotFound);

        Assert.Equal(Vietnamese, page.WordsOf("header.site nav.main-pages a"));
        Assert.Empty(page.QuerySelectorAll("header.site [aria-current]"));
    }

    [Fact]
    public async Task Links_keep_the_language()
    {
        var page = await _service.Page("/van-ban?lang=en");

        Assert.Equal(["Ask", "Who does what", "Targets", "Search", "Documents", "Office"], page.WordsOf("header.site nav.main-pages a"));
        Assert.Equal(
            ["/?lang=en", "/tra-cuu/co-quan?lang=en", "/tra-cuu/muc-tieu?lang=en", "/tim-kiem?lang=en", "/van-ban?lang=en", "/quan-tri?lang=en"],
            page.QuerySelectorAll("header.site nav.main-pages a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_first_page_leads_to_what_can_be_looked_up()
    {
        var page = await _service.Page("/");

        Assert.Equal(["/tra-cuu/co-quan?lang=vi", "/tra-cuu/muc-tieu?lang=vi", "/tim-kiem?lang=vi"], page.QuerySelectorAll(".entries a").Select(link => link.GetAttribute("href")));
        Assert.All(page.WordsOf(".entries span"), words => Assert.NotEmpty(words));
    }

    [Fact]
    public async Task A_frame_is_the_chat_alone() => Assert.Empty((await _service.Page("/?frame=1")).QuerySelectorAll("header.site, footer.site, .entries, .print-line"));

    [Fact]
    public async Task The_foot_says_how_the_office_is_reached()
    {
        var page = await _service.Page("/van-ban");

        Assert.Equal(["Văn phòng Sản xuất sạch hơn ĐT: 0299 123 456 vp@example.vn"], page.WordsOf("footer.site address"));
        Assert.Equal(["tel:0299123456", "mailto:vp@example.vn"], page.QuerySelectorAll("footer.site a").Select(link => link.GetAttribute("href")));
        Assert.Empty((await _service.Page("/")).QuerySelectorAll("footer.site"));
    }

    [Fact]
    public async Task An_office_that_is_not_known_is_not_named()
    {
        using var service = new Service();

        Assert.Empty((await service.Page("/van-ban")).QuerySelectorAll("footer.site address"));
    }

    [Fact]
    public async Task Who_is_signed_in_is_told_in_the_console_alone()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "Trần Văn Bình");

        Assert.Equal(["Tài khoản của tôi: Trần Văn Bình Cán bộ Đăng xuất"], (await client.PageAsync("/quan-tri")).WordsOf("header.site .who"));
        Assert.Empty((await client.PageAsync("/van-ban")).QuerySelectorAll(".who"));
    }

    [Fact]
    public async Task Paper_tells_what_it_is_from_where_and_of_which_day()
    {
        var page = await _service.Page("/van-ban?tinh=Long%20An");

        var line = page.WordsOf(".print-only.print-line span");
        Assert.Equal(["Trợ lý Sản xuất sạch hơn", "Văn bản", "http://localhost/van-ban?tinh=Long An"], line.Take(3));
        Assert.Matches(@"^In ngày \d\d/\d\d/\d{4}$", line[3]);
    }

    [Theory]
    [InlineData("/?q=0912%20345%20678")]
    [InlineData("/van-ban?tinh=0912+345+678")]
    public async Task Paper_tells_no_telephone_number(string address) =>
        Assert.DoesNotContain("345", (await _service.Page(address)).QuerySelector(".print-line")!.Words(), StringComparison.Ordinal);

    [Fact]
    public async Task Paper_of_a_page_that_is_not_there_tells_what_was_asked_for() =>
        Assert.Contains("http://localhost/khong-co?x=1", (await _service.Page("/khong-co?x=1", HttpStatusCode.NotFound)).WordsOf(".print-line span"));
}
