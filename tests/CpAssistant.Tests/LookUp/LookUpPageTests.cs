using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.LookUp;

/// <summary>The look-up over the corpus (Cao Bằng, Hậu Giang, Ninh Thuận, Phú Yên, Yên Bái and more) and the shipped digests.</summary>
public sealed class LookUpPageTests(CorpusService shared) : IClassFixture<CorpusService>
{
    private readonly Service _service = shared.Service;

    [Theory]
    [InlineData("Sở Tài nguyên và Môi trường")]
    [InlineData("so tai nguyen va moi truong")]
    [InlineData("Sở TN&MT")]
    [InlineData("STNMT")]
    [InlineData("so-tai-nguyen-va-moi-truong")]
    [InlineData("Department of Natural Resources and Environment")]
    public async Task An_agency_is_found_by_any_of_its_names_with_its_successor(string name)
    {
        var page = await Responsibilities("co-quan=" + Uri.EscapeDataString(name) + "&tinh=ben+tre");

        Assert.Equal(["Sở Tài nguyên và Môi trường"], page.WordsOf("section h2:not(#luu-y)"));
        Assert.Contains("Sở Tài nguyên và Môi trường nay là Sở Nông nghiệp và Môi trường (Nghị định 150/2025/NĐ-CP).", page.WordsOf("section .hint"));
        Assert.All(page.QuerySelectorAll("table.duties tbody tr"), row => Assert.Equal("Bến Tre", row.QuerySelector("td")!.Words()));
        Assert.True(page.QuerySelectorAll("table.duties tbody tr").Length >= 4);
    }

    [Fact]
    public async Task The_agency_of_today_reaches_what_was_charged_to_those_before_it()
    {
        var page = await Responsibilities("co-quan=so+nong+nghiep+va+moi+truong&xem=bang");

        var agencies = page.WordsOf("section h2:not(#luu-y)");
        Assert.Contains("Sở Tài nguyên và Môi trường", agencies);
        Assert.DoesNotContain("Sở Công Thương", agencies);
    }

    [Fact]
    public async Task A_province_of_today_reaches_the_documents_of_what_went_into_it()
    {
        var page = await Responsibilities("tinh=Tây+Ninh&xem=bang");

        Assert.All(page.QuerySelectorAll("table.duties tbody tr"), row => Assert.Equal("Long An", row.QuerySelector("td")!.Words()));
        Assert.Contains("Từ 01/07/2025 tỉnh Long An thuộc tỉnh Tây Ninh", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_behind_the_name_of_an_agency_counts_as_chosen()
    {
        var page = await Responsibilities("co-quan=S%E1%BB%9F+C%C3%B4ng+Th%C6%B0%C6%A1ng+Long+An");

        Assert.All(page.QuerySelectorAll("table.duties tbody tr"), row => Assert.Equal("Long An", row.QuerySelector("td")!.Words()));
        Assert.NotNull(page.QuerySelector("input[name=tinh][value='Long An'][checked]"));
    }

    [Theory]
    [InlineData("co-quan=S%E1%BB%95+c%C3%B4ng+th%C6%B0%C6%A1ng", "Không có cơ quan nào tên “Sổ công thương” trong các văn bản.")]
    [InlineData("tinh=Atlantis", "Không có tỉnh, thành phố nào tên “Atlantis”.")]
    [InlineData("vai-tro=ch%E1%BB%A7", "Không có vai trò “chủ”; chọn chu-tri, phoi-hop, thuc-hien.")]
    [InlineData("viec=%3Cscript%3E", "Không có loại việc “<script>”; hãy chọn trong danh sách.")]
    public async Task What_nobody_can_read_is_said_and_shows_no_table(string query, string fault)
    {
        var page = await Responsibilities(query);

        Assert.Equal([fault], page.WordsOf(".fault"), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Provinces_stand_side_by_side_with_what_is_not_set()
    {
        var page = await Responsibilities("co-quan=Sở+Kế+hoạch+và+Đầu+tư&tinh=Long+An&tinh=Bến+Tre&tinh=Cà+Mau");

        var heads = page.WordsOf("table.compared thead th span");
        Assert.Equal(["Long An", "Bến Tre", "Cà Mau"], heads);
        var row = page.QuerySelectorAll("table.compared tbody tr").Single();
        Assert.Equal(["không quy định", "chưa có văn bản"], row.WordsOf("td").Skip(1));
        Assert.NotEmpty(row.QuerySelectorAll("td:nth-child(2) li a"));
    }

    [Fact]
    public async Task A_kind_of_task_finds_who_does_it()
    {
        var page = await Responsibilities("viec=training&tinh=long+an&xem=bang");

        Assert.Contains(page.WordsOf("table.duties .words"), words => words.Contains("tập huấn", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Ban Quản lý Khu Kinh tế", page.WordsOf("section h2"));
    }

    [Fact]
    public async Task Every_link_of_the_overview_leads_to_as_many_rows_as_it_says()
    {
        var page = await Responsibilities("");

        var links = page.QuerySelectorAll("table.overview td a").ToList();
        Assert.NotEmpty(links);
        foreach (var link in links.Where((_, i) => i % 7 == 0))
        {
            var counted = link.Words().Split(" · ").Sum(part => int.Parse(part.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
            var rows = await _service.Page(link.GetAttribute("href")!);
            Assert.Equal(counted, rows.QuerySelectorAll("table.duties tbody tr").Length);
        }
    }

    [Fact]
    public async Task Digests_are_labelled_and_never_quoted()
    {
        var page = await Responsibilities("tinh=long+an&xem=bang");

        Assert.All(page.QuerySelectorAll("table.duties tbody tr"), row =>
        {
            Assert.Equal("Tóm tắt", row.QuerySelector(".tag")!.Words());
            Assert.DoesNotContain('“', row.QuerySelector(".words")!.Words());
        });
        Assert.Contains("Tóm tắt, không phải nguyên văn.", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Targets_proposals_and_results_are_never_mixed()
    {
        var page = await Targets("tinh=binh+dinh");

        Assert.Contains(Figures(page, "de-xuat", "Bình Định"), figure => figure == "90%");
        Assert.Contains(Figures(page, "ket-qua", "Bình Định"), figure => figure == "179 doanh nghiệp");
        Assert.Empty(Figures(page, "muc-tieu", "Bình Định"));
        Assert.All(page.QuerySelectorAll("[aria-labelledby=muc-tieu] tbody td[data-label^='Bình Định']"), cell => Assert.Equal("không quy định", cell.Words()));
    }

    [Fact]
    public async Task A_document_without_any_figure_shows_not_set_and_no_zero()
    {
        var page = await Targets("tinh=ben+tre&tinh=long+an&nam=2020");

        var cells = page.QuerySelectorAll("section.natures tbody td[data-label^='Bến Tre']");
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Equal("không quy định", cell.Words()));
        Assert.All(cells, cell => Assert.Equal("", cell.GetAttribute("data-to")));
    }

    [Fact]
    public async Task National_figures_stand_beside_those_of_the_provinces()
    {
        var page = await Targets("chi-tieu=adoption&nam=2020&tinh=long+an");

        Assert.Equal(["50%"], Figures(page, "muc-tieu", "Long An"));
        Assert.Equal(["50%"], Figures(page, "muc-tieu", "Chung cả nước"));
    }

    [Fact]
    public async Task Progress_shows_results_against_the_target_with_the_day_and_says_where_there_are_none()
    {
        var page = await Targets("tinh=binh+dinh&tinh=long+an");

        var row = page.QuerySelectorAll("table.progress tbody tr").First(row => row.Words().Contains("nhận thức", StringComparison.Ordinal));
        Assert.Contains("10%", row.QuerySelectorAll("td")[1].Words(), StringComparison.Ordinal);
        Assert.Equal("24/04/2018", row.QuerySelectorAll("td")[2].Words());
        Assert.Equal("không quy định", row.QuerySelectorAll("td")[3].Words());
        Assert.Contains("90%", row.QuerySelectorAll("td")[4].Words(), StringComparison.Ordinal);
        Assert.Contains("Chưa có kết quả báo cáo trong các văn bản hiện có: Long An.", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/responsibilities?agency=STNMT&province=Ben+Tre&role=own")]
    [InlineData("/api/targets?province=Long+An&period=2020&nature=target")]
    [InlineData("/api/targets?province=Long+An&province=S%C6%A1n+La&period=2016-2020")]
    public async Task Items_are_shaped_as_facts_are(string address)
    {
        using var items = JsonDocument.Parse(await _service.Client.GetStringAsync(address));
        using var facts = JsonDocument.Parse(await _service.Client.GetStringAsync("/api/facts"));

        Assert.NotEmpty(items.RootElement.EnumerateArray());
        Assert.All(items.RootElement.EnumerateArray(), item => Assert.Contains(facts.RootElement.EnumerateArray(), fact => fact.GetRawText() == item.GetRawText()));
    }

    [Theory]
    [InlineData("/api/responsibilities?agency=S%E1%BB%9F+X%C3%A2y")]
    [InlineData("/api/responsibilities?role=boss")]
    [InlineData("/api/responsibilities?province=Atlantis")]
    [InlineData("/api/targets?period=soon")]
    [InlineData("/api/targets?nature=maybe")]
    [InlineData("/api/targets?indicator=qwertyuiop")]
    [InlineData("/tra-cuu/co-quan.csv?tinh=Atlantis")]
    [InlineData("/tra-cuu/muc-tieu.xlsx?nam=soon")]
    public async Task What_nobody_can_read_is_a_bad_request(string address)
    {
        var response = await _service.Client.GetAsync(address);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_description_of_the_api_names_its_parameters()
    {
        using var api = JsonDocument.Parse(await _service.Client.GetStringAsync("/openapi/v1.json"));

        string[] Parameters(string path) => [.. api.RootElement.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!)];
        Assert.Equal(["agency", "province", "role", "task"], Parameters("/api/responsibilities"));
        Assert.Equal(["indicator", "province", "period", "nature"], Parameters("/api/targets"));
    }

    [Theory]
    [InlineData("/tra-cuu/co-quan?tinh=long+an&lang=en", "Province")]
    [InlineData("/tra-cuu/muc-tieu?tinh=long+an&nam=2020", "Tỉnh")]
    public async Task The_file_of_a_page_has_its_filters_and_language(string address, string heading)
    {
        var page = await _service.Page(address);
        var link = page.QuerySelectorAll(".files a")[0].GetAttribute("href")!;

        var lines = (await _service.Client.GetStringAsync(link)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(heading, lines[0].Split(','));
        Assert.True(lines.Length > 3);
        Assert.DoesNotContain(lines, line => line.Contains("Bến Tre,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/tra-cuu/co-quan")]
    [InlineData("/tra-cuu/co-quan?xem=bang")]
    [InlineData("/tra-cuu/co-quan?xem=so-sanh&co-quan=sct")]
    [InlineData("/tra-cuu/muc-tieu")]
    public async Task In_English_the_page_speaks_English_and_keeps_its_filters(string address)
    {
        var page = await _service.Page(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("main a[href^='/']").Where(link => !link.GetAttribute("href")!.Contains('.', StringComparison.Ordinal)), link => Assert.Contains("lang=en", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    private Task<IHtmlDocument> Responsibilities(string query) => _service.Page("/tra-cuu/co-quan?" + query);

    private Task<IHtmlDocument> Targets(string query) => _service.Page("/tra-cuu/muc-tieu?" + query);

    private static IReadOnlyList<string> Figures(IHtmlDocument page, string nature, string column) =>
        page.WordsOf($"section.natures[aria-labelledby={nature}] tbody td[data-label^='{column}'] .figure-value");
}
