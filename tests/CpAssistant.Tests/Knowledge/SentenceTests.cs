using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

public class SentenceTests
{
    [Theory]
    [InlineData("Sở Công Thương chủ trì. Sở Tài chính phối hợp.", 2)]
    [InlineData("Các cơ sở tại TP. Hồ Chí Minh và Q. Bình Thạnh áp dụng.", 1)]
    [InlineData("Kinh phí là 286.000.000 đồng. Nguồn vốn hợp tác quốc tế.", 2)]
    [InlineData("Các ngành như chế biến nông sản, thực phẩm... đều áp dụng.", 1)]
    [InlineData("Bảo vệ sức khỏe con người... Việc áp dụng là cần thiết.", 2)]
    [InlineData("Rà soát cơ chế; xây dựng chính sách; ban hành văn bản.", 1)]
    [InlineData("Báo cáo trước ngày 15.12.2017 về Sở Công Thương.", 1)]
    [InlineData("Giải quyết theo thẩm quyền. hoặc báo cáo Ủy ban nhân dân tỉnh.", 1)]
    [InlineData("Ban hành “Chiến lược sản xuất sạch hơn”. Để thực hiện Chiến lược, các sở phối hợp.", 2)]
    public void Sentences_end_where_a_reader_ends_them(string paragraph, int count)
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n1. Nội dung thực hiện\n\n" + paragraph);

        Assert.Equal(count, document.Provisions[^1].Sentences.Count);
        Assert.Equal(paragraph, string.Join(' ', Read.Sentences(document, document.Provisions[^1])));
    }

    [Theory]
    [InlineData("\n\n 2\n\n")]
    [InlineData("\n\n\n3\n\n")]
    [InlineData("\n\n- 4 -\n\n")]
    [InlineData("\n- 4 -\n")]
    [InlineData("\n\nTrang 3/12\n\n")]
    [InlineData("\n\n**5**\n\n")]
    [InlineData("\n5\n")]
    [InlineData("\n\n")]
    [InlineData("\n\f\n")]
    public void A_sentence_cut_by_a_page_break_is_one(string page)
    {
        var document = Read.Document($"KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n- Có 10 doanh nghiệp có bộ phận chuyên trách trong giai{page}đoạn 2016-2020 trên địa bàn tỉnh.\n\n- Mục khác.");

        Assert.Equal(
            "- Có 10 doanh nghiệp có bộ phận chuyên trách trong giai đoạn 2016-2020 trên địa bàn tỉnh.",
            document.Quote(Assert.Single(Read.Node(document, "- Có 10").Sentences)));
    }

    [Theory]
    [InlineData("giảm từ 6% đến\n3\n9% mức tiêu hao nguyên liệu.", "giảm từ 6% đến 9% mức tiêu hao nguyên liệu.")]
    [InlineData("giảm được từ 6\n- 9% mức tiêu thụ năng lượng.", "giảm được từ 6 - 9% mức tiêu thụ năng lượng.")]
    [InlineData("giảm được từ 6\n\n4\n\n- 9% mức tiêu thụ năng lượng.", "giảm được từ 6 - 9% mức tiêu thụ năng lượng.")]
    [InlineData("thực hiện trong giai đoạn 2016\n- 2020 trên địa bàn tỉnh.", "thực hiện trong giai đoạn 2016 - 2020 trên địa bàn tỉnh.")]
    [InlineData("báo cáo hằng năm (trước\n6\nngày 30 tháng 11).", "báo cáo hằng năm (trước ngày 30 tháng 11).")]
    [InlineData("báo cáo hằng năm (trước\n\n6\n\n30/11) về Sở Công Thương.", "báo cáo hằng năm (trước 30/11) về Sở Công Thương.")]
    public void A_range_or_a_bracket_that_is_cut_is_one_sentence(string words, string sentence)
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n- Có 20 cơ sở áp dụng, " + words + "\n- Mục khác.");

        Assert.Equal("- Có 20 cơ sở áp dụng, " + sentence, document.Quote(Assert.Single(Read.Node(document, "- Có 20").Sentences)));
        Assert.Equal(2, document.Provisions.Count(provision => provision.Kind == ProvisionKind.Item));
    }

    [Fact]
    public void What_is_left_out_between_two_lines_of_a_block_lies_in_the_sentence_before_it()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n1. Sở Công Thương chủ trì.\n\nNơi nhận:\n- Bộ Công Thương;\n\nTrang 3/12\n\n- Lưu: VT.");
        var recipients = document.Provisions.Single(provision => provision.Kind == ProvisionKind.Recipients);

        Assert.Equal("Trang 3/12", Assert.Single(document.Noise).Slice(document.Text));
        Assert.Equal(["Nơi nhận:", "- Bộ Công Thương;", "- Lưu: VT."], Read.Sentences(document, recipients));
        Assert.EndsWith("Trang 3/12", recipients.Sentences[1].Slice(document.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void The_way_through_a_site_parts_what_stands_around_it()
    {
        var document = Read.Document("SỞ CÔNG THƯƠNG\nTrang chủ > Tin tức\nKẾ HOẠCH\n\n1. Sở Công Thương chủ trì.");

        Assert.Equal("Trang chủ > Tin tức", Assert.Single(document.Noise).Slice(document.Text));
        Assert.Equal(["SỞ CÔNG THƯƠNG", "KẾ HOẠCH"], document.Provisions.Take(2).Select(provision => document.Quote(provision.Span)));
    }

    [Fact]
    public void An_item_with_a_figure_after_one_that_ends_with_a_figure_is_an_item()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n1. Kết quả\n\n- Số cơ sở áp dụng là 6\n- 9% cơ sở được đánh giá\n- 12 lớp tập huấn");

        Assert.Equal(3, document.Provisions.Count(provision => provision.Kind == ProvisionKind.Item));
    }

    [Fact]
    public void A_figure_in_a_cell_is_no_page_number()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n1. Kết quả\n\nDoanh nghiệp được đánh giá nhanh trong kỳ\n25\ndoanh nghiệp\n27");

        Assert.Empty(document.Noise);
    }

    [Fact]
    public void A_capital_after_a_page_number_still_reads_on()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n1. Hồ sơ nộp tại Trung tâm Khuyến công và Xúc tiến thương mại thuộc Sở\n\n2\n\nCông Thương trước ngày 30 tháng 9.\n\n2. Mục khác.");

        Assert.Equal("1. Hồ sơ nộp tại Trung tâm Khuyến công và Xúc tiến thương mại thuộc Sở Công Thương trước ngày 30 tháng 9.", document.Quote(Read.Node(document, "1.").Span));
        Assert.Equal(["1", "2"], document.Provisions.Where(provision => provision.Kind == ProvisionKind.Section).Select(provision => provision.Label));
    }

    [Fact]
    public void An_unfinished_heading_does_not_swallow_the_next_paragraph()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n1. Ngân hàng Nhà nước chi nhánh tỉnh\n\nVận động các tổ chức tín dụng dành vốn.\n\n2. Công an tỉnh\n\nPhối hợp kiểm tra.");

        Assert.Equal("Ngân hàng Nhà nước chi nhánh tỉnh", Read.Node(document, "1.").Heading);
    }

    [Fact]
    public void Lines_wrapped_at_a_width_are_one_sentence()
    {
        var document = Read.Document("""
            KẾ HOẠCH
            Sản xuất sạch hơn

            1. Sở Công Thương chủ trì, phối hợp với các sở, ngành, Ủy ban nhân dân các huyện,
            thị xã, thành phố và Ban Quản lý các khu công nghiệp tổ chức thực hiện Kế hoạch tại
            Long An; định kỳ hằng năm tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh và Bộ Công
            Thương.
            2. Sở Tài chính bố trí kinh phí thực hiện các nhiệm vụ của Kế hoạch theo khả năng
            ngân sách.
            """);

        Assert.Equal(2, document.Provisions.Count(provision => provision.Kind == ProvisionKind.Section));
        Assert.EndsWith("Bộ Công Thương.", document.Quote(Assert.Single(Read.Node(document, "1.").Sentences)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theo quy định tại khoản\n2. Điều 5 của Quy chế.")]
    [InlineData("do Trung tâm Khuyến công (địa chỉ:\nSố 12 đường Lý Thường Kiệt, TP. Mỹ Tho) tổ chức.")]
    public void Words_that_wait_for_the_next_line_get_it(string words)
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n1. Thực hiện " + words + "\n\n2. Mục khác.");

        Assert.Equal("1. Thực hiện " + words.Replace('\n', ' '), document.Quote(Read.Node(document, "1.").Span));
        Assert.Equal(["1", "2"], document.Provisions.Where(provision => provision.Kind == ProvisionKind.Section).Select(provision => provision.Label));
    }

    [Fact]
    public void A_body_that_stands_twice_is_read_once()
    {
        const string Body = """
            UBND tỉnh Sơn La vừa ban hành kế hoạch mới cho các nhà máy trên địa bàn.
            Theo đó, đến năm 2020 có 90% cơ sở sản xuất công nghiệp được tuyên truyền, phổ biến.
            Có ít nhất 15 doanh nghiệp thực hiện đánh giá nhanh về sản xuất sạch hơn.

            """;
        const string Lead = "Sản xuất sạch hơn giúp nhà máy bớt tốn điện, nước và bớt chất thải ra môi trường xung quanh.\n";

        var document = Read.Document("Sơn La: Hướng tới sản xuất sạch hơn\nThứ sáu, 09/06/2017\n" + Lead + Lead + Body + Body);

        Assert.Equal(4, document.Provisions.Count(provision => provision.Kind == ProvisionKind.Paragraph));
        Assert.Equal(2, document.Noise.Count);
        Assert.Contains(document.Warnings, warning => warning.Code == "repeated-body");
    }

    [Fact]
    public void The_same_task_under_two_agencies_stands_twice()
    {
        var document = Read.Document("""
            CHỈ THỊ
            Về sản xuất sạch hơn trong công nghiệp

            1. Sở Công Thương:

            a) Đưa nội dung sản xuất sạch hơn vào các đợt kiểm tra hằng năm tại nhà máy;

            b) Báo cáo Ủy ban nhân dân tỉnh.

            2. Sở Tài nguyên và Môi trường:

            a) Đưa nội dung sản xuất sạch hơn vào các đợt kiểm tra hằng năm tại nhà máy;

            b) Báo cáo Ủy ban nhân dân tỉnh.
            """);

        Assert.Equal(4, document.Provisions.Count(provision => provision.Kind == ProvisionKind.Point));
        Assert.Empty(document.Noise);
    }
}
