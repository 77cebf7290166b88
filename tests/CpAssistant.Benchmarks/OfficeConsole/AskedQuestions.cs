using System.Globalization;
using CpAssistant.Core.Text;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>Questions as people might ask them: with marks, without, in English; common words in most of them, and names that are rare.</summary>
internal sealed class AskedQuestions(IReadOnlyList<string> provinces, Random random)
{
    private static readonly string[] First =
    [
        "Sở Công Thương {0} phải làm gì về sản xuất sạch hơn?",
        "Đến năm {1} {0} phấn đấu bao nhiêu phần trăm cơ sở áp dụng sản xuất sạch hơn?",
        "Doanh nghiệp {2} ở {0} được hỗ trợ gì khi áp dụng sản xuất sạch hơn?",
        "Kế hoạch sản xuất sạch hơn của {0} do ai ký?",
        "Kinh phí thực hiện sản xuất sạch hơn ở {0} lấy từ đâu?",
        "{0} phải báo cáo kết quả khi nào?",
        "Ngành {2} giảm tiêu hao điện, nước bằng cách nào?",
        "{0} ưu tiên những ngành nào cho sản xuất sạch hơn?",
        "Công ty tôi ở khu công nghiệp {0} muốn được tập huấn sản xuất sạch hơn thì liên hệ ai?",
        "Sản xuất sạch hơn là gì?",
        "Mức tiết kiệm năng lượng đến năm {1} của {0} là bao nhiêu?",
        "Có những văn bản nào về sản xuất sạch hơn của {0}?",
        "Which agency leads training on cleaner production in {0}?",
        "What is the adoption target of {0} by {1}?",
        "Xin chào",
        "Tôi muốn gửi câu hỏi cho văn phòng",
        "Thuế thu nhập cá nhân năm {1} tính thế nào?",
        "Nước thải của xưởng {2} xử lý ra sao?",
    ];

    private static readonly string[] Next =
    [
        "còn {0} thì sao?", "ai chịu trách nhiệm?", "đến năm {1}?", "kinh phí bao nhiêu?", "văn bản đó do ai ký?", "cảm ơn", "thế ngành {2} thì sao?", "khi nào phải báo cáo?",
    ];

    private static readonly string[] Industries =
        ["thủy sản", "xay xát", "mía đường", "tinh bột sắn", "cà phê", "nước đá", "phế liệu", "dệt may", "gạch ngói", "bánh kẹo", "giấy", "thuộc da", "chế biến gỗ", "bia rượu"];

    private static readonly string[] Names =
    [
        "Bình", "Minh", "Phượng", "Vĩ", "Đường", "Dương", "Hòa", "Thủy", "Lộc", "Phát", "Tân", "Hưng", "Kim", "Ngân", "Sơn", "Hải", "Yến", "Oanh", "Quế", "Trầm",
        "Tùng", "Bách", "Trúc", "Mai", "Lan", "Cúc", "Đào", "Sen", "Hạnh", "Nguyệt", "Vân", "Tuyết", "Ngọc", "Bích", "Châu", "Diệp", "Khuê", "Thạch", "Kiều", "Nhạn",
    ];

    /// <returns>One to six questions of one person.</returns>
    internal IReadOnlyList<string> Conversation()
    {
        var turns = Math.Min(6, 1 + (int)(-Math.Log(1 - random.NextDouble()) * 2.6));
        var writing = random.NextDouble();
        return [.. Enumerable.Range(0, turns).Select(turn => Written(Filled(Pick(turn == 0 || random.Next(3) == 0 ? First : Next)), writing))];
    }

    /// <returns>The question with the name of a workshop, of which each is rare.</returns>
    internal string Varied(string question) => random.Next(3) switch
    {
        0 => question,
        _ => question + (question == VietnameseText.Fold(question) ? VietnameseText.Fold(Workshop()) : Workshop()),
    };

    private string Workshop() => string.Create(CultureInfo.InvariantCulture, $" (xưởng {Pick(Names)} {Pick(Names)} {random.Next(1, 400)})");

    private string Filled(string template) => string.Format(CultureInfo.InvariantCulture, template, Pick(provinces), Pick(["2015", "2020", "2025", "2030"]), Pick(Industries));

    private static string Written(string question, double writing) => writing < 0.4 ? VietnameseText.Fold(question) : writing < 0.45 ? question.ToUpperInvariant() : question;

    private string Pick(IReadOnlyList<string> choices) => choices[random.Next(choices.Count)];
}
