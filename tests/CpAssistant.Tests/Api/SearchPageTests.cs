using System.Net;
using AngleSharp.Html.Dom;

namespace CpAssistant.Tests.Api;

public sealed class SearchPageTests(CorpusService shared) : IClassFixture<CorpusService>
{
    private readonly Service _service = shared.Service;

    [Fact]
    public async Task Shows_what_was_found_with_its_words_marked_and_leads_to_them()
    {
        var page = await _service.Page("/tim-kiem?q=phu+pham+giua+cac+nha+may");

        var first = page.QuerySelector(".found > li")!;
        Assert.Contains("phụ", first.WordsOf("mark"));
        Assert.Matches(@"^/van-ban/hau-giang-bao-cao-2019\?trich=\d+-\d+#trich$", first.QuerySelector("h2 a")!.GetAttribute("href"));
        var document = await _service.Page(first.QuerySelector("h2 a")!.GetAttribute("href")!);
        Assert.Contains("phụ phẩm", string.Concat(document.QuerySelectorAll("mark").Select(mark => mark.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_is_labelled_and_its_province_told_by_the_name_of_today()
    {
        var page = await _service.Page("/tim-kiem?q=tập+huấn&tinh=long+an");

        var first = page.QuerySelector(".found > li")!;
        Assert.Equal("Tóm tắt, không phải nguyên văn", first.QuerySelector(".retold .label")!.Words());
        Assert.Contains("Long An (nay thuộc tỉnh Tây Ninh)", first.QuerySelector(".where")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Long An", ((IHtmlSelectElement)page.GetElementById("tinh")!).Value);
        Assert.All(page.QuerySelectorAll(".found > li"), found => Assert.Contains("Long An", found.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_lead_to_each_other_without_gaps()
    {
        var (address, seen) = ("/tim-kiem?q=sản+xuất&loai=plan", new List<string>());
        for (var number = 1; address is not null; number++)
        {
            var page = await _service.Page(address);
            seen.AddRange(page.QuerySelectorAll(".found > li").Select(found => found.QuerySelector("h2 a")!.GetAttribute("href")!));
            Assert.Equal(number == 1, page.QuerySelector(".pages a[rel=prev]") is null);
            address = page.QuerySelector(".pages a[rel=next]")?.GetAttribute("href");
            Assert.True(address is null || address.EndsWith($"trang={number + 1}", StringComparison.Ordinal));
        }

        var total = (await _service.Page("/tim-kiem?q=sản+xuất&loai=plan")).QuerySelector("[role=status]")!.Words();
        Assert.StartsWith($"Tìm thấy {seen.Count} đoạn", total, StringComparison.Ordinal);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_said()
    {
        var page = await _service.Page("/tim-kiem?q=tập+huấn&trang=9999999999");

        Assert.Contains("Không có trang 99999999", page.Body!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".found"));
    }

    [Theory]
    [InlineData("q=tập&tinh=xứ+sở", "Không có tỉnh, thành phố nào tên như vậy: “xứ sở”.")]
    [InlineData("q=tập&loai=7", "Không có loại văn bản này: “7”.")]
    [InlineData("q=tập&loai=<b>x</b>", "Không có loại văn bản này: “<b>x</b>”.")]
    [InlineData("q=tập&co-quan=Bộ+Phép+Thuật", "Không biết cơ quan này: “Bộ Phép Thuật”.")]
    [InlineData("q=tập&giai-doan=2020-2016", "Không đọc được giai đoạn; hãy viết như 2016-2020: “2020-2016”.")]
    [InlineData("q=tập&nam=mười", "Không đọc được năm: “mười”.")]
    [InlineData("q=tập&trang=-1", "Không đọc được số trang: “-1”.")]
    [InlineData("q=tập&trang=0", "Không đọc được số trang: “0”.")]
    [InlineData("q=tập&trang=1e3", "Không đọc được số trang: “1e3”.")]
    public async Task A_filter_that_cannot_be_read_is_said_and_nothing_listed(string query, string fault)
    {
        var page = await _service.Page("/tim-kiem?" + query);

        Assert.Equal([fault], page.WordsOf(".fault"));
        Assert.Empty(page.QuerySelectorAll(".found"));
        Assert.Empty(page.QuerySelectorAll("main b"));
        Assert.Equal(HttpStatusCode.BadRequest, (await _service.Client.GetAsync(new Uri("/tim-kiem.csv?" + query, UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=+%20%09")]
    [InlineData("?q=%00%01%1b")]
    public async Task Nothing_asked_for_is_a_form_and_examples(string query)
    {
        var page = await _service.Page("/tim-kiem" + query);

        Assert.Empty(page.QuerySelectorAll(".found, .fault"));
        Assert.Equal(3, page.QuerySelectorAll("main a[href^='/tim-kiem?q=']").Length);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'; DROP TABLE turn; --")]
    [InlineData("{{7*7}} ${7*7} @(7*7)")]
    [InlineData("a\0b\u0001c\u202Etập")]
    [InlineData("\uD800 tập \uFFFF")]
    [InlineData("%E0%A4%A tập")]
    public async Task What_was_typed_stays_words(string query)
    {
        var page = await _service.Page("/tim-kiem?q=" + Uri.EscapeDataString(query) + "&tinh=" + Uri.EscapeDataString(query));

        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll(".fault"));
    }

    [Fact]
    public async Task Words_beyond_the_limit_are_refused_kindly()
    {
        var page = await _service.Page("/tim-kiem?q=" + new string('a', 10_000));

        Assert.Contains("ký tự; hãy tìm ngắn hơn.", Assert.Single(page.WordsOf(".fault")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slips_are_mended_with_a_note_and_filters_go_along()
    {
        var page = await _service.Page("/tim-kiem?q=kinh+phsi+thực+hiện&loai=plan");

        var note = page.QuerySelector(".read-as")!;
        Assert.Contains("Đang hiển thị kết quả cho: kinh phi thực hiện", note.Words(), StringComparison.Ordinal);
        Assert.Equal("/tim-kiem?q=kinh%20phi%20th%E1%BB%B1c%20hi%E1%BB%87n&loai=plan", note.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Speaks_English_and_keeps_doing_so()
    {
        var page = await _service.Page("/tim-kiem?q=sxsh&lang=en");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("provisions found", page.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.EndsWith("lang=en", page.QuerySelector(".pages a[rel=next]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("&lang=en#trich", page.QuerySelector(".found h2 a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("en", page.QuerySelector("form input[name=lang]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Gives_all_pages_as_a_file()
    {
        var page = await _service.Page("/tim-kiem?q=sản+xuất&loai=plan");
        var total = int.Parse(page.QuerySelector("[role=status]")!.Words().Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture);

        var csv = await _service.Client.GetStringAsync(new Uri(page.QuerySelector(".files a")!.GetAttribute("href")!, UriKind.Relative));
        var xlsx = await _service.Client.GetAsync(new Uri(page.QuerySelectorAll(".files a")[1].GetAttribute("href")!, UriKind.Relative));

        Assert.Equal(total, csv.Split("/van-ban/").Length - 1);
        Assert.Equal((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (xlsx.StatusCode, xlsx.Content.Headers.ContentType?.MediaType));
    }
}
