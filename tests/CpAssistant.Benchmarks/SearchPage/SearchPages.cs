using CpAssistant.Benchmarks.OfficeConsole;

namespace CpAssistant.Benchmarks.SearchPage;

/// <summary>Addresses of the search page as people come to have them.</summary>
internal static class SearchPages
{
    private const string Page = "tim-kiem";

    private const string LongQuery =
        "Sở Công Thương chủ trì, phối hợp với các sở, ngành, Ủy ban nhân dân các huyện, thành phố tổ chức tập huấn, phổ biến kiến thức về sản xuất sạch hơn cho cơ sở sản xuất công nghiệp, hằng năm tổng hợp báo cáo";

    internal static IReadOnlyList<MeasuredPage> All { get; } =
    [
        new("one common word", Of("sản"), Of("hơn"), Of("công")),
        new("words with marks", Of("quy chế phối hợp"), Of("tập huấn sản xuất sạch hơn"), Of("kinh phí khuyến công"), Of("tiết kiệm năng lượng"), Of("báo cáo kết quả thực hiện")),
        new("words without marks", Of("quy che phoi hop"), Of("tap huan san xuat sach hon"), Of("kinh phi khuyen cong"), Of("chuyen giao cong nghe"), Of("bao cao ket qua thuc hien")),
        new("abbreviated", Of("SXSH KCN"), Of("SCT"), Of("BQL KKT"), Of("sxsh trong dn"), Of("UBND")),
        new("keyboard off", Of("saxn xuaast sachj hown"), Of("tieest kieejm nawng luwowjng")),
        new("with slips", Of("tập huẫn sản xuất"), Of("kinh phsi thuc hien"), Of("sản xuât sach hon")),
        new("long", Of(LongQuery), Of(LongQuery + ". " + LongQuery)),
        new("nothing has all words", Of("phú dưỡng hóa vi khí hậu Long An vay vốn thủy sản nước đá xay xát cà phê")),
        new("with a province", Of("tập huấn Long An"), Of("chi tieu dong thap")),
        new("filter by province", Of("tập huấn", "tinh=Long An"), Of("kinh phí", "tinh=tay ninh"), Of("", "tinh=Đồng Tháp")),
        new("filter by kind", Of("tập huấn", "loai=plan"), Of("", "loai=directive")),
        new("filter by agency", Of("tập huấn", "co-quan=SCT"), Of("", "co-quan=Sở KH&ĐT"), Of("sản xuất", "co-quan=ban quan ly cac khu cong nghiep")),
        new("filter by period", Of("tập huấn", "giai-doan=2016-2020"), Of("", "giai-doan=2011-2015")),
        new("filter by year", Of("tập huấn", "nam=2018"), Of("", "nam=2016")),
        new("all filters", Of("sản xuất", "tinh=Long An", "loai=plan", "co-quan=SCT", "giai-doan=2016-2020", "nam=2018")),
        new("later pages", Of("sản xuất sạch hơn", "trang=2"), Of("tập huấn", "trang=17"), Of("", "loai=plan", "trang=300")),
        new("page 1,000 of common words", Of("sản xuất", "trang=1000")),
        new("words that nobody wrote", Of("qwxzqj"), Of("zzkq zzkr")),
    ];

    private static string Of(string query, params string[] others) =>
        Page + "?q=" + Uri.EscapeDataString(query) + string.Concat(others.Select(other => other.Split('=')).Select(pair => $"&{pair[0]}={Uri.EscapeDataString(pair[1])}"));
}
