using CpAssistant.Core.Answering;
using CpAssistant.Core.Dialogue;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Answering;

/// <summary>What the program answers with the digests it ships, before an office has loaded anything.</summary>
public class ShippedKnowledgeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("Cơ quan nào phụ trách tập huấn trong khu công nghiệp ở Long An?", "Ban Quản lý Khu Kinh tế chủ trì")]
    [InlineData("co quan nao phu trach tap huan kcn long an", "Ban Quản lý Khu Kinh tế chủ trì")]
    [InlineData("which agency handles KCN training in Long An", "Economic Zone Management Board leads")]
    [InlineData("which agency handles KCN training", "Long An: Economic Zone Management Board leads", "Đồng Tháp: Economic Zone Management Board")]
    [InlineData("Mục tiêu áp dụng SXSH đến 2020 của Đồng Tháp là bao nhiêu?", "Đồng Tháp", "50%", "2020")]
    [InlineData("muc tieu ap dung sxsh den 2020 cua dong thap la bao nhieu", "Đồng Tháp", "50%", "2020")]
    [InlineData("what is the 2020 adoption target in Dong Thap", "Đồng Tháp", "50%", "applying cleaner production")]
    [InlineData("what is the 2020 adoption target", "Đồng Tháp: target by 2020: 50%", "Long An: target for 2016-2020: 50%")]
    [InlineData("mục tiêu áp dụng đến 2020 là bao nhiêu", "Đồng Tháp: mục tiêu", "Long An: mục tiêu", "50%")]
    [InlineData("Sản xuất sạch hơn là gì?", "phòng ngừa")]
    [InlineData("san xuat sach hon la gi", "phòng ngừa")]
    [InlineData("What is cleaner production?", "preventive")]
    [InlineData("Lợi ích của SXSH?", "Giảm chi phí")]
    [InlineData("6 bước thực hiện SXSH", "Bước 1", "Bước 6")]
    [InlineData("Đánh giá nhanh mất bao lâu?", "2-3 ngày", "chưa kiểm chứng")]
    [InlineData("Ngành cà phê có giải pháp gì để sản xuất sạch hơn?", "cà phê")]
    [InlineData("Mục tiêu quốc gia đến 2020 là bao nhiêu phần trăm cơ sở áp dụng?", "Cả nước", "50%")]
    [InlineData("Ai ký kế hoạch 50/KH-UBND?", "Nguyễn Thanh Hùng", "Phó Chủ tịch")]
    [InlineData("Tây Ninh có chương trình sản xuất sạch hơn không, số mấy?", "86/QĐ-UBND", "Long An")]
    public void Answers_from_its_own_digests(string question, params string[] expected)
    {
        var outcome = Ask(question);

        Assert.Equal(Outcome.Answered, outcome.Answer.Outcome);
        Assert.All(expected, words => Assert.Contains(words, outcome.Answer.Lead));
        Assert.NotEmpty(outcome.Answer.Citations);
    }

    [Theory]
    [InlineData("Chỉ thị của Bến Tre số mấy?")]
    [InlineData("Kế hoạch sản xuất sạch hơn của Cà Mau đặt mục tiêu gì?")]
    [InlineData("Phí nước thải công nghiệp năm 2026 là bao nhiêu?")]
    [InlineData("Bến Tre đặt mục tiêu bao nhiêu phần trăm cơ sở áp dụng?")]
    [InlineData("Quyết định 99/QĐ-UBND quy định gì?")]
    [InlineData("Có bao nhiêu doanh nghiệp đã được đánh giá chi tiết?")]
    public void Says_so_where_the_documents_are_silent(string question)
    {
        var outcome = Ask(question);

        Assert.Equal(Outcome.NotFound, outcome.Answer.Outcome);
        Assert.Empty(outcome.Answer.Citations);
        Assert.DoesNotContain("%", outcome.Answer.Lead);
    }

    [Theory]
    [InlineData("Cơ quan nào tập huấn trong khu công nghiệp Long An?")]
    [InlineData("Which agency trains enterprises in Bến Tre?")]
    public void A_digest_is_never_shown_as_a_quotation(string question)
    {
        var outcome = Ask(question);

        Assert.All(outcome.Answer.Citations, citation => Assert.Equal(SourceKind.Digest, citation.Source));
        Assert.All(outcome.Answer.Citations, citation => Assert.DoesNotContain($"“{citation.Quote}”", outcome.Reply));
    }

    [Theory]
    [InlineData("Mục tiêu đến 2020 của Long An?", "nay đã qua", "Tây Ninh")]
    [InlineData("Sở Tài nguyên và Môi trường Bến Tre phải làm gì?", "Sở Nông nghiệp và Môi trường", "Nghị định 150/2025/NĐ-CP", "Vĩnh Long")]
    [InlineData("Mục tiêu đến 2020 của Đồng Tháp?", "Tiền Giang")]
    public void Says_what_has_changed_since(string question, params string[] expected)
    {
        var notes = string.Join('\n', Ask(question).Answer.Notes);

        Assert.All(expected, words => Assert.Contains(words, notes));
    }

    private static TurnOutcome Ask(string question) => Assistant.Reply(new Turn(question, ConversationState.Empty, Now), TestKnowledge.Shipped);
}
