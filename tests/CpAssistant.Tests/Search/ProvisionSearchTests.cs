using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Search;

namespace CpAssistant.Tests.Search;

public sealed class ProvisionSearchTests
{
    private static readonly ProvisionFilter All = new();

    [Theory]
    [InlineData("đường", "Nhà máy mía đường.")]
    [InlineData("dương", "Tỉnh Bình Dương.")]
    [InlineData("duong", "Tỉnh Bình Dương.|Nhà máy mía đường.")]
    [InlineData("DUONG", "Tỉnh Bình Dương.|Nhà máy mía đường.")]
    public void Typed_marks_are_a_promise(string query, string found)
    {
        var search = Searches.Of("Tỉnh Bình Dương.", "Nhà máy mía đường.");

        Assert.Equal(found.Split('|').Order(), search.Quotes(query).Order());
    }

    [Theory]
    [InlineData("SXSH")]
    [InlineData("sxsh")]
    [InlineData("sản xuất sạch hơn")]
    [InlineData("san xuat sach hon")]
    [InlineData("sarn xuaats sachj hown")]
    [InlineData("san3 xuat61 sach5 hon7")]
    [InlineData("sản xuât sach hon")]
    public void A_short_form_and_its_full_words_find_each_other(string query)
    {
        var search = Searches.Of("Doanh nghiệp áp dụng SXSH.", "Doanh nghiệp áp dụng sản xuất sạch hơn.", "Doanh nghiệp sản xuất hàng xuất khẩu.");

        var found = search.Find(query, All, 0, 10);

        Assert.Equal((FoundBy.AllWords, 2), (found.By, found.Total));
        Assert.Equal(["SXSH", "sản|xuất|sạch|hơn"], found.Items.Select(Marked).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Sở Công Thương")]
    [InlineData("so cong thuong")]
    [InlineData("SCT")]
    public void So_do_the_names_of_agencies(string query)
    {
        var search = Searches.Of("SCT chủ trì tập huấn.", "Sở Công Thương chủ trì tập huấn.", "Sở Tài chính cân đối vốn.");

        Assert.Equal(2, search.Find(query, All, 0, 10).Total);
    }

    [Fact]
    public void Neither_way_of_writing_counts_double()
    {
        var document = Searches.Document("Doanh nghiệp áp dụng sản xuất sạch hơn (SXSH).", 0);

        var passage = Assert.Single(DocumentPassages.Of(document, Searches.ShortForms));

        Assert.Equal("", passage.InFull);
    }

    [Fact]
    public void A_short_form_in_a_documents_number_stands_for_an_issuer()
    {
        var search = Searches.Of("Theo Quyết định số 86/QĐ-UBND.", "UBND tỉnh chủ trì.");

        Assert.Equal(["UBND tỉnh chủ trì."], search.Quotes("ủy ban nhân dân"));
    }

    [Fact]
    public void Where_no_provision_has_all_words_those_with_some_are_found()
    {
        var search = Searches.Of("Tập huấn cho doanh nghiệp.", "Vay vốn ưu đãi.", "Không liên quan.");

        var found = search.Find("tập huấn vay", All, 0, 10);

        Assert.Equal((FoundBy.SomeWords, 2), (found.By, found.Total));
    }

    [Fact]
    public void Words_that_only_ask_need_not_stand_there()
    {
        var search = Searches.Of("Kinh phí khuyến công.", "Mục tiêu.");

        Assert.Equal(FoundBy.AllWords, search.Find("kinh phí là gì", All, 0, 10).By);
    }

    [Fact]
    public void A_province_is_also_what_the_whole_document_is_about()
    {
        var search = Searches.Of(Searches.Document("Tập huấn cho doanh nghiệp.", 0, "Long An"), Searches.Document("Tập huấn cho doanh nghiệp.", 1, "Bến Tre"));

        Assert.Equal(["Long An"], search.Find("tap huan long an", All, 0, 10).Items.Select(item => item.Document.Metadata.Province!.Value));
    }

    [Theory]
    [InlineData("Sở Kế hoạch và Đầu tư")]
    [InlineData("so ke hoach va dau tu")]
    [InlineData("Sở KH&ĐT")]
    [InlineData("SKHĐT")]
    [InlineData("Sở Tài chính")]
    [InlineData("STC")]
    public void An_agency_is_found_as_what_it_came_from_and_what_it_became(string name)
    {
        var search = Searches.Of("Sở KH&ĐT thẩm định dự án.", "Sở Tài chính cân đối vốn.", "Sở Công Thương chủ trì.");

        var found = search.Find("", All with { Agency = search.FindAgency(name) }, 0, 10);

        Assert.Equal((FoundBy.Filters, 2), (found.By, found.Total));
    }

    [Fact]
    public void An_agency_that_only_the_heading_names_counts()
    {
        var search = Searches.Of("Sở Công Thương\n\na) Chủ trì tập huấn.\n\nb) Báo cáo hằng năm.", "Sở Tài chính cân đối vốn.");

        var found = search.Find("tập huấn", All with { Agency = search.FindAgency("SCT") }, 0, 10);

        Assert.Equal(["a) Chủ trì tập huấn."], found.Items.Select(item => item.Document.Quote(item.Provision.Span)));
    }

    [Theory]
    [InlineData("Bộ Phép Thuật")]
    [InlineData("Sở")]
    [InlineData("Sở Công Thương và những người khác")]
    public void What_is_no_name_of_an_agency_is_none(string name)
    {
        Assert.Null(Searches.Of("Sở Công Thương chủ trì.").FindAgency(name));
    }

    [Fact]
    public void A_slip_is_mended_where_what_was_typed_is_not_found()
    {
        var search = Searches.Of("Kinh phí thực hiện kế hoạch.", "Kinh phí khuyến công.");

        var found = search.Find("kinh phsi thực hiện", All, 0, 10);

        Assert.Equal((true, "kinh phi thực hiện", FoundBy.AllWords, 1), (found.IsMended, found.Suggestion, found.By, found.Total));
    }

    [Fact]
    public void What_was_typed_comes_first_where_it_finds_anything_and_other_marks_are_suggested()
    {
        var search = Searches.Of(["Số liệu sẵn có của xuất xứ.", .. Enumerable.Repeat("Hoạt động sản xuất.", 4)]);

        var found = search.Find("sãn xuất", All, 0, 10);

        Assert.Equal((false, "sản xuất", 1), (found.IsMended, found.Suggestion, found.Total));
    }

    [Fact]
    public void Nothing_is_suggested_for_what_is_right()
    {
        var search = Searches.Of("Hoạt động sản xuất.", "Kinh phí thực hiện kế hoạch.");

        Assert.All(["sản xuất", "san xuat", "kinh phí", "kế hoạch sản xuất", "hoat dong SX"], query => Assert.Null(search.Find(query, All, 0, 10).Suggestion));
    }

    [Fact]
    public void Without_words_the_filters_list_provisions_in_reading_order()
    {
        var search = Searches.Of(Searches.Document("Việc thứ nhất.\n\n2. Việc thứ hai.\n\n3. Việc thứ ba.", 0, "Long An"), Searches.Document("Việc khác.", 1, "Bến Tre"));

        var found = search.Find(" ", All with { Province = ProvinceFilter.Find("long an", TestKnowledge.Corpus.Gazetteer) }, 1, 10);

        Assert.Equal((FoundBy.Filters, 3), (found.By, found.Total));
        Assert.Equal(["2. Việc thứ hai.", "3. Việc thứ ba."], found.Items.Select(item => item.Document.Quote(item.Provision.Span)));
    }

    [Fact]
    public void Nothing_asked_for_is_nothing_found()
    {
        var found = Searches.Of("Việc thứ nhất.").Find("?! …", All, 0, 10);

        Assert.Equal((FoundBy.Nothing, 0), (found.By, found.Total));
    }

    [Fact]
    public void Filters_by_kind_period_and_year()
    {
        var documents = TestKnowledge.Shipped.Provisions;
        var plan = TestKnowledge.Shipped.Documents.First(document => document.Id == "dong-thap-ke-hoach-50").Metadata;

        var found = documents.Find("sxsh", new ProvisionFilter { Kind = DocumentKind.Plan, Period = plan.Period!.Value, Year = plan.Date!.Value.Year }, 0, 50);

        Assert.NotEmpty(found.Items);
        Assert.All(found.Items, item => Assert.Equal("dong-thap-ke-hoach-50", item.Document.Id));
    }

    [Fact]
    public void A_snippet_is_a_part_of_the_provision_with_the_words_in_it()
    {
        foreach (var item in TestKnowledge.Corpus.Provisions.FindAll("tập huấn", All))
        {
            Assert.True(item.Provision.Span.Contains(item.Snippet) && item.Snippet.Length <= 300);
            Assert.All(item.Matches, match => Assert.True(item.Snippet.Contains(match)));
            Assert.Equal(["huấn", "tập"], item.Matches.Select(match => match.Slice(item.Document.Text).ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal));
        }
    }

    private static string Marked(FoundProvision item) => string.Join('|', item.Matches.Select(match => match.Slice(item.Document.Text)));
}
