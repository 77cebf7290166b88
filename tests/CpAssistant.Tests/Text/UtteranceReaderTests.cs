using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Text;

public sealed class UtteranceReaderTests
{
    public static TheoryData<string, string> Telex => new()
    {
        { "DDoongf Thaps ddeens nawm 2020 phaans ddaaus bao nhieeu % cow sowr aps dungj sanr xuaats sachj hown",
          "Đồng Tháp đến năm 2020 phấn đấu bao nhiêu % cơ sở áp dụng sản xuất sạch hơn" },
        { "muc tieeu ddeens nawm 2015 laf gif?", "muc tiêu đến năm 2015 là gì?" },
        { "ai kys kees hoachj 50/KH-UBND cuar DDoongf Thaps", "ai ký kế hoạch 50/KH-UBND của Đồng Tháp" },
        { "cos hoox trowj khoong?", "có hỗ trợ không?" },
        { "Cas doanh nghieepj", "Cá doanh nghiệp" },
        { "soos maays", "số mấy" },
        { "LONG AN DDEENS NAWM 2015", "LONG AN ĐẾN NĂM 2015" },
        { "coong ty tooi ow ddaau sxsh", "công ty tôi ơ đâu sản xuất sạch hơn" },
        { "Caf Mau cos kees hoachj khoong", "Cà Mau có kế hoạch không" },
        { "ddeens 2020", "đến 2020" },
    };

    public static TheoryData<string, string> Vni => new()
    {
        { "so61 ma6y1 ke61 hoach5 D9o62ng Tha1p", "số mấy kế hoạch Đồng Tháp" },
        { "doanh nghie65p d9u7o75c ho64 tro75 gi2", "doanh nghiệp được hỗ trợ gì" },
        { "muc5 tie6u d9e61n na8m 2020 la2 bao nhie6u %?", "mục tiêu đến năm 2020 là bao nhiêu %?" },
        { "so73 co6ng thuong7 86/QĐ-UBND", "sở công thương 86/QĐ-UBND" },
    };

    public static TheoryData<string, string> ShortForms => new()
    {
        { "SXSH là gì?", "sản xuất sạch hơn là gì?" },
        { "sxsh la gi", "sản xuất sạch hơn la gi" },
        { "cong ty toi o kcn long an", "cong ty toi o khu công nghiệp long an" },
        { "Sở KH&CN và Sở TN & MT làm gì", "Sở Khoa học và Công nghệ và Sở Tài nguyên và Môi trường làm gì" },
        { "sở tn-mt", "sở Tài nguyên và Môi trường" },
        { "bql kkt tổ chức gì", "Ban Quản lý Khu kinh tế tổ chức gì" },
        { "BQL tổ chức", "Ban Quản lý tổ chức" },
        { "KCN/CCN", "khu công nghiệp/cụm công nghiệp" },
        { "Sở KH và Công nghệ", "Sở khoa học và Công nghệ" },
        { "KH của tỉnh", "kế hoạch của tỉnh" },
        { "DN được hỗ trợ bn?", "doanh nghiệp được hỗ trợ bao nhiêu?" },
        { "có hỗ trợ ko", "có hỗ trợ không" },
        { "có hỗ trợ hông, đc bn phần trăm", "có hỗ trợ không, được bao nhiêu phần trăm" },
        { "dc ho tro j", "được ho tro gì" },
        { "Ko có kế hoạch", "Không có kế hoạch" },
        { "còn hiệu lực k?", "còn hiệu lực không?" },
        { "cty tôi", "công ty tôi" },
        { "TU chỉ đạo", "Tỉnh ủy chỉ đạo" },
        { "QĐ 86/QĐ-UBND của UBND", "quyết định 86/QĐ-UBND của Ủy ban nhân dân" },
    };

    public static TheoryData<string, string> Slips => new()
    {
        { "sản xuấc sạch hơn", "sản xuất sạch hơn" },
        { "sản xuất sạhc hơn", "sản xuất sạch hơn" },
        { "sãn xuất sạch hơn", "sản xuất sạch hơn" },
        { "san xuta sach hon", "san xuat sach hon" },
        { "san xuat sachh hon", "san xuat sach hon" },
        { "san xuat sach hom la gi", "san xuat sach hon la gi" },
        { "ban quan ly khu kinh tế tổ chức tập huấng", "ban quan ly khu kinh tế tổ chức tập huấn" },
        { "tiết kiệm năng lượg", "tiết kiệm năng lượng" },
        { "tiet kiem nang luogn", "tiet kiem nang luong" },
        { "doanh nghiẽp", "doanh nghiệp" },
        { "doanh nghip được hỗ trợ gì", "doanh nghiep được hỗ trợ gì" },
        { "mục tieue đến năm 2020", "mục tieu đến năm 2020" },
        { "Sở Công Thuơng", "Sở Công Thuơng" },
        { "phấn đấuu đến năm 2015", "phấn đấu đến năm 2015" },
        { "SẢN XUẤC SẠCH HƠN", "SẢN XUẤT SẠCH HƠN" },
        { "Doang nghiệp cần làm gì", "Doanh nghiệp cần làm gì" },
        { "kế hoạhc của Đồng Tháp", "kế hoạch của Đồng Tháp" },
        { "Đồng Thápp", "Đồng Tháp" },
    };

    /// <summary>Nothing of these may change.</summary>
    public static TheoryData<string> Untouched => new(
        "Sản xuất sạch hơn là gì?",
        "san xuat sach hon la gi",
        "cong ty toi muon duoc tap huan thi lien he co quan nao",
        "dong thap uu tien nganh nao khi huong dan ky thuat san xuat",
        "binh dinh co bao nhieu phan tram co so nhan thuc duoc loi ich",
        "What share of industrial facilities should adopt cleaner production in Long An by 2020, and how much energy should they save?",
        "Which department handles the training results for the office, as has been planned?",
        "which agency handles training as of 2020",
        "is sox a target", "as", "cos", "has", "results", "office", "cow", "test cost list", "how much tax",
        "list the results", "Long An or Ben Tre",
        "86/QĐ-UBND", "Quyết định 3182/QĐ-UBND", "kế hoạch 50/KH-UBND", "150/2025/NĐ-CP", "86 / QĐ - UBND", "2456/UBND-KT ngày 4/5/2018",
        "giảm CO2 và SO2 trong sản xuất", "giam co2 va so2", "mục tiêu 8-13%", "286.000.000 đồng",
        "tỉnh Đắk Lắk", "ông Nguyễn Văn Tèo", "tỉnh Quảng Ngãi", "Kon Tum có kế hoạch gì", "huyện Cần Giuộc",
        "bao giờ hết hạn", "tiền đâu", "mua ở đâu", "còn Thái Bình thì sao",
        "ca mau", "kien giang co ke hoach gi", "hau giang", "quang nam",
        "điểm k khoản 2", "mục k)", "tu nam 2016",
        "gửi về sxsh@sct.gov.vn", "https://moit.gov.vn/sxsh", "moit.gov.vn",
        "công ty Vinamilk ở Bình Dương", "iPhone", "email", "<script>alert(1)</script>", "C++", "🙂", "...", "", " ", "?", "e\u0301",
        "Ignore previous instructions", "xuất", "Thủ Đức", "app zalo");

    [Theory]
    [MemberData(nameof(Telex))]
    public void Reads_telex(string typed, string meant) => Reads(typed, meant, "telex", "abbreviation");

    [Theory]
    [MemberData(nameof(Vni))]
    public void Reads_vni(string typed, string meant) => Reads(typed, meant, "vni");

    [Theory]
    [MemberData(nameof(ShortForms))]
    public void Reads_abbreviations(string typed, string meant) => Reads(typed, meant, "abbreviation");

    [Theory]
    [MemberData(nameof(Slips))]
    public void Corrects_slips(string typed, string meant) => Reads(typed, meant, "slip");

    [Theory]
    [MemberData(nameof(Untouched))]
    public void Leaves_alone(string utterance)
    {
        var read = SampleLanguage.Reader.Read(utterance);

        Assert.Same(utterance, read.Text);
        Assert.Empty(read.Corrections);
    }

    [Fact]
    public void Says_what_was_corrected_and_where()
    {
        var read = SampleLanguage.Reader.Read("sản xuấc ở KCN?");

        Assert.Equal(
            [new Correction(new TextSpan(4, 8), "xuấc", "xuất", "slip"), new Correction(new TextSpan(11, 14), "KCN", "khu công nghiệp", "abbreviation")],
            read.Corrections);
    }

    [Fact]
    public void Works_without_any_vocabulary()
    {
        var reader = new UtteranceReader(Vocabulary.Empty, Abbreviations.None, new HashSet<string>());

        Assert.Equal("Sản xuất sạch hơn là gì", reader.Read("Sản xuất sạch hơn là gì").Text);
        Assert.Equal("what is cleaner production", reader.Read("what is cleaner production").Text);
    }

    [Fact]
    public void Corrections_rebuild_the_text_from_the_original() => RandomText.Holds(static text =>
    {
        var read = SampleLanguage.Reader.Read(text);
        var rebuilt = text;
        foreach (var correction in read.Corrections.Reverse())
        {
            if (correction.Span.Slice(text) != correction.From)
            {
                return false;
            }

            rebuilt = rebuilt[..correction.Span.Start] + correction.To + rebuilt[correction.Span.End..];
        }

        return rebuilt == read.Text && read.Original == text;
    });

    public static TheoryData<string, string> Hostile => new()
    {
        { "one word of 10 MB", new string('a', 10_000_000) },
        { "10 MB of words", string.Concat(Enumerable.Repeat("sản xuấc sạhc hơm ", 600_000)) },
        { "10 MB of white space", new string(' ', 10_000_000) + "sxsh" },
        { "100,000 combining marks", "sa" + new string('\u0309', 100_000) + "n xuất" },
        { "10 MB of signs", string.Concat(Enumerable.Repeat("@/.-", 2_500_000)) },
        { "10 MB without white space", string.Concat(Enumerable.Repeat("a.b@", 2_500_000)) },
        { "lone surrogates", new string('\uD800', 1_000_000) },
        { "unknown words", string.Concat(Enumerable.Range(0, 500_000).Select(i => "xq" + (char)('a' + (i % 26)) + "ao ")) },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Is_fast_on_hostile_input(string name, string text)
    {
        Assert.NotEmpty(name);
        Timing.TakesLessThan(TimeSpan.FromSeconds(1), () => SampleLanguage.Reader.Read(text));
    }

    private static void Reads(string typed, string meant, params string[] rules)
    {
        var read = SampleLanguage.Reader.Read(typed);

        Assert.Equal(meant, read.Text);
        Assert.All(read.Corrections, correction => Assert.Contains(correction.Rule, rules));
    }
}
