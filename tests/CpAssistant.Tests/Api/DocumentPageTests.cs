using AngleSharp.Html.Dom;
using CpAssistant.Core.Answering;
using CpAssistant.Documents;

namespace CpAssistant.Tests.Api;

public sealed class DocumentPageTests(CorpusService shared, SampleService sample) : IClassFixture<CorpusService>, IClassFixture<SampleService>
{
    private static readonly string Sample = SamplePlan.Text();

    private readonly Service _service = shared.Service;

    [Fact]
    public async Task Shows_every_word_of_every_document_under_an_anchor_of_its_own()
    {
        foreach (var document in TestKnowledge.Corpus.Documents.Concat(TestKnowledge.Shipped.Documents))
        {
            var page = await _service.Page(SourceAddress.Of(document));

            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            var shown = page.QuerySelectorAll("article [id]").Skip(1).ToList();
            Assert.Equal(ids.Distinct(), ids);
            Assert.Equal(document.Anchors(), shown.Select(element => element.Id!));
            Assert.Equal(document.Provisions.Select(provision => document.Quote(provision.Span)), shown.Select(Html.Words));
            Assert.All(page.QuerySelectorAll("nav.contents a, details.contents a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        }
    }

    [Fact]
    public async Task Headings_come_in_order()
    {
        foreach (var document in TestKnowledge.Corpus.Documents.Concat(TestKnowledge.Shipped.Documents))
        {
            var levels = (await _service.Page(SourceAddress.Of(document))).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();

            Assert.Equal(1, levels[0]);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second > 1 && pair.Second <= pair.First + 1, $"{document.Id}: {string.Join(' ', levels)}"));
        }
    }

    [Fact]
    public async Task Every_fact_is_marked_where_its_address_leads()
    {
        foreach (var fact in TestKnowledge.Corpus.Facts.DistinctBy(fact => (fact.Document.Id, fact.Span)))
        {
            var page = await _service.Page(SourceAddress.Of(new Citation(fact.Document, fact.Provision, fact.Span)));

            // The bars of a table stand between its rows, in none of them.
            Assert.Equal(Solid(fact.Document.Quote(fact.Span)), Solid(string.Concat(page.WordsOf("mark"))));
            Assert.Equal("trich", page.QuerySelector("mark")!.Id);
        }
    }

    [Theory]
    [InlineData("trich=MARK1,MARK2")]
    [InlineData("trich=MARK2&trich=MARK1")]
    [InlineData("trich=MARK1&trich=%20MARK2%20,,")]
    public async Task Several_places_may_be_marked(string query)
    {
        var text = Sample;
        var (one, other) = (text.IndexOf("40%", StringComparison.Ordinal), text.IndexOf("ngân sách", StringComparison.Ordinal));

        var page = await SamplePage(query.Replace("MARK1", $"{one}-{one + 3}", StringComparison.Ordinal).Replace("MARK2", $"{other}-{other + 9}", StringComparison.Ordinal));

        Assert.Equal(["40%", "ngân sách"], page.WordsOf("mark"));
        Assert.Equal(["trich"], page.QuerySelectorAll("mark[id]").Select(mark => mark.Id));
        Assert.Empty(page.QuerySelectorAll("[role=status]"));
    }

    [Fact]
    public async Task Overlapping_places_are_one()
    {
        var start = Sample.IndexOf("40%", StringComparison.Ordinal);

        var page = await SamplePage($"trich={start + 2}-{start + 9},{start}-{start + 5}");

        Assert.Equal([Sample[start..(start + 9)].Trim()], page.WordsOf("mark"));
    }

    [Fact]
    public async Task A_mark_goes_on_over_provisions()
    {
        var page = await SamplePage($"trich=0-{Sample.Length}");

        Assert.Equal(page.WordsOf("article [id]:not(h2):not(mark)"), page.WordsOf("mark"));
        Assert.Single(page.QuerySelectorAll("#trich"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-")]
    [InlineData("5-")]
    [InlineData("-5")]
    [InlineData("9-3")]
    [InlineData("7-7")]
    [InlineData("1-2-3")]
    [InlineData("%2B1-5")]
    [InlineData("0-99999999")]
    [InlineData("99999999999999999999-99999999999999999999")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("%00")]
    [InlineData("%F0%28")]
    [InlineData("1e1-2e1")]
    public async Task A_place_that_is_none_marks_nothing_and_is_told(string place)
    {
        var page = await SamplePage("trich=" + place);

        Assert.Empty(page.QuerySelectorAll("mark, script, #trich"));
        Assert.Contains("Không tìm thấy đoạn được trích", page.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Contains("40% cơ sở sản xuất công nghiệp", page.QuerySelector("article")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("trich=")]
    [InlineData("trich=,")]
    public async Task No_place_is_no_fault(string query) => Assert.Empty((await SamplePage(query)).QuerySelectorAll("mark, [role=status]"));

    [Fact]
    public async Task A_digest_says_so_at_the_top()
    {
        var digest = await _service.Page("/van-ban/long-an-chuong-trinh-sxsh");
        var original = await _service.Page("/van-ban/phu-yen-ke-hoach-2017");

        Assert.Contains("Tóm tắt, không phải nguyên văn", digest.QuerySelector("h1 + .banner")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("không phải nguyên văn", original.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_what_has_changed_since_and_what_is_missing()
    {
        var page = await _service.Page("/van-ban/long-an-chuong-trinh-sxsh");

        var told = string.Join('\n', page.WordsOf(".facts li"));
        Assert.Contains("có giai đoạn đến năm 2020, nay đã qua", told, StringComparison.Ordinal);
        Assert.Contains("Từ 01/07/2025 tỉnh Long An thuộc tỉnh Tây Ninh (Nghị quyết 202/2025/QH15", told, StringComparison.Ordinal);
        Assert.Contains("Danh mục nhiệm vụ chủ yếu", told, StringComparison.Ordinal);
        Assert.Contains("Sở Kế hoạch và Đầu tư nay là Sở Tài chính", string.Join('\n', (await _service.Page("/van-ban/cao-bang-chi-thi")).WordsOf(".facts li")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_are_english_when_asked_and_the_text_is_vietnamese()
    {
        var page = await _service.Page("/van-ban/phu-yen-ke-hoach-2017?lang=en&trich=0-20");

        Assert.Equal(("en", "vi"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("article")!.GetAttribute("lang")));
        Assert.Contains("About the document", page.WordsOf("h2"));
        Assert.Equal("/van-ban/phu-yen-ke-hoach-2017?trich=0-20&lang=vi", page.QuerySelector("header a[hreflang=vi]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Words_of_a_document_are_never_markup()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><mark id=trich>&lt;b&gt;";
        using var folder = new TemporaryFolder();
        var text = Sample.Replace("Sở Tài chính cân đối", Hostile + " Sở Tài chính cân đối", StringComparison.Ordinal).Replace("Hoàng Văn Điệp", "Hoàng Văn <i>Điệp</i>", StringComparison.Ordinal);
        folder.Write("x.txt", text);
        using var service = new Service(("Knowledge:Documents:0", folder.Path));

        var page = await service.Page($"/van-ban/x?trich=10-{text.Length}");

        Assert.Contains(Hostile, page.QuerySelector("article")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, img, i, article mark mark"));
        Assert.Single(page.QuerySelectorAll("#trich"));
    }

    [Theory]
    [InlineData("Kế hoạch 50% #1 & 2+3")]
    [InlineData("a;b=c,d@e")]
    public async Task Any_file_name_makes_an_address(string name)
    {
        using var folder = new TemporaryFolder();
        folder.Write(name + ".txt", SamplePlan.Text());
        using var service = new Service(("Knowledge:Documents:0", folder.Path));

        var link = (await service.Page("/van-ban")).QuerySelector("td a")!.GetAttribute("href")!;

        Assert.Contains("40%", (await service.Page(link)).QuerySelector("article")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_without_script_and_style_of_its_own()
    {
        var page = await _service.Page("/van-ban/phu-yen-ke-hoach-2017?trich=0-20");

        Assert.Empty(page.QuerySelectorAll("script, style, [style], [onclick], iframe"));
        Assert.All(page.QuerySelectorAll("[href], [src]"), element => Assert.Matches("^[/#](?!/)", element.GetAttribute("href") ?? element.GetAttribute("src")));
    }

    private static string Solid(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private Task<IHtmlDocument> SamplePage(string query) => sample.Service.Page("/van-ban/plan?" + query);
}
