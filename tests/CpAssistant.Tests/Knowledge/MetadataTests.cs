using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

public class MetadataTests
{
    private const string Body = """


        1. Sở Công Thương chủ trì, phối hợp với các sở, ngành tổ chức thực hiện.

        2. Sở Tài chính bố trí kinh phí.
        """;

    [Theory]
    [InlineData("Số: 50/KH-UBND", "50/KH-UBND")]
    [InlineData("Số:  50 /KH-UBND", "50/KH-UBND")]
    [InlineData("Số: 2456 /UBND-KT", "2456/UBND-KT")]
    [InlineData("Số: 496/2010/QĐ-UBND", "496/2010/QĐ-UBND")]
    [InlineData("Số: 12/CTr-UBND", "12/CTr-UBND")]
    public void The_number_is_read_without_inner_space(string line, string number)
    {
        var document = Read.Document(line + "\n\nKẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body);

        Assert.Equal(number, document.Metadata.Number!.Value);
        Assert.Equal(line, document.Metadata.Number.Span!.Value.Slice(document.Text));
    }

    [Theory]
    [InlineData("Số:      /KH-UBND")]
    [InlineData("Số: …/KH-UBND")]
    [InlineData("Số: ....../KH-UBND")]
    public void A_number_left_open_is_missing(string line)
    {
        var document = Read.Document(line + "\n\nKẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body);

        Assert.Null(document.Metadata.Number);
        Assert.Contains(document.Warnings, warning => warning.Code == "no-number");
    }

    [Fact]
    public void Number_and_date_of_a_cited_decision_are_not_the_documents_own()
    {
        var document = Read.Document("""
            CHỈ THỊ

            **Về việc triển khai Chiến lược sản xuất sạch hơn
            đến năm 2020 trên địa bàn tỉnh Bến Tre**

            Quyết định số 1419/QĐ-TTg được Thủ tướng ký ngày 07/9/2009.

            Ủy ban nhân dân tỉnh yêu cầu các sở, ngành:
            """ + Body + "\n\nTM. ỦY BAN NHÂN DÂN TỈNH\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nCao Văn Trọng");

        Assert.Null(document.Metadata.Number);
        Assert.Null(document.Metadata.Date);
        Assert.Equal(DocumentKind.Directive, document.Metadata.Kind);
        Assert.Equal("Chỉ thị về việc triển khai Chiến lược sản xuất sạch hơn đến năm 2020 trên địa bàn tỉnh Bến Tre", document.Metadata.Title);
        Assert.Equal("UBND tỉnh Bến Tre", document.Metadata.Issuer!.Value);
        Assert.Equal(["Quyết định 1419/QĐ-TTg"], document.Metadata.LegalGrounds.Select(ground => ground.Value));
        Assert.Equal(new Signer("Cao Văn Trọng", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh", "KT. Chủ tịch"), document.Metadata.Signer!.Value);
        Assert.Equal(new Period(null, 2020), document.Metadata.Period!.Value);
    }

    [Fact]
    public void An_attached_programme_has_number_and_date_of_its_decision()
    {
        const string Line = "(Ban hành kèm theo Quyết định số 97/QĐ-UBND ngày 15 tháng 3 năm 2014 của UBND tỉnh Long An)";

        var document = Read.Document("CHƯƠNG TRÌNH HÀNH ĐỘNG\nTHỰC HIỆN CHIẾN LƯỢC SẢN XUẤT SẠCH HƠN ĐẾN NĂM 2020 TẠI TỈNH LONG AN\n" + Line + Body);

        Assert.Equal("97/QĐ-UBND", document.Metadata.Number!.Value);
        Assert.Equal(new DateOnly(2014, 3, 15), document.Metadata.Date!.Value);
        Assert.Equal(Line, document.Quote(document.Metadata.Number.Span!.Value));
        Assert.Equal("UBND tỉnh Long An", document.Metadata.Issuer!.Value);
        Assert.Equal("Long An", document.Metadata.Province!.Value);
        Assert.Equal(DocumentKind.Programme, document.Metadata.Kind);
    }

    [Fact]
    public void A_title_in_capitals_is_read_as_the_text_writes_it_elsewhere()
    {
        var document = Read.Document("CHƯƠNG TRÌNH HÀNH ĐỘNG\nÁP DỤNG SẢN XUẤT SẠCH HƠN\n\nTỉnh ban hành “Chương trình hành động áp dụng Sản xuất sạch hơn” như sau:" + Body);

        Assert.Equal("Chương trình hành động áp dụng Sản xuất sạch hơn", document.Metadata.Title);
    }

    [Theory]
    [InlineData("KẾ HOẠCH SẢN XUẤT SẠCH HƠN TỈNH LONG AN NĂM 2021", "Kế hoạch sản xuất sạch hơn tỉnh Long An năm 2021")]
    [InlineData("KẾ HOẠCH PHỔ BIẾN SXSH TẠI TỈNH BÀ RỊA - VŨNG TÀU", "Kế hoạch phổ biến SXSH tại tỉnh Bà Rịa - Vũng Tàu")]
    public void Names_keep_their_capitals_in_a_title(string caps, string title)
    {
        Assert.Equal(title, Read.Document(caps + Body).Metadata.Title);
    }

    [Fact]
    public void A_letter_that_reports_is_a_report()
    {
        var document = Read.Document("""
            **ỦY BAN NHÂN DÂN
            TỈNH QUẢNG NGÃI**

            Số: 3127 /UBND-KT
            V/v báo cáo kết quả áp dụng sản xuất sạch hơn

            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc

            Quảng Ngãi, ngày 29 tháng 5 năm 2018

            Kính gửi: Bộ Công Thương

            Theo đề nghị tại Văn bản số 2044/BCT-TKNL ngày 03/4/2018, UBND tỉnh báo cáo Bộ Công Thương như sau:

            I. Đánh giá tình hình từ năm 2009 đến năm 2018
            """ + Body + "\n\nNơi nhận:\n\n- Như trên;\n- Lưu: VT.\n\n\nLê Văn Bình");

        Assert.Equal(DocumentKind.Report, document.Metadata.Kind);
        Assert.Equal("Báo cáo kết quả áp dụng sản xuất sạch hơn", document.Metadata.Title);
        Assert.Equal("UBND tỉnh Quảng Ngãi", document.Metadata.Issuer!.Value);
        Assert.Equal(new DateOnly(2018, 5, 29), document.Metadata.Date!.Value);
        Assert.Equal(new Signer("Lê Văn Bình", null, null, null), document.Metadata.Signer!.Value);
        Assert.Equal(["Bộ Công Thương", "Như trên", "Lưu: VT"], document.Metadata.Recipients.Select(recipient => recipient.Value));
        Assert.Equal(new Period(2009, 2018), document.Metadata.Period!.Value);
    }

    [Fact]
    public void Columns_that_were_flattened_are_taken_apart()
    {
        var document = Read.Document("""
            UỶ BAN NHÂN DÂN                CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
            TỈNH AN GIANG                          Độc lập - Tự do - Hạnh phúc
            Số: 218 /KH-UBND                 An Giang, ngày 15 tháng 11 năm 2019

            KẾ HOẠCH
            Sản xuất sạch hơn trong công nghiệp
            """ + Body + """


            Nơi nhận:                                       TM. UỶ BAN NHÂN DÂN
            - Như trên;                                         KT. CHỦ TỊCH
            - Lưu: VT, CN.                                    PHÓ CHỦ TỊCH

                                                              Huỳnh Thuý Hoà
            """);

        Assert.Equal("218/KH-UBND", document.Metadata.Number!.Value);
        Assert.Equal(new DateOnly(2019, 11, 15), document.Metadata.Date!.Value);
        Assert.Equal("UBND tỉnh An Giang", document.Metadata.Issuer!.Value);
        Assert.Equal(new Signer("Huỳnh Thuý Hoà", "Phó Chủ tịch", "Uỷ ban nhân dân", "KT. Chủ tịch"), document.Metadata.Signer!.Value);
        Assert.Equal(["Như trên", "Lưu: VT, CN"], document.Metadata.Recipients.Select(recipient => recipient.Value));
    }

    [Fact]
    public void Columns_without_space_between_them_are_taken_apart_at_the_end()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body + """


            Nơi nhận: TM. ỦY BAN NHÂN DÂN
            - Bộ Công Thương; KT. CHỦ TỊCH
            - TT Tỉnh ủy, TT HĐND tỉnh; PHÓ CHỦ TỊCH
            - CT, các PCT UBND tỉnh;
            - Lưu: VT, KTN. Trần Quốc Hưng
            """);

        Assert.Equal(new Signer("Trần Quốc Hưng", "Phó Chủ tịch", "Ủy ban nhân dân", "KT. Chủ tịch"), document.Metadata.Signer!.Value);
        Assert.Equal(["Bộ Công Thương", "TT Tỉnh ủy, TT HĐND tỉnh", "CT, các PCT UBND tỉnh", "Lưu: VT, KTN"], document.Metadata.Recipients.Select(recipient => recipient.Value));
    }

    [Theory]
    [InlineData("Số: 50 /KH-UBND                 Long An, ngày 14 tháng 3 năm 2016", "Số: 50 /KH-UBND")]
    [InlineData("Số: 50/KH-UBND\nLong An, ngày 14 tháng 3 năm 2016", "Số: 50/KH-UBND Long An, ngày 14 tháng 3 năm 2016")]
    [InlineData("Số: 50/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLong An, ngày 14 tháng 3 năm 2016", "Số: 50/KH-UBND")]
    public void The_date_has_its_own_place_and_the_number_takes_it_along_as_the_next_line(string lines, string number)
    {
        var document = Read.Document("ỦY BAN NHÂN DÂN TỈNH LONG AN\n" + lines + "\n\nKẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body);

        Assert.Equal("Long An, ngày 14 tháng 3 năm 2016", document.Quote(document.Metadata.Date!.Span!.Value));
        Assert.Equal(number, document.Quote(document.Metadata.Number!.Span!.Value));
    }

    [Fact]
    public void A_table_may_be_the_letterhead()
    {
        var document = Read.Document("""
            | ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
            |---|---|
            | **TỈNH TÂY NINH** | **Độc lập - Tự do - Hạnh phúc** |
            | Số: 512/2021/QĐ-UBND | *Tây Ninh, ngày 19 tháng 7 năm 2021* |

            # KẾ HOẠCH

            **Sản xuất sạch hơn giai đoạn 2021 - 2025, định hướng đến năm 2030**
            """ + Body);

        Assert.Equal("512/2021/QĐ-UBND", document.Metadata.Number!.Value);
        Assert.Equal("UBND tỉnh Tây Ninh", document.Metadata.Issuer!.Value);
        Assert.Equal(new Period(2021, 2025), document.Metadata.Period!.Value);
    }

    [Theory]
    [InlineData("giai đoạn 2016 - 2020", 2016, 2020)]
    [InlineData("giai đoạn 2016-2020", 2016, 2020)]
    [InlineData("đến năm 2020", null, 2020)]
    [InlineData("từ năm 2016 đến năm 2020", 2016, 2020)]
    [InlineData("giai đoạn 2021–2025, định hướng đến 2030", 2021, 2025)]
    [InlineData("đến năm 2025, tầm nhìn đến năm 2030", null, 2025)]
    [InlineData("năm 2021", 2021, 2021)]
    public void The_period_is_the_one_of_the_title(string words, int? from, int? to)
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp " + words + Body);

        Assert.Equal(new Period(from, to), document.Metadata.Period!.Value);
    }

    [Theory]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn An", "Chủ tịch", "Ủy ban nhân dân", null)]
    [InlineData("**TM. ỦY BAN NHÂN DÂN  \nKT. CHỦ TỊCH  \nPHÓ CHỦ TỊCH**\n\n**Nguyễn Văn An**", "Phó Chủ tịch", "Ủy ban nhân dân", "KT. Chủ tịch")]
    [InlineData("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n(Đã ký)\n\nNguyễn Văn An", "Phó Giám đốc", null, "KT. Giám đốc")]
    [InlineData("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nNguyễn Văn An", "Chánh Văn phòng", null, "TL. Chủ tịch")]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH\n\nNguyễn Văn An", "Quyền Chủ tịch", "Ủy ban nhân dân", "Q. Chủ tịch")]
    [InlineData("CHỦ TỊCH\n\nNguyễn Văn An", "Chủ tịch", null, null)]
    public void The_signer_has_a_capacity(string block, string? position, string? behalf, string? forWhom)
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body + "\n\n" + block);

        Assert.Equal(new Signer("Nguyễn Văn An", position, behalf, forWhom), document.Metadata.Signer!.Value);
        Assert.Contains(document.Provisions, provision => provision.Kind == ProvisionKind.Signature);
    }

    [Fact]
    public void A_table_may_be_the_signature()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body + "\n\n| **Nơi nhận:** | **CHỦ TỊCH** |\n|---|---|\n| - Chính phủ; | |\n| - Lưu: VT. | **Đỗ Xuân Tuyên** |");

        Assert.Equal(new Signer("Đỗ Xuân Tuyên", "Chủ tịch", null, null), document.Metadata.Signer!.Value);
        Assert.Equal(["Chính phủ", "Lưu: VT"], document.Metadata.Recipients.Select(recipient => recipient.Value));
    }

    [Fact]
    public void A_department_under_its_committee_is_the_issuer()
    {
        var document = Read.Document("""
            UBND TỈNH LONG AN                   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
               SỞ CÔNG THƯƠNG                          Độc lập - Tự do - Hạnh phúc

            Số: 1234/SCT-QLCN                        Long An, ngày 05 tháng 6 năm 2015
            V/v triển khai áp dụng sản xuất
            sạch hơn trong công nghiệp

            Kính gửi: Các doanh nghiệp sản xuất công nghiệp.
            """ + Body);

        Assert.Equal("Sở Công Thương tỉnh Long An", document.Metadata.Issuer!.Value);
        Assert.Equal(DocumentKind.Letter, document.Metadata.Kind);
        Assert.Equal("Công văn về việc triển khai áp dụng sản xuất sạch hơn trong công nghiệp", document.Metadata.Title);
    }

    [Fact]
    public void News_tells_of_a_document_and_has_no_number_itself()
    {
        var document = Read.Document("""
            Sơn La: Hướng tới sản xuất sạch hơn
            Thứ năm, 15/06/2017
            Tỉnh muốn các nhà máy bớt chất thải.
            Quyết định 4175/QĐ-UBND vừa được UBND tỉnh Sơn La ban hành để duyệt Kế hoạch giai đoạn 2016 – 2020.
            """);

        Assert.Equal(DocumentKind.News, document.Metadata.Kind);
        Assert.Null(document.Metadata.Number);
        Assert.Equal("4175/QĐ-UBND", document.Metadata.About!.Value);
        Assert.Equal("Sơn La", document.Metadata.Province!.Value);
        Assert.Equal(new DateOnly(2017, 6, 15), document.Metadata.Date!.Value);
        Assert.Equal(new Period(2016, 2020), document.Metadata.Period!.Value);
    }

    [Fact]
    public void Only_listed_names_are_provinces()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trên địa bàn tỉnh Không Có" + Body);

        Assert.Null(document.Metadata.Province);
    }

    [Fact]
    public void A_ministry_has_no_province()
    {
        var document = Read.Document("BỘ CÔNG THƯƠNG\n\nSố: 12/KH-BCT\n\nHà Nội, ngày 3 tháng 5 năm 2016\n\nKẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body);

        Assert.Equal("Bộ Công Thương", document.Metadata.Issuer!.Value);
        Assert.Null(document.Metadata.Province);
    }

    [Fact]
    public void The_sentence_on_coming_into_force_is_kept()
    {
        var document = Read.Document("CHỈ THỊ\nVề sản xuất sạch hơn trong công nghiệp" + Body + "\n\nChỉ thị này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2015./.");

        Assert.Equal("Chỉ thị này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2015./.", document.Quote(document.Metadata.InForce!.Span!.Value));
    }

    [Fact]
    public void Each_ground_has_its_sentence()
    {
        var document = Read.Document("""
            KẾ HOẠCH
            Sản xuất sạch hơn trong công nghiệp

            Căn cứ Luật Bảo vệ môi trường ngày 23 tháng 6 năm 2014;
            Căn cứ Quyết định số 1419/QĐ-TTg ngày 07 tháng 9 năm 2009 của Thủ tướng Chính phủ;
            Xét đề nghị của Sở Công Thương tại Tờ trình số 52/TTr-SCT ngày 10 tháng 8 năm 2017,
            """ + Body);

        Assert.Equal(["Luật Bảo vệ môi trường", "Quyết định 1419/QĐ-TTg", "Tờ trình 52/TTr-SCT"], document.Metadata.LegalGrounds.Select(ground => ground.Value));
        Assert.StartsWith("Căn cứ Quyết định", document.Quote(document.Metadata.LegalGrounds[1].Span!.Value), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_document_replaces_or_what_its_body_names_is_no_ground()
    {
        var document = Read.Document("""
            CHỈ THỊ
            Về sản xuất sạch hơn trong công nghiệp

            Để thực hiện Quyết định số 889/QĐ-TTg ngày 24/6/2020 của Thủ tướng Chính phủ, Chủ tịch Ủy ban nhân dân tỉnh chỉ thị:

            Sở Công Thương chủ trì tập huấn theo Kế hoạch số 12/KH-UBND ngày 01/02/2021.

            Chỉ thị này thay thế Chỉ thị số 04/CT-UBND ngày 18/3/2013 của Ủy ban nhân dân tỉnh.
            """);

        Assert.Equal(["Quyết định 889/QĐ-TTg"], document.Metadata.LegalGrounds.Select(ground => ground.Value));
    }

    [Theory]
    [InlineData("Kế hoạch này thay thế Kế hoạch số 74/KH-UBND ngày 22/6/2021.", 0)]
    [InlineData("Quyết định số 74/QĐ-UBND ngày 22/6/2021 hết hiệu lực.", 0)]
    [InlineData("Bãi bỏ Quyết định số 74/QĐ-UBND ngày 22/6/2021.", 0)]
    [InlineData("Căn cứ Nghị định số 74/2021/NĐ-CP thay thế Nghị định của Chính phủ;", 1)]
    public void Words_that_end_another_document_are_told_from_a_ground(string sentence, int grounds)
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp\n\n" + sentence + Body);

        Assert.Equal(grounds, document.Metadata.LegalGrounds.Count);
    }

    [Fact]
    public void Front_matter_overrides_the_text_and_is_no_part_of_it()
    {
        const string Text = "---\nkind: digest\nof: programme\nnumber: 1/QĐ\n---\n\n# Tóm tắt\n\n1. Sở Công Thương chủ trì tổ chức tập huấn cho doanh nghiệp.\n\n2. Sở Tài chính.";
        var given = FrontMatter.From(new Dictionary<string, object?>
        {
            ["kind"] = "digest",
            ["of"] = "programme",
            ["title"] = "Chương trình hành động",
            ["number"] = "86/QĐ-UBND",
            ["date"] = "2013-01-04",
            ["period"] = "-2020",
            ["missing"] = new List<object?> { "Danh mục nhiệm vụ" },
            ["status"] = "secondary",
        });

        var document = Read.Document(Text, given);

        Assert.Equal((SourceKind.Digest, DocumentKind.Programme, "secondary"), (document.Metadata.Source, document.Metadata.Kind, document.Metadata.Status));
        Assert.Equal("86/QĐ-UBND", document.Metadata.Number!.Value);
        Assert.Equal(new Period(null, 2020), document.Metadata.Period!.Value);
        Assert.Equal(["Danh mục nhiệm vụ"], document.MissingAnnexes);
        Assert.Equal(0, document.Noise[0].Start);
        Assert.Equal("kind: digest\nof: programme\nnumber: 1/QĐ\n", FrontMatter.Find(Text)!.Value.Yaml);
        Assert.All(document.Provisions, provision => Assert.True(provision.Span.Start >= document.Noise[0].End));
    }

    [Fact]
    public void A_digest_does_not_rest_on_what_it_tells_of()
    {
        var given = FrontMatter.From(new Dictionary<string, object?> { ["kind"] = "digest", ["of"] = "plan", ["number"] = "50/KH-UBND" });

        var document = Read.Document("Kế hoạch số 50/KH-UBND ngày 14/3/2016 rộng hơn Quyết định số 1419/QĐ-TTg ngày 07/9/2009.\n\n1. Sở Công Thương chủ trì tổ chức tập huấn cho doanh nghiệp.", given);

        Assert.Equal(["Quyết định 1419/QĐ-TTg"], document.Metadata.LegalGrounds.Select(ground => ground.Value));
    }

    [Fact]
    public void News_has_the_period_of_what_it_tells_of()
    {
        var document = Read.Document("Long An triển khai sản xuất sạch hơn đến năm 2027\nThứ tư, 15/02/2023\nUBND tỉnh Long An vừa ban hành Kế hoạch số 21/KH-UBND giai đoạn 2023 - 2027.\nSở Công Thương chủ trì.");

        Assert.Equal(new Period(2023, 2027), document.Metadata.Period!.Value);
    }

    [Theory]
    [InlineData("1. Kế hoạch năm 2019: (Phụ lục đính kèm)", "Phụ lục đính kèm")]
    [InlineData("(Xem Danh mục các nhiệm vụ chủ yếu)", "Danh mục các nhiệm vụ chủ yếu")]
    [InlineData("1. Các việc nêu tại Danh mục công việc ban hành kèm theo Kế hoạch này.", "Danh mục công việc ban hành kèm theo Kế hoạch này")]
    [InlineData("1. Kinh phí phân kỳ tại Phụ lục 02 kèm theo.", "Phụ lục 02")]
    public void An_annex_that_is_named_but_not_there_is_missing(string line, string name)
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body + "\n\n" + line.Replace("1. ", "3. ", StringComparison.Ordinal));

        Assert.Equal([name], document.MissingAnnexes);
        Assert.Contains(document.Warnings, warning => warning.Code == "missing-annex");
    }

    [Fact]
    public void An_annex_that_is_there_is_read()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body + "\n\n3. Kinh phí tại Phụ lục 02.\n\nCHỦ TỊCH\n\nNguyễn Văn An\n\nPHỤ LỤC 02\nKINH PHÍ\n\n1. Năm 2018 là 200 triệu đồng.");

        Assert.Empty(document.MissingAnnexes);
        Assert.Equal("1", Assert.Single(document.Provisions, provision => provision.Parent is { } parent && document.Provisions[parent].Kind == ProvisionKind.Annex).Label);
    }

    [Fact]
    public void A_list_that_is_only_a_title_is_missing()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body + "\n\nDANH MỤC\nCÁC NHIỆM VỤ CHỦ YẾU\n(Kèm theo Quyết định số 86/QĐ-UBND)");

        Assert.Equal(["DANH MỤC CÁC NHIỆM VỤ CHỦ YẾU"], document.MissingAnnexes);
    }

    [Fact]
    public void An_annex_of_another_document_is_not_missed()
    {
        var document = Read.Document("KẾ HOẠCH\nSản xuất sạch hơn trong công nghiệp" + Body + "\n\n3. Theo mẫu tại Phụ lục II ban hành kèm theo Nghị định 30/2020/NĐ-CP.");

        Assert.Empty(document.MissingAnnexes);
    }
}
