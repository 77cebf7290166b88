using System.Text;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Knowledge;

public class TextHealthTests
{
    private const string Plan = """
        KẾ HOẠCH
        Sản xuất sạch hơn trong công nghiệp tỉnh Lạng Sơn

        1. Sở Công Thương chủ trì, phối hợp với các sở, ngành tổ chức tập huấn cho các cơ sở sản xuất công nghiệp.

        2. Sở Tài chính cân đối, bố trí kinh phí thực hiện các nhiệm vụ được giao theo quy định của pháp luật.

        3. Các cơ sở sản xuất tích cực tham gia các chương trình đào tạo, áp dụng các giải pháp tiết kiệm năng lượng.
        """;

    [Fact]
    public void A_sound_text_has_no_flaw() => Assert.Empty(TextHealth.Check(Plan));

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("1.")]
    public void Nothing_to_read_is_refused(string text) => Assert.Equal("empty", Read.Refused(text).Reason);

    [Fact]
    public void A_text_without_marks_is_refused() => Assert.Equal("lost-marks", Read.Refused(VietnameseText.Fold(Plan)).Reason);

    [Fact]
    public void A_passage_without_marks_is_told_with_its_line()
    {
        var lost = VietnameseText.Fold(string.Join('\n', Plan.Split('\n').Skip(3).Take(4)));

        var warning = Assert.Single(Read.Document(Plan + "\n" + Plan.Replace("3.", "4.", StringComparison.Ordinal) + "\n" + Plan + "\n\n" + lost).Warnings, warning => warning.Code == "lost-marks");

        Assert.Contains("dòng", warning.Message, StringComparison.Ordinal);
        Assert.NotNull(warning.Span);
    }

    [Fact]
    public void Utf8_read_as_Latin1_is_refused()
    {
        var garbled = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Plan));

        Assert.Equal("mojibake", Read.Refused(garbled).Reason);
    }

    [Fact]
    public void An_old_font_is_refused()
    {
        var text = string.Concat(Enumerable.Repeat("Céng hßa x· héi chñ nghÜa ViÖt Nam, ®Èy m¹nh s¶n xuÊt s¹ch h¬n trong c«ng nghiÖp vµ b¶o vÖ m«i tr­êng. ", 4));

        Assert.IsType<ParseResult.Refused>(DocumentParser.Parse("x.txt", text, Read.Provinces));
    }

    [Fact]
    public void Bad_recognition_is_refused_with_the_worst_line()
    {
        var refused = Read.Refused("""
            KÉ HOẠCH
            Phổ biến sản xuất sạch hơn

            l. Mục tìêu đến hết năm 2019: ít nhât 4O% cơ sở gạch nung thay lò đứng; mức than gỉảm tù 5 đên 9 %.

            2. Sở Công Thương chù tri, phôi họp với Sở Xây dựng; chủ cơ sở ghi sổ luợng thạn trước ngày l0 thảng I2.
            """);

        Assert.Equal("ocr-noise", refused.Reason);
        Assert.NotNull(refused.Place);
    }

    [Fact]
    public void Lost_letters_are_refused() => Assert.Equal("replacement-characters", Read.Refused(Plan.Replace('ấ', '\uFFFD')).Reason);

    [Fact]
    public void Control_characters_are_refused() => Assert.Equal("control-characters", Read.Refused(Plan.Replace(' ', '\u0001')).Reason);

    [Fact]
    public void Another_language_is_refused() => Assert.Equal("not-vietnamese", Read.Refused(
        "Cleaner production is a preventive strategy applied to processes, products and services. This leaflet describes good housekeeping in small workshops.").Reason);

    [Fact]
    public void Loan_words_are_no_flaw() => Assert.Empty(TextHealth.Check(Plan + "\n4. Website, logo, carbon, dioxide và CO2, QH13, 07b được nêu trong kế hoạch."));
}
