using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge.Facts;

public class TargetTests
{
    private const string Plan = "KẾ HOẠCH\nÁp dụng sản xuất sạch hơn giai đoạn 2021 - 2025\ntrên địa bàn tỉnh Hà Nam\n\nI. MỤC TIÊU\n\n1. Đến năm 2025\n\n";

    private const string Report = "BÁO CÁO\nKết quả áp dụng sản xuất sạch hơn trên địa bàn tỉnh Hà Nam\n\nI. KẾT QUẢ\n\n";

    [Theory]
    [InlineData("25% cơ sở áp dụng ít nhất một giải pháp, mức tiêu hao năng lượng giảm từ 4 - 7%.", "adoption | 25 %", "saving | 4-7 %")]
    [InlineData("55% cơ sở nhận thức được lợi ích của sản xuất sạch hơn, 20% cơ sở áp dụng.", "awareness | 55 %", "adoption | 20 %")]
    [InlineData("Tiết kiệm 18% nước và 7,4% nguyên liệu.", "saving | 18 %", "saving | 7,4 %")]
    [InlineData("Đánh giá nhanh cho 12 cơ sở, đánh giá chi tiết cho 04 cơ sở.", "rapid-assessment | 12 cơ sở", "detailed-assessment | 04 cơ sở")]
    [InlineData("Tổ chức 24 lớp tập huấn cho 1.135 lượt người.", "courses | 24 lớp tập huấn", "trained-people | 1.135 lượt người")]
    public void Each_figure_has_its_own_clause(string sentence, params string[] figures) =>
        Assert.Equal(figures, ReadFacts.Figures(Plan + "a) " + sentence + "\n").Select(figure => string.Join(" | ", figure.Split(" | ").Take(2))));

    [Theory]
    [InlineData("90% cơ sở công nghiệp hiểu được lợi ích của việc áp dụng sản xuất sạch hơn.", "awareness")]
    [InlineData("Có 64 doanh nghiệp áp dụng sản xuất sạch hơn.", "adoption")]
    [InlineData("70% Sở Công Thương có người chuyên trách hướng dẫn áp dụng sản xuất sạch hơn.", "specialised-staff")]
    public void A_figure_measures_what_its_words_say(string sentence, string indicator) =>
        Assert.Equal([indicator], ReadFacts.Figures(Plan + "a) " + sentence + "\n").Select(figure => figure.Split(" | ")[0]));

    [Fact]
    public void A_provision_may_begin_with_its_figure() =>
        Assert.Equal(
            ["I›1.1", "I›1.2"],
            ReadFacts.Of<Target>("KẾ HOẠCH\nÁp dụng sản xuất sạch hơn trên địa bàn tỉnh Hà Nam\n\nI. MỤC TIÊU ĐẾN NĂM 2030\n\n1.1. Có 50% cơ sở áp dụng sản xuất sạch hơn.\n\n1.2. 60% doanh nghiệp có bộ phận chuyên trách.\n")
                .Select(target => string.Join('›', target.Document.PathTo(target.Provision).Select(node => node.Label).Where(label => label.Length > 0))));

    [Fact]
    public void Figures_of_a_task_that_measure_nothing_are_no_targets() =>
        Assert.Empty(ReadFacts.Figures(Plan + "II. TỔ CHỨC THỰC HIỆN\n\n1. Các doanh nghiệp bố trí ít nhất 01 cán bộ phụ trách.\n"));

    [Fact]
    public void A_line_before_the_first_items_gives_them_its_year() =>
        Assert.Equal(
            ["awareness | 90 % | -2020 | Target"],
            ReadFacts.Figures("Sơn La: Hướng tới sản xuất sạch hơn\nThứ sáu, 09/06/2017\n\nUBND tỉnh Sơn La vừa ban hành kế hoạch về sản xuất sạch hơn trong công nghiệp của tỉnh.\n\nMục tiêu cụ thể đến năm 2020:\n\n- 90% cơ sở công nghiệp nhận thức được lợi ích của sản xuất sạch hơn.\n"));

    [Fact]
    public void What_had_been_planned_is_a_target_beside_the_result() =>
        Assert.Equal(
            ["adoption | 17 % | - | Result", "adoption | 25 % | - | Target"],
            ReadFacts.Figures(Report + "1. Tỷ lệ cơ sở áp dụng sản xuất sạch hơn đạt 17% (Kế hoạch giao 25%).\n"));

    [Fact]
    public void Figures_in_turn_follow_the_ones_before() =>
        Assert.Equal(
            ["awareness", "adoption", "awareness", "adoption"],
            ReadFacts.Figures(Plan + "a) Có 55% cơ sở nhận thức được lợi ích, 20% cơ sở áp dụng; đến năm 2030, các tỷ lệ này lần lượt là 80% và 38%.\n").Select(figure => figure.Split(" | ")[0]));

    [Fact]
    public void A_year_that_is_compared_with_is_no_period() =>
        Assert.Equal(["saving | 8-12 % | -2025 | Target"], ReadFacts.Figures(Plan + "a) Lượng nước dùng cho một tấn sản phẩm giảm 8 - 12% so với năm 2020.\n"));

    [Fact]
    public void What_is_paid_to_those_who_take_part_is_no_target() =>
        Assert.Empty(ReadFacts.Figures(Plan + "a) Hỗ trợ 70% chi phí thuê tư vấn, tối đa 80 triệu đồng cho một cơ sở.\n"));
}
