using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Text;

/// <summary>A small vocabulary of the field, as the loaded texts and the language data would give it.</summary>
internal static class SampleLanguage
{
    private const string Text =
        """
        Kế hoạch hành động về sản xuất sạch hơn trong công nghiệp của tỉnh, trên địa bàn các huyện, giai đoạn 2016 - 2020.
        Mục tiêu đến năm 2020: 50% cơ sở sản xuất công nghiệp áp dụng; sản xuất sạch hơn là tiết kiệm năng lượng, nguyên liệu, nhiên liệu.
        Phấn đấu đến năm 2015 có 90% cơ sở sản xuất được nâng cao nhận thức về lợi ích của sản xuất sạch hơn.
        Sở Công Thương chủ trì, phối hợp với Sở Tài nguyên và Môi trường, Sở Khoa học và Công nghệ tổ chức thực hiện.
        Ban Quản lý Khu kinh tế tổ chức tập huấn kiến thức sản xuất sạch hơn cho các doanh nghiệp trong khu công nghiệp, cụm công nghiệp.
        Ủy ban nhân dân tỉnh giao Sở Tài chính bố trí kinh phí từ ngân sách nhà nước để hỗ trợ doanh nghiệp.
        Định kỳ hàng năm báo cáo kết quả thực hiện cho Ủy ban nhân dân tỉnh và Bộ Công Thương trước ngày 15 tháng 12.
        Các doanh nghiệp sản xuất nước đá, xay xát lúa gạo, chế biến tinh bột sắn, chế biến phế liệu, mía đường, cà phê, thủy sản.
        Doanh nghiệp thực hiện đánh giá nhanh, đánh giá chi tiết; xử lý nước thải, khí thải, chất thải rắn; bảo vệ môi trường.
        Trách nhiệm của các đơn vị: Đài Phát thanh và Truyền hình tuyên truyền; Liên minh Hợp tác xã vận động thành viên.
        Ai ký kế hoạch, ngày nào, số mấy, bao nhiêu phần trăm, ở đâu, cơ quan nào, thế nào, là gì, còn hiệu lực không, được hỗ trợ gì?
        Sản xuất sạch hơn là gì? Cơ sở sản xuất công nghiệp cần làm gì để được hỗ trợ kinh phí đánh giá sản xuất sạch hơn?
        Cho tôi hỏi liên hệ với ai, tôi muốn biết, muốn được tập huấn, xin hỏi công ty tôi có phải báo cáo không, thì sao, những việc gì.
        Long An, Đồng Tháp, Bến Tre, Bình Định, Sơn La, Tây Ninh, Gia Lai, Vĩnh Long, Cà Mau, Bình Dương, Đồng Nai.
        """;

    public static Vocabulary Vocabulary { get; } = Vocabulary.Of(Text.Split('\n'));

    public static Abbreviations Abbreviations { get; } = new(
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["SXSH"] = ["sản xuất sạch hơn"],
            ["KCN"] = ["khu công nghiệp"],
            ["CCN"] = ["cụm công nghiệp"],
            ["UBND"] = ["Ủy ban nhân dân"],
            ["SCT"] = ["Sở Công Thương"],
            ["DN"] = ["doanh nghiệp", "Đồng Nai"],
            ["QĐ"] = ["quyết định"],
            ["KH"] = ["kế hoạch", "khoa học"],
            ["KH&CN"] = ["Khoa học và Công nghệ"],
            ["TN&MT"] = ["Tài nguyên và Môi trường"],
            ["TN-MT"] = ["Tài nguyên và Môi trường"],
            ["BQL KKT"] = ["Ban Quản lý Khu kinh tế"],
            ["BQL"] = ["Ban Quản lý"],
            ["TU"] = ["Tỉnh ủy"],
        },
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["ko"] = ["không"],
            ["k"] = ["không"],
            ["hông"] = ["không"],
            ["bn"] = ["bao nhiêu"],
            ["đc"] = ["được"],
            ["vs"] = ["với"],
            ["j"] = ["gì"],
            ["cty"] = ["công ty"],
            ["sx"] = ["sản xuất"],
            ["nhiu"] = ["nhiêu"],
        });

    public static IReadOnlySet<string> ForeignWords { get; } = new HashSet<string>(
        ("what which who when where how is are was the of in for by and to does do should much many share cleaner production agency department industrial "
        + "target training energy save report office results has have as sox handles adopt facilities plan province support tax list cost cos test")
        .Split(' '));

    public static UtteranceReader Reader { get; } = new(Vocabulary, Abbreviations, ForeignWords);
}
