using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

public class DigestRuleTests
{
    [Theory]
    [InlineData("50/KH-UBND", "50 / kh-ubnd")]
    [InlineData("86/QĐ-UBND", "86/QD-UBND")]
    public void One_number_makes_one_document(string one, string other) =>
        Assert.True(DigestRule.IsSame(Some("Tóm tắt kế hoạch", one), Some("Kế hoạch hoàn toàn khác tên", other)));

    [Fact]
    public void Numbers_begin_again_in_each_year() =>
        Assert.False(DigestRule.IsSame(
            Some("Kế hoạch sản xuất sạch hơn", "50/KH-UBND", date: new DateOnly(2016, 3, 14)),
            Some("Kế hoạch sản xuất sạch hơn", "50/KH-UBND", date: new DateOnly(2018, 3, 14))));

    [Fact]
    public void Numbers_begin_again_in_each_province() =>
        Assert.False(DigestRule.IsSame(Some("Kế hoạch", "50/KH-UBND", "Đồng Tháp"), Some("Kế hoạch", "50/KH-UBND", "Long An")));

    [Fact]
    public void A_national_text_is_no_province_s() =>
        Assert.False(DigestRule.IsSame(Some("Kế hoạch", "50/KH-UBND", null), Some("Kế hoạch", "50/KH-UBND", "Long An")));

    [Fact]
    public void Without_a_number_kind_and_date_decide() =>
        Assert.True(DigestRule.IsSame(Some("Tin một", date: new DateOnly(2017, 6, 9)), Some("Bài hai", date: new DateOnly(2017, 6, 9))));

    [Fact]
    public void Without_number_and_date_the_subject_decides() =>
        Assert.True(DigestRule.IsSame(
            Some("Chỉ thị về thực hiện Chiến lược sản xuất sạch hơn đến năm 2020"),
            Some("CHỈ THỊ Về việc tổ chức thực hiện Chiến lược sản xuất sạch hơn đến năm 2020 của tỉnh")));

    [Fact]
    public void Other_years_make_another_document() =>
        Assert.False(DigestRule.IsSame(
            Some("Kế hoạch sản xuất sạch hơn trong công nghiệp giai đoạn 2016 - 2020"),
            Some("Kế hoạch sản xuất sạch hơn trong công nghiệp giai đoạn 2021 - 2025")));

    [Fact]
    public void Another_kind_makes_another_document() =>
        Assert.False(DigestRule.IsSame(
            Some("Thực hiện Chiến lược sản xuất sạch hơn trong công nghiệp"),
            Some("Thực hiện Chiến lược sản xuất sạch hơn trong công nghiệp", kind: DocumentKind.Report)));

    [Fact]
    public void A_digest_steps_back_and_nothing_else_does()
    {
        var digest = Document("tom-tat.md", Some("Tóm tắt", "50/KH-UBND") with { Source = SourceKind.Digest });
        var other = Document("tom-tat-khac.md", Some("Tóm tắt", "51/KH-UBND") with { Source = SourceKind.Digest });
        var original = Document("goc.txt", Some("Kế hoạch", "50/KH-UBND"));

        var used = DigestRule.InUse([digest, other, original]);

        Assert.Equal([other, original], used);
    }

    private static DocumentMetadata Some(string title, string? number = null, string? province = "Bến Tre", DateOnly? date = null, DocumentKind kind = DocumentKind.Directive) => new()
    {
        Title = title,
        Kind = kind,
        Source = SourceKind.Original,
        Number = number is null ? null : new Extracted<string>(number, null),
        Province = province is null ? null : new Extracted<string>(province, null),
        Date = date is null ? null : new Extracted<DateOnly>(date.Value, null),
    };

    private static Document Document(string file, DocumentMetadata metadata) => new()
    {
        Id = file,
        File = file,
        Text = "",
        Metadata = metadata,
        Provisions = [],
        Noise = [],
        MissingAnnexes = [],
        Warnings = [],
    };
}
