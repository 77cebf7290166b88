using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Text;

public sealed class SyllableShapeTests
{
    [Theory]
    [InlineData("a ai an anh ăn âm ba bước cách chương dịch đường em ép êm gà ghế ghi gì gìn già giêng giếng giết gương hoa hoà hoàng hoặc huệ huơ")]
    [InlineData("hươu huyện im khoảng khuya khuyến khuỷu khuỵu kế kẹp kỹ kĩ lý lượng mía mười nghệ nghiêng nghiệp ngoài ngoằn nguyễn người nhiễm nước")]
    [InlineData("oan oách ong ôm pin phương qua quà quả quân quanh quăng quây que quê quốc quy quý quyết quyền quýt quỳnh rượu sẽ soát thuở thuế thuyết")]
    [InlineData("tiếng toàn trách trường tuần tuyết tuýp ưu ướt uống uyển vườn xoong xuất xoè xuề y yêu yến yếu đắk lắk")]
    public void Accepts_syllables(string words)
    {
        Assert.All(words.Split(' '), static word =>
        {
            Assert.True(SyllableShape.IsSyllable(VietnameseText.Normalize(word)), word);
            Assert.True(SyllableShape.CanStandForSyllable(VietnameseText.Fold(word)), word);
        });
    }

    [Theory]
    [InlineData("as has is cos results office sox what which agency cleaner plan industrial kcn sxsh ubnd bw ff qa geo nge cê ci ky2 sãch xuằt")]
    [InlineData("nghieeng duongw 86 co2 xuấc tiêng1 hơnn gươ")]
    public void Refuses_what_is_no_syllable(string words)
    {
        Assert.All(words.Split(' '), static word => Assert.False(SyllableShape.IsSyllable(word), word));
    }

    [Theory]
    [InlineData("đuong", true)]
    [InlineData("duong", true)]
    [InlineData("thuat", true)]
    [InlineData("xuât", true)]
    [InlineData("xuăt", false)]
    [InlineData("sãch", false)]
    [InlineData("office", false)]
    public void Tells_what_can_stand_for_a_syllable(string term, bool expected)
    {
        Assert.Equal(expected, SyllableShape.CanStandForSyllable(term));
    }

    [Fact]
    public void Never_throws() => RandomText.Holds(static text =>
        !SyllableShape.IsSyllable(text) || SyllableShape.CanStandForSyllable(text));
}
