namespace CpAssistant.Tests.Enquiries;

/// <summary>What the inbox shows of an enquiry from Lạng Sơn by what is filtered for.</summary>
public sealed class InboxFilterTests(InboxService shared) : IClassFixture<InboxService>
{
    [Theory]
    [InlineData("q=lo+hoi", true)]
    [InlineData("q=lò+hơi", true)]
    [InlineData("q=lọ+hơi", false)]
    [InlineData("tinh=Lạng+Sơn", true)]
    [InlineData("tinh=Long+An", false)]
    [InlineData("trang-thai=closed", false)]
    [InlineData("trang-thai=new&kenh=webchat&nganh=xay+xát+lúa+gạo&can-bo=0", true)]
    [InlineData("can-bo=99", false)]
    [InlineData("han=overdue", false)]
    [InlineData("trang-thai=%27%3BDROP&han=x&can-bo=x&trang=-5&q=%22%20*%20(", true)]
    public async Task The_inbox_is_narrowed(string query, bool found)
    {
        var inbox = await shared.Officer.PageAsync("/quan-tri?" + query);

        Assert.Equal(found ? 1 : 0, inbox.QuerySelectorAll("tbody tr").Length);
    }
}
