using System.Text.RegularExpressions;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

public partial class AnchorTests
{
    private const string Plan = """
        ỦY BAN NHÂN DÂN

        I. MỤC TIÊU

        Phấn đấu áp dụng sản xuất sạch hơn trong công nghiệp.

        II. TỔ CHỨC THỰC HIỆN

        1. Sở Công Thương

        d) Chủ trì tổ chức thực hiện kế hoạch này.

        đ) Hằng năm báo cáo Ủy ban nhân dân tỉnh:

        - Kết quả thực hiện của các cơ sở;

        - Khó khăn của các cơ sở.

        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        """;

    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN", "dau1")]
    [InlineData("I. MỤC TIÊU", "i")]
    [InlineData("Phấn đấu", "i-doan1")]
    [InlineData("1. Sở Công Thương", "ii-1")]
    [InlineData("d) Chủ trì", "ii-1-d")]
    [InlineData("đ) Hằng năm", "ii-1-dd")]
    [InlineData("- Khó khăn", "ii-1-dd-y2")]
    [InlineData("TM. ỦY BAN", "ky1")]
    public void Follow_the_numbering(string beginning, string anchor)
    {
        var document = Read.Document(Plan);

        Assert.Equal(anchor, document.Anchors()[Read.Node(document, beginning).Index]);
    }

    [Fact]
    public void Stay_when_the_words_change() =>
        Assert.Equal(Read.Document(Plan).Anchors(), Read.Document(Plan.Replace("thực hiện", "triển khai", StringComparison.Ordinal)).Anchors());

    [Fact]
    public void Are_unique_and_fit_for_an_address() => ParserProperties.Check(document =>
    {
        var anchors = document.Anchors();

        Assert.Equal(document.Provisions.Count, anchors.Count);
        Assert.Equal(anchors.Count, anchors.Distinct().Count());
        Assert.All(anchors, anchor => Assert.Matches(Name(), anchor));
    });

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,99}$")]
    private static partial Regex Name();
}
