using AngleSharp.Html.Dom;

namespace CpAssistant.Tests.Api;

public sealed class DocumentListTests(CorpusService shared) : IClassFixture<CorpusService>
{
    private readonly Service _service = shared.Service;

    [Fact]
    public async Task Lists_the_documents_in_use_with_what_is_known_of_them()
    {
        var page = await _service.Page("/van-ban");

        var row = page.QuerySelectorAll("tbody tr").Single(row => row.Words().Contains("Long An", StringComparison.Ordinal));
        Assert.Equal(TestKnowledge.Corpus.Documents.Count + TestKnowledge.Shipped.Documents.Count, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            ["86/QĐ-UBND", "Chương trình hành động sản xuất sạch hơn của tỉnh Long An đến năm 2020", "Long An nay thuộc tỉnh Tây Ninh", "Chương trình", "đến 2020", "Đã hết giai đoạn", "Bản tóm tắt"],
            row.WordsOf("td"));
        Assert.Equal("/van-ban/long-an-chuong-trinh-sxsh?lang=vi", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task National_texts_come_first_and_guidance_last()
    {
        var rows = (await _service.Page("/van-ban")).QuerySelectorAll("tbody tr").Select(row => row.WordsOf("td")).ToList();

        Assert.Equal("889/QĐ-TTg", rows[0][0]);
        Assert.Equal("Tài liệu hướng dẫn", rows[^1][3]);
    }

    [Theory]
    [InlineData("tinh=Long+An", "Long An nay thuộc tỉnh Tây Ninh")]
    [InlineData("tinh=tay+ninh", "Long An nay thuộc tỉnh Tây Ninh")]
    [InlineData("loai=news", "Sơn La|Yên Bái nay thuộc tỉnh Lào Cai")]
    [InlineData("tinh=chung&loai=strategy", "Chung cả nước")]
    [InlineData("tinh=Long+An&loai=news", "")]
    [InlineData("tinh=nowhere", "")]
    [InlineData("loai=7", "")]
    [InlineData("tinh=%3Cscript%3E", "")]
    public async Task Filters_by_province_and_kind(string query, string provinces)
    {
        var page = await _service.Page("/van-ban?" + query);

        Assert.Equal(provinces, string.Join('|', page.WordsOf("tbody td:nth-child(3)")));
        Assert.Equal(provinces.Length == 0, page.Body!.Words().Contains("Không có văn bản nào như vậy.", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_filter_stays_chosen_and_goes_along_with_the_language()
    {
        var page = await _service.Page("/van-ban?tinh=Long+An&loai=programme");

        Assert.Equal(("Long An", "programme"), (((IHtmlSelectElement)page.GetElementById("tinh")!).Value, ((IHtmlSelectElement)page.GetElementById("loai")!).Value));
        Assert.Equal("/van-ban?tinh=Long%20An&loai=programme&lang=en", page.QuerySelector("header a[hreflang=en]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Speaks_english_when_told_to()
    {
        var page = await _service.Page("/van-ban?lang=en&tinh=Long+An");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Long An now part of Tây Ninh", "Programme", "to 2020", "Period over", "Summary"], page.WordsOf("tbody td").Skip(2));
        Assert.Equal("vi", page.QuerySelector("td.title")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_digest_whose_original_is_loaded_stands_apart()
    {
        using var folder = new TemporaryFolder();
        folder.Write("goc.txt", SamplePlan.Text());
        folder.Write("tom-tat.md", "---\nkind: digest\nof: plan\ntitle: Kế hoạch của Lạng Sơn\nprovince: Lạng Sơn\nnumber: 64/KH-UBND\n---\n\n" + SamplePlan.Text());
        using var service = new Service(("Knowledge:Documents:0", folder.Path));

        var list = await service.Page("/van-ban");
        var digest = await service.Page("/van-ban/tom-tat");

        Assert.Equal(["/van-ban/goc?lang=vi"], list.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/van-ban/tom-tat?lang=vi"], list.QuerySelectorAll("section a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/van-ban/goc?lang=vi"], digest.QuerySelectorAll(".banner a").Select(link => link.GetAttribute("href")));
    }
}
