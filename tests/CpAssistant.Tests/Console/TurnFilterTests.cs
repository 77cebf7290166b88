using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Console;

/// <summary>Addresses of the list of turns that cannot be read.</summary>
public sealed class TurnFilterTests(GreetedService shared) : IClassFixture<GreetedService>
{
    private const string List = "/quan-tri/luot-hoi";

    [Theory]
    [InlineData("tu=2026-13-01", "Từ ngày")]
    [InlineData("den=hôm+qua", "Đến ngày")]
    [InlineData("kenh=fax", "Kênh")]
    [InlineData("tinh=Atlantis", "Tỉnh")]
    [InlineData("loai=x", "Loại câu hỏi")]
    [InlineData("ket-qua=1", "Kết quả")]
    [InlineData("danh-gia=Helpful", "Đánh giá")]
    [InlineData("tin-cay-tu=101", "Độ tin cậy từ")]
    [InlineData("tin-cay-den=-1", "Độ tin cậy đến")]
    [InlineData("q=%3F%21", "không lọc theo từ")]
    public async Task What_cannot_be_read_is_no_filter_and_is_named(string query, string named)
    {
        var page = await shared.Officer.PageAsync($"{List}?{query}");

        Assert.Contains(named, page.QuerySelector(".fault")!.Words(), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".turns tbody tr"));
    }

    [Theory]
    [InlineData("q=%22+OR+*+NEAR(+%3A")]
    [InlineData("q=%00&tu=%00&truoc=%00")]
    [InlineData("truoc=99999999999999999999")]
    [InlineData("q=a&q=b&tu=2026-01-01&tu=2026-01-02")]
    [InlineData("den=9999-12-31")]
    public Task Odd_addresses_are_answered(string query) => shared.Officer.PageAsync($"{List}?{query}");
}
