using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge.Facts;

/// <summary>Money, industries and reports.</summary>
public class OtherFactTests
{
    private const string Plan = "KẾ HOẠCH\nÁp dụng sản xuất sạch hơn giai đoạn 2021 - 2025\ntrên địa bàn tỉnh Hà Nam\n\n";

    [Fact]
    public void Each_source_has_its_own_sum() => Assert.Equal(
        ["Tổng kinh phí 18,6 tỷ", "ngân sách tỉnh 12,1 tỷ", "vốn của doanh nghiệp 6,5 tỷ"],
        ReadFacts.Of<FundingSource>(Plan + "I. KINH PHÍ\n\n1. Tổng kinh phí là 18,6 tỷ đồng; trong đó ngân sách tỉnh 12,1 tỷ đồng, vốn của doanh nghiệp 6,5 tỷ đồng.\n")
            .Select(source => $"{source.Source} {source.Amount?.Digits}"));

    [Theory]
    [InlineData("1. Ưu tiên các ngành chế biến đá trắng, sản xuất bia và sản xuất xi măng lò quay.\n", "chế biến đá trắng", "sản xuất bia", "sản xuất xi măng lò quay")]
    [InlineData("1. Ưu tiên các ngành: chế biến nứa, luồng; sản xuất xi măng.\n", "chế biến nứa, luồng", "sản xuất xi măng")]
    [InlineData("1. Ngành ưu tiên\n\na) Giai đoạn 2021 - 2025: sản xuất muối, chế biến thủy sản;\n", "sản xuất muối", "chế biến thủy sản")]
    [InlineData("1. Biên soạn sổ tay kỹ thuật cho từng ngành ưu tiên của tỉnh.\n")]
    public void Lists_industries(string item, params string[] names) =>
        Assert.Equal(names, ReadFacts.Of<PriorityIndustry>(Plan + "I. NHIỆM VỤ\n\n" + item).Select(industry => industry.Name));

    [Fact]
    public void Each_part_has_its_own_report() => Assert.Equal(
        ["Sở Công Thương → Ủy ban nhân dân tỉnh: mỗi quý một lần", "doanh nghiệp → Sở Công Thương: trước ngày 30 tháng 11 hằng năm"],
        ReadFacts.Of<ReportingDuty>(Plan + "I. CHẾ ĐỘ BÁO CÁO\n\n1. Sở Công Thương báo cáo Ủy ban nhân dân tỉnh mỗi quý một lần; doanh nghiệp gửi số liệu về Sở Công Thương trước ngày 30 tháng 11 hằng năm, nếu có.\n")
            .Select(duty => $"{string.Join(", ", duty.From.Select(agency => agency.Name))} → {string.Join(", ", duty.To.Select(agency => agency.Name))}: {duty.Frequency}"));

    [Fact]
    public void What_a_report_tells_is_no_duty() =>
        Assert.Empty(ReadFacts.Of<ReportingDuty>(Plan + "I. TÌNH HÌNH\n\nTheo báo cáo của Sở Công Thương, đến nay các cơ sở đã áp dụng nhiều giải pháp.\n"));
}
