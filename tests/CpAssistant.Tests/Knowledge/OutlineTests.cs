using System.Globalization;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

public class OutlineTests
{
    private const string Head = """
        KẾ HOẠCH
        Sản xuất sạch hơn trong công nghiệp tỉnh Long An

        Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, các sở, ngành làm những việc sau:


        """;

    [Fact]
    public void Parts_sections_points_and_items_nest_by_numbering()
    {
        var outline = Read.Outline(Head + """
            I. MỤC TIÊU
            1. Mục tiêu chung
            a) Nâng cao nhận thức;
            đ) Tiết kiệm năng lượng:
            - Đến năm 2015:
            + 50% cơ sở áp dụng;
            - Đến năm 2020:
            + 90% cơ sở áp dụng.
            2. Mục tiêu riêng
            II. NHIỆM VỤ
            1. Sở Công Thương chủ trì.
            """.Replace("a) Nâng cao nhận thức;", "a) Nâng cao nhận thức;\nb) Phổ biến;\nc) Tập huấn;\nd) Đào tạo;", StringComparison.Ordinal));

        Assert.Equal("""
            Part I: I. MỤC TIÊU
              Section 1: 1. Mục tiêu chung
                Point a: a) Nâng cao nhận thức;
                Point b: b) Phổ biến;
                Point c: c) Tập huấn;
                Point d: d) Đào tạo;
                Point đ: đ) Tiết kiệm năng lượng:
                  Item -: - Đến năm 2015:
                    Item +: + 50% cơ sở áp dụng;
                  Item -: - Đến năm 2020:
                    Item +: + 90% cơ sở áp dụng.
              Section 2: 2. Mục tiêu riêng
            Part II: II. NHIỆM VỤ
              Section 1: 1. Sở Công Thương chủ tr
            """, outline);
    }

    [Fact]
    public void Markdown_levels_and_emphasis_do_not_count()
    {
        var outline = Read.Outline(Head + """
            ### **I. TỔ CHỨC**

            ## **1. Sở Công Thương**

            # 2. Sở Tài chính

            ##### **II. KINH PHÍ**
            """);

        Assert.Equal("""
            Part I: I. TỔ CHỨC
              Section 1: 1. Sở Công Thương
              Section 2: 2. Sở Tài chính
            Part II: II. KINH PHÍ
            """, outline);
    }

    [Theory]
    [InlineData("a b c d đ e g h i k l")]
    [InlineData("a b c d e f g h i j k")]
    [InlineData("a b c d e g h")]
    public void Both_alphabets_of_points_are_one_list(string letters)
    {
        var points = letters.Split(' ');

        var document = Read.Document(Head + "1. Sở Công Thương:\n\n" + string.Join('\n', points.Select(letter => $"{letter}) Thực hiện nhiệm vụ được giao;")));

        Assert.Equal(points, document.Provisions.Where(provision => provision.Kind == ProvisionKind.Point).Select(provision => provision.Label));
        Assert.Single(document.Provisions.Where(provision => provision.Kind == ProvisionKind.Point).Select(provision => provision.Parent).Distinct());
    }

    [Fact]
    public void A_lead_in_with_a_colon_is_the_parent_of_its_list()
    {
        var document = Read.Document(Head + """
            2. Mục tiêu cụ thể

            Phấn đấu đến năm 2020 đạt các mục tiêu sau:

            + 90% cơ sở được tuyên truyền.

            + 50% cơ sở áp dụng.

            3. Giải pháp
            """);

        var item = Read.Node(document, "+ 50%");
        Assert.Equal(["2. Mục tiêu cụ thể", "Phấn đấu đến năm 2020 đạt các mục tiêu sau:", "+ 50% cơ sở áp dụng."], document.PathTo(item).Select(node => document.Quote(node.Span)));
        Assert.Equal("2. Mục tiêu cụ thể", document.SectionOf(item));
        Assert.Null(Read.Node(document, "3.").Parent);
    }

    [Fact]
    public void Short_lead_ins_are_headings_and_take_turns()
    {
        var document = Read.Document(Head + """
            1. Mục tiêu:

            Đến năm 2025:

            - 50% cơ sở áp dụng;

            Đến năm 2030:

            - 80% cơ sở áp dụng.

            2. Giải pháp
            """);

        Assert.Equal("1. Mục tiêu › Đến năm 2025", document.SectionOf(Read.Node(document, "- 50%")));
        Assert.Equal("1. Mục tiêu › Đến năm 2030", document.SectionOf(Read.Node(document, "- 80%")));
    }

    [Fact]
    public void Text_under_a_heading_is_its_own()
    {
        var document = Read.Document(Head + """
            1. Sở Tài chính:

            Bố trí kinh phí hằng năm.

            2. Công an tỉnh

            Kiểm tra việc xả thải.
            """);

        Assert.Equal("Sở Tài chính", document.Provisions[Read.Node(document, "Bố trí").Parent!.Value].Heading);
        Assert.Equal("Công an tỉnh", document.Provisions[Read.Node(document, "Kiểm tra").Parent!.Value].Heading);
    }

    [Fact]
    public void Closing_words_stand_above_the_last_list()
    {
        var document = Read.Document(Head + """
            VI. TỔ CHỨC THỰC HIỆN

            1. Sở Công Thương chủ trì.

            2. Sở Tài chính phối hợp.

            Trong quá trình thực hiện có vướng mắc, các cơ quan phản ánh về Sở Công Thương./.
            """.Replace("VI.", "I.", StringComparison.Ordinal));

        Assert.Equal("I. TỔ CHỨC THỰC HIỆN", document.SectionOf(Read.Node(document, "Trong quá trình")));
    }

    [Fact]
    public void A_second_paragraph_belongs_to_the_section_that_goes_on()
    {
        var document = Read.Document(Head + """
            1. Sở Công Thương chủ trì.

            Hằng năm báo cáo Ủy ban nhân dân tỉnh.

            2. Sở Tài chính phối hợp.
            """);

        Assert.Equal("1", document.Provisions[Read.Node(document, "Hằng năm").Parent!.Value].Label);
    }

    [Theory]
    [InlineData("2016. Kết quả đạt được như trên.")]
    [InlineData("90% cơ sở áp dụng.")]
    [InlineData("10.000 đồng cho mỗi cơ sở.")]
    [InlineData("-5% mức tiêu hao.")]
    [InlineData("8. Sở Nội vụ không có trong danh sách.")]
    public void A_line_that_begins_with_another_figure_is_no_item(string line)
    {
        var document = Read.Document(Head + $"1. Sở Công Thương chủ trì.\n\n{line}\n\n2. Sở Tài chính phối hợp.");

        Assert.Equal(["1", "2"], document.Provisions.Where(provision => provision.Kind == ProvisionKind.Section).Select(provision => provision.Label));
    }

    [Fact]
    public void A_figure_where_a_line_was_broken_is_no_item()
    {
        var document = Read.Document("""
            KẾ HOẠCH
            Sản xuất sạch hơn

            1. Các cơ sở sản xuất công nghiệp trên địa bàn tỉnh thực hiện quy định tại khoản
            2. Điều này và các quy định khác của pháp luật về bảo vệ môi trường trong năm
            2020. Các sở, ngành phối hợp chặt chẽ với nhau trong quá trình thực hiện kế hoạch
            này và báo cáo kết quả về Sở Công Thương theo định kỳ sáu tháng và hằng năm.
            2. Sở Tài chính phối hợp.
            """);

        Assert.Equal(["1", "2"], document.Provisions.Where(provision => provision.Kind == ProvisionKind.Section).Select(provision => provision.Label));
    }

    [Fact]
    public void A_number_on_a_line_of_its_own_takes_the_next_line()
    {
        var document = Read.Document(Head + """
            1.
            Sở Công Thương chủ trì tổ chức tập huấn.
            2.
            Sở Tài chính bố trí kinh phí.
            """);

        Assert.Equal("1. Sở Công Thương chủ trì tổ chức tập huấn.", document.Quote(Read.Node(document, "1.").Span));
        Assert.Equal(2, document.Provisions.Count(provision => provision.Kind == ProvisionKind.Section));
    }

    [Fact]
    public void A_number_said_twice_or_left_out_does_not_break_the_list()
    {
        var document = Read.Document(Head + """
            1. Sở Công Thương chủ trì.

            2. Sở Tài chính phối hợp.

            2. Sở Nội vụ phối hợp.

            4. Sở Y tế phối hợp.
            """);

        Assert.Equal(["1", "2", "2", "4"], document.Provisions.Where(provision => provision.Kind == ProvisionKind.Section).Select(provision => provision.Label));
    }

    [Fact]
    public void The_letter_i_after_h_is_a_letter()
    {
        var letters = "a b c d đ e g h i k".Split(' ');

        var document = Read.Document(Head + "1. Nhiệm vụ:\n\n" + string.Join('\n', letters.Select(letter => $"{letter}) Thực hiện việc được giao;")));

        Assert.Equal(letters, document.Provisions.Where(provision => provision.Kind == ProvisionKind.Point).Select(provision => provision.Label));
    }

    [Fact]
    public void Decimal_numbers_stand_under_their_section()
    {
        var outline = Read.Outline(Head + """
            1. Kết quả
            1.1. Tuyên truyền được 24 lớp.
            1.2. Đánh giá được 31 cơ sở.
            2. Kiến nghị
            2.1 Bộ Công Thương ban hành định mức.
            """);

        Assert.Equal("""
            Section 1: 1. Kết quả
              Section 1.1: 1.1. Tuyên truyền được 2
              Section 1.2: 1.2. Đánh giá được 31 cơ
            Section 2: 2. Kiến nghị
              Section 2.1: 2.1 Bộ Công Thương ban h
            """, outline);
    }

    [Fact]
    public void Deeper_decimal_numbers_stand_under_shorter_ones()
    {
        var outline = Read.Outline(Head + """
            2.4. Nhiệm vụ
            2.4.1. Truyền thông: mở 04 lớp tập huấn.
            2.4.2. Đánh giá 25 cơ sở.
            2.5. Kinh phí
            2.5.1. Ngân sách tỉnh.
            """);

        Assert.Equal("""
            Section 2.4: 2.4. Nhiệm vụ
              Section 2.4.1: 2.4.1. Truyền thông: mở 
              Section 2.4.2: 2.4.2. Đánh giá 25 cơ sở
            Section 2.5: 2.5. Kinh phí
              Section 2.5.1: 2.5.1. Ngân sách tỉnh.
            """, outline);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    public void A_table_whose_cells_became_lines_has_a_paragraph_for_each_row(string gap)
    {
        string[] cells = ["STT", "Chỉ tiêu", "Đơn vị", "Thực hiện", "1", "Lượt người được tập huấn", "lượt người", "965",
            "2", "Doanh nghiệp được đánh giá nhanh", "tại các huyện", "doanh nghiệp", "27", "3", "Mô hình được hỗ trợ", "mô hình", "05"];

        var document = Read.Document(Head + "III. Tổng hợp\n" + string.Join(gap, cells) + "\n\nIV. Kinh phí\n\nTổng kinh phí là 3.875 triệu đồng.");

        Assert.Equal(
            ["STT Chỉ tiêu Đơn vị Thực hiện", "Lượt người được tập huấn lượt người 965", "Doanh nghiệp được đánh giá nhanh tại các huyện doanh nghiệp 27", "Mô hình được hỗ trợ mô hình 05"],
            document.Provisions.Where(provision => provision.Kind == ProvisionKind.Paragraph && document.SectionOf(provision).StartsWith("III", StringComparison.Ordinal)).Select(provision => document.Quote(provision.Span)));
        Assert.Equal(["1", "2", "3"], document.Noise.Select(noise => noise.Slice(document.Text)));
    }

    [Fact]
    public void Articles_run_on_through_chapters_and_clauses_begin_anew()
    {
        var outline = Read.Outline("""
            QUY ĐỊNH
            Về sản xuất sạch hơn trong công nghiệp

            Chương I
            QUY ĐỊNH CHUNG
            Điều 1. Phạm vi
            Quy định này điều chỉnh hoạt động sản xuất sạch hơn.
            Điều 2. Đối tượng
            1. Cơ sở sản xuất.
            2. Cơ quan quản lý.
            Chương II
            TỔ CHỨC
            Điều 3. Trách nhiệm
            1. Sở Công Thương:
            a) Chủ trì;
            b) Báo cáo.
            """);

        Assert.Equal("""
            Part Chương I: Chương I QUY ĐỊNH CHUNG
              Article 1: Điều 1. Phạm vi
                Paragraph: Quy định này điều chỉnh 
              Article 2: Điều 2. Đối tượng
                Section 1: 1. Cơ sở sản xuất.
                Section 2: 2. Cơ quan quản lý.
            Part Chương II: Chương II TỔ CHỨC
              Article 3: Điều 3. Trách nhiệm
                Section 1: 1. Sở Công Thương:
                  Point a: a) Chủ trì;
                  Point b: b) Báo cáo.
            """, outline);
    }

    [Fact]
    public void A_programme_after_the_signature_of_its_decision_begins_at_the_top_again()
    {
        var document = Read.Document("""
            ỦY BAN NHÂN DÂN
            TỈNH LONG AN
            Số: 97/QĐ-UBND
            Long An, ngày 04 tháng 01 năm 2013

            QUYẾT ĐỊNH
            Ban hành Chương trình hành động sản xuất sạch hơn

            Căn cứ Luật Bảo vệ môi trường năm 2005;

            QUYẾT ĐỊNH:

            Điều 1. Ban hành kèm theo Quyết định này Chương trình hành động sản xuất sạch hơn.

            Điều 2. Các sở, ngành chịu trách nhiệm thi hành Quyết định này./.

            Nơi nhận:
            - Như Điều 2;
            - Lưu: VT.

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            Nguyễn Văn An

            CHƯƠNG TRÌNH HÀNH ĐỘNG
            SẢN XUẤT SẠCH HƠN TỈNH LONG AN
            (Ban hành kèm theo Quyết định số 97/QĐ-UBND ngày 15/3/2014)

            I. MỤC TIÊU
            1. Đến năm 2015 có 50% cơ sở áp dụng.
            II. TỔ CHỨC
            1. Sở Công Thương chủ trì.
            """);

        Assert.Equal(
            ["Article 1", "Article 2", "Recipients ", "Signature ", "Preamble ", "Part I", "Part II"],
            document.Provisions.Where(provision => provision.Parent is null).SkipWhile(provision => provision.Kind == ProvisionKind.Preamble).Select(provision => $"{provision.Kind} {provision.Label}"));
        Assert.Empty(document.MissingAnnexes);
        Assert.Equal("Nguyễn Văn An", document.Metadata.Signer!.Value.Name);
        Assert.Equal("97/QĐ-UBND", document.Metadata.Number!.Value);
    }

    [Fact]
    public void News_has_a_headline_and_paragraphs()
    {
        var outline = Read.Outline("""
            Sơn La: Hướng tới sản xuất sạch hơn
            Thứ sáu, 09/06/2017
            UBND tỉnh Sơn La vừa ban hành kế hoạch mới.
            100% cán bộ được tập huấn.
            """);

        Assert.Equal("""
            Paragraph: UBND tỉnh Sơn La vừa ban
            Paragraph: 100% cán bộ được tập huấ
            """, outline);
    }

    [Fact]
    public void What_a_site_sets_around_a_news_item_is_noise()
    {
        var document = Read.Document("""
            Trang chủ > Tin tức > Công nghiệp
            Cập nhật lúc 08:45, 15/02/2023 | Lượt xem: 1.204
            Long An triển khai kế hoạch sản xuất sạch hơn đến năm 2027
            Cỡ chữ: A- A A+ | In bài | Chia sẻ
            (baolongan.vn) - UBND tỉnh Long An vừa ban hành Kế hoạch số 21/KH-UBND về sản xuất sạch hơn.
            Tin liên quan
            Tây Ninh: 40 doanh nghiệp được đánh giá
            Theo kế hoạch, đến năm 2027 có 38% cơ sở áp dụng.
            Minh Châu
            Tin khác
            Bến Tre có 12 cơ sở tiết kiệm điện.
            Bình luận (0)
            """);

        Assert.Equal("Long An triển khai kế hoạch sản xuất sạch hơn đến năm 2027", document.Metadata.Title);
        Assert.Equal("Long An", document.Metadata.Province!.Value);
        Assert.Equal(new DateOnly(2023, 2, 15), document.Metadata.Date!.Value);
        Assert.Equal("""
            Paragraph: (baolongan.vn) - UBND tỉ
            Paragraph: Theo kế hoạch, đến năm 2
            Signature: Minh Châu
            """, Read.Outline(document));
        Assert.Equal(7, document.Noise.Count);
    }

    [Fact]
    public void The_name_of_a_column_is_no_headline()
    {
        var document = Read.Document("""
            TIN TỨC - SỰ KIỆN
            Đăng lúc: 10:15 12/03/2021 - Lượt xem: 512
            Long An: Hỗ trợ doanh nghiệp sản xuất sạch hơn
            UBND tỉnh Long An đã ban hành Kế hoạch số 44/KH-UBND về sản xuất sạch hơn.
            Bài, ảnh: Hồng Vân
            Các tin khác
            Tây Ninh tập huấn 200 doanh nghiệp (10/03/2021)
            """);

        Assert.Equal("Long An: Hỗ trợ doanh nghiệp sản xuất sạch hơn", document.Metadata.Title);
        Assert.Equal(ProvisionKind.Signature, document.Provisions[^1].Kind);
        Assert.Equal(2, document.Noise.Count);
    }

    [Theory]
    [InlineData("KẾ HOẠCH SẢN XUẤT SẠCH HƠN\n\n{0}\n\n")]
    [InlineData("{0}\nKế hoạch sản xuất sạch hơn tỉnh Long An\n")]
    [InlineData("{0}   CÔNG BÁO/Số 35 + 36/Ngày 15-01-2013\n\n")]
    [InlineData("Kế hoạch sản xuất sạch hơn | Trang {0}/9\n")]
    [InlineData("\fUBND TỈNH LONG AN\nKẾ HOẠCH\n")]
    public void Headers_and_footers_are_noise(string header)
    {
        var pages = Enumerable.Range(2, 4).Select(page => string.Format(CultureInfo.InvariantCulture, header, page)
            + $"đoạn 2016-2020 ở vùng {page}. " + string.Concat(Enumerable.Range(1, 12).Select(task => $"Việc {page}.{task} do Sở Công Thương chủ trì thực hiện. ")) + "Tổ chức tập huấn cho các cơ sở sản xuất trong giai\n");

        var document = Read.Document(Head + "1. Có 10 doanh nghiệp có bộ phận chuyên trách trong giai\n" + string.Concat(pages) + "đoạn sau.");

        var section = Read.Node(document, "1.");
        Assert.Equal("1. Có 10 doanh nghiệp có bộ phận chuyên trách trong giai đoạn 2016-2020 ở vùng 2.", document.Quote(section.Sentences[0]));
        Assert.EndsWith("Tổ chức tập huấn cho các cơ sở sản xuất trong giai đoạn sau.", document.Quote(section.Span), StringComparison.Ordinal);
        Assert.Equal(section, document.Provisions[^1]);
    }

    [Fact]
    public void The_same_agency_in_rows_of_a_table_is_no_header()
    {
        var rows = Enumerable.Range(1, 5).Select(row => $"{row}\nTổ chức tập huấn lần thứ {row} cho các cơ sở sản xuất\nSở Công Thương\n");

        var document = Read.Document(Head + "1. Phân công\n\n" + string.Concat(rows));

        Assert.Empty(document.Noise);
    }

    [Theory]
    [InlineData("- Khó khăn: Kinh phí hỗ trợ rất hạn chế.", "Khó khăn")]
    [InlineData("- Ngân sách Trung ương: theo dự toán hằng năm.", "Ngân sách Trung ương")]
    [InlineData("- Phối hợp với các sở, ngành của tỉnh: tổ chức phổ biến, tuyên truyền.", "")]
    [InlineData("- Yêu cầu thủ trưởng các sở: Công Thương, Tài chính có kế hoạch cụ thể.", "")]
    [InlineData("- Các nguồn vốn gồm: Ngân sách và vốn doanh nghiệp.", "")]
    [InlineData("- Tham quan, học tập các mô hình", "")]
    public void The_words_before_a_colon_are_a_heading_where_they_name_what_follows(string line, string heading)
    {
        var document = Read.Document(Head + "1. Nội dung\n\n" + line);

        Assert.Equal(heading, document.Provisions[^1].Heading);
    }
}
