using CpAssistant.Exports.Report;
using CpAssistant.Figures;

namespace CpAssistant.Tests.Exports.Report;

public sealed class ReportContentTests
{
    [Fact]
    public void The_sections_stand_in_their_order()
    {
        Assert.Equal(
            ["Tình hình chung", "Kết quả tiếp nhận và trả lời", "Phiếu hỏi gửi Văn phòng", "Những câu hỏi văn bản chưa trả lời được", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị"],
            ReportContent.Of(SampleFigures.Material(SampleFigures.Full())).OfType<ReportBlock.Heading>().Where(heading => heading.Level == 1).Select(heading => heading.Text));
    }

    [Fact]
    public void The_overview_says_what_the_figures_say()
    {
        var text = Text(SampleFigures.Material(SampleFigures.Full(), before: SampleFigures.Before(1097)));

        Assert.Contains("từ ngày 01/01/2026 đến hết ngày 30/06/2026", text, StringComparison.Ordinal);
        Assert.Contains("tiếp nhận 1.234 lượt hỏi, tăng 137 lượt (12,5%) so với 6 tháng cuối năm 2025 (1.097 lượt)", text, StringComparison.Ordinal);
        Assert.Contains("Trả lời được: 900 lượt (72,9%)", text, StringComparison.Ordinal);
        Assert.Contains("Người hỏi đánh giá 95 lượt, trong đó 80 lượt hữu ích (84,2%), 15 lượt chưa hữu ích", text, StringComparison.Ordinal);
        Assert.Contains("Tháng có nhiều lượt hỏi nhất: tháng 3/2026 (400 lượt)", text, StringComparison.Ordinal);
        Assert.Contains("Long An (400 lượt), Bến Tre (200 lượt), Đồng Tháp (150 lượt)", text, StringComparison.Ordinal);
        Assert.Contains("tiếp nhận 45 phiếu hỏi; đã trả lời 40 phiếu (88,9%); 3 phiếu quá hạn (6,7%)", text, StringComparison.Ordinal);
        Assert.Contains("(trung vị): 1 ngày 5 giờ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1234, "lượt hỏi, bằng 6 tháng cuối năm 2025")]
    [InlineData(2468, "lượt hỏi, giảm 1.234 lượt (50%) so với 6 tháng cuối năm 2025 (2.468 lượt)")]
    [InlineData(0, "Chưa có dữ liệu của 6 tháng cuối năm 2025 để so sánh")]
    public void The_period_before_is_compared_where_there_is_one(long before, string words) =>
        Assert.Contains(words, Text(SampleFigures.Material(SampleFigures.Full(), before: SampleFigures.Before(before))), StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_happened_it_says_so_and_no_more()
    {
        var blocks = ReportContent.Of(SampleFigures.Material(SampleFigures.Empty(), open: []));
        var text = Text(blocks);

        Assert.Empty(blocks.OfType<ReportBlock.Table>());
        Assert.Contains("không phát sinh lượt hỏi", text, StringComparison.Ordinal);
        Assert.Contains("không phát sinh phiếu hỏi gửi Văn phòng", text, StringComparison.Ordinal);
        Assert.Contains("không phát sinh câu hỏi nào mà văn bản chưa trả lời được", text, StringComparison.Ordinal);
        Assert.DoesNotContain("%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_it_says_so()
    {
        var text = Text(SampleFigures.Material(SampleFigures.Full() with { Turns = new TurnFigures(5, 5, 0, 0, 0, 0, 0, 0), Enquiries = new EnquiryFigures(2, 0, 0, null) }));

        Assert.Contains("Chưa có dữ liệu.", text, StringComparison.Ordinal);
        Assert.Contains("Chưa có dữ liệu đánh giá của người hỏi", text, StringComparison.Ordinal);
        Assert.Contains("Chưa có dữ liệu về thời gian trả lời", text, StringComparison.Ordinal);
        Assert.Contains("không có phiếu nào quá hạn", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_without_turns_have_their_row_and_the_last_row_sums_up()
    {
        var months = Table("Lượt hỏi theo tháng");

        Assert.Equal(["1/2026", "2/2026", "3/2026", "4/2026", "5/2026", "6/2026", "Tổng số"], months.Rows.Select(row => row[0]));
        Assert.Equal(["4/2026", "0", "0", "0", "0", "0", "0", "–"], months.Rows[3]);
        Assert.Equal(["Tổng số", "1.234", "900", "100", "87", "50", "97", "72,9%"], months.Rows[^1]);
        Assert.True(months.HasTotal);
    }

    [Fact]
    public void Months_that_have_not_begun_have_none()
    {
        var material = SampleFigures.Material(SampleFigures.Full()) with { Today = new DateOnly(2026, 3, 31) };

        Assert.Equal(["1/2026", "2/2026", "3/2026", "Tổng số"], Table("Lượt hỏi theo tháng", material).Rows.Select(row => row[0]));
        Assert.Contains("Kỳ báo cáo chưa kết thúc; số liệu được lấy ngày 31/03/2026", Text(material), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reporting_calendar_names_its_days_and_its_rule()
    {
        var material = SampleFigures.Material(SampleFigures.Full(new FigureQuery(SampleFigures.HalfYear with { Calendar = PeriodCalendar.Reporting })));

        Assert.Contains("từ ngày 15/12/2025 đến hết ngày 14/06/2026. Thời gian chốt số liệu theo Điều 12 Nghị định số 09/2019/NĐ-CP.", Text(material), StringComparison.Ordinal);
        Assert.Equal("1/2026 (15/12–14/01)", Table("Lượt hỏi theo tháng", material).Rows[0][0]);
    }

    [Fact]
    public void Stored_names_become_those_that_people_read()
    {
        Assert.Equal(["Trang hỏi đáp", "Telegram", "Trang web khác", "Tổng số"], Table("Lượt hỏi theo kênh").Rows.Select(row => row[0]));
        Assert.Equal(["Mục tiêu, chỉ tiêu", "Cơ quan chủ trì", "Câu hỏi khác", "Chào hỏi", "Tổng số"], Table("Lượt hỏi theo loại câu hỏi").Rows.Select(row => row[0]));
        Assert.Equal(["Long An", "Bến Tre", "Đồng Tháp", "An Giang", "Không nêu tỉnh"], Table("Lượt hỏi theo tỉnh, thành phố").Rows.Select(row => row[0]));
        Assert.False(Table("Lượt hỏi theo tỉnh, thành phố").HasTotal);
        Assert.Equal(["sản xuất bia", "12", "12", "0", "20 giờ"], Table("Phiếu hỏi theo ngành sản xuất").Rows[0]);
        Assert.Equal(["1", "Chương trình sản xuất sạch hơn trong công nghiệp tỉnh Long An (số 86/QĐ-UBND)", "VI. TỔ CHỨC THỰC HIỆN › 9", "1.250"], Table("Quy định được hỏi nhiều nhất").Rows[0]);
    }

    [Fact]
    public void Provinces_are_compared_by_shares_only_where_there_is_enough_to_compare()
    {
        // An Giang has all of its 9 turns not found.
        Assert.Contains(
            "(trong số nơi có từ 10 lượt hỏi trở lên): Bến Tre 20% (40/200 lượt); Long An 5% (20/400 lượt); Đồng Tháp 2% (3/150 lượt).",
            Text(SampleFigures.Material(SampleFigures.Full())),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_on_one_province_does_not_compare_it_with_itself()
    {
        var material = SampleFigures.Material(SampleFigures.Full(new FigureQuery(SampleFigures.HalfYear, "Long An")));

        Assert.DoesNotContain(ReportContent.Of(material).OfType<ReportBlock.Table>(), table => table.Caption.Contains("tỉnh", StringComparison.Ordinal));
        Assert.Contains(", phần liên quan đến Long An.", Text(material), StringComparison.Ordinal);
        Assert.DoesNotContain("tỷ lệ không tìm thấy cao nhất", Text(material), StringComparison.Ordinal);
        Assert.EndsWith("6 tháng đầu năm 2026 liên quan đến Long An", ReportContent.Subject(material.Figures.Query), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_questions_are_listed_the_most_asked_first_and_the_rest_is_counted()
    {
        var open = Enumerable.Range(1, 60).Select(i => SampleFigures.Question($"câu {i}", i, i == 60 ? "Long An" : null)).ToList();
        var material = SampleFigures.Material(SampleFigures.Full(), open);

        var table = Table("Những câu hỏi văn bản chưa trả lời được", material);
        Assert.Equal(50, table.Rows.Count);
        Assert.Equal(["1", "câu 60", "Long An", "60", "05/01/2026", "28/06/2026"], table.Rows[0]);
        Assert.Contains("Có 60 câu hỏi mà văn bản hiện có chưa trả lời được, được hỏi tất cả 1.830 lần. Bảng dưới đây nêu 50 câu", Text(material), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_person_can_know_is_left_open()
    {
        var hints = ReportContent.Of(SampleFigures.Material(SampleFigures.Empty())).OfType<ReportBlock.Hint>().Select(hint => hint.Text);

        Assert.Equal(["Người soạn thảo bổ sung khó khăn, vướng mắc khác và nguyên nhân.", "Người soạn thảo nêu đề xuất, kiến nghị."], hints);
    }

    [Theory]
    [InlineData(1234567, "1.234.567")]
    [InlineData(999, "999")]
    [InlineData(0, "0")]
    public void Numbers_are_written_the_Vietnamese_way(long number, string text) => Assert.Equal(text, ReportText.Number(number));

    [Theory]
    [InlineData(0.125, "12,5%")]
    [InlineData(1, "100%")]
    [InlineData(0.3333, "33,3%")]
    [InlineData(12.5, "1.250%")]
    public void Shares_too(double share, string text) => Assert.Equal(text, ReportText.Percent(share));

    [Theory]
    [InlineData(0, "dưới 1 phút")]
    [InlineData(35, "35 phút")]
    [InlineData(60, "1 giờ")]
    [InlineData(95, "1 giờ 35 phút")]
    [InlineData(1440, "1 ngày")]
    [InlineData(3100, "2 ngày 3 giờ")]
    public void Durations_too(int minutes, string text) => Assert.Equal(text, ReportText.Duration(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(PeriodLength.HalfYear, 1, "bao-cao-6-thang-dau-nam-2026.docx", "6 tháng cuối năm 2025")]
    [InlineData(PeriodLength.HalfYear, 2, "bao-cao-6-thang-cuoi-nam-2026.docx", "6 tháng đầu năm 2026")]
    [InlineData(PeriodLength.Year, 1, "bao-cao-nam-2026.docx", "năm 2025")]
    [InlineData(PeriodLength.Quarter, 1, "bao-cao-qui-i-nam-2026.docx", "quý IV năm 2025")]
    public void Periods_have_names_and_know_the_one_before(PeriodLength length, int number, string file, string before)
    {
        var period = new FigurePeriod(PeriodCalendar.Months, length, 2026, number);

        Assert.Equal(file, ReportPeriodText.FileName(period, null));
        Assert.Equal(before, ReportPeriodText.Of(period.Shift(-1)));
        Assert.Equal(period.From, period.Shift(-1).To.AddDays(1));
    }

    private static ReportBlock.Table Table(string caption, ReportMaterial? material = null) =>
        ReportContent.Of(material ?? SampleFigures.Material(SampleFigures.Full())).OfType<ReportBlock.Table>().Single(table => table.Caption == caption);

    private static string Text(ReportMaterial material) => Text(ReportContent.Of(material));

    private static string Text(IEnumerable<ReportBlock> blocks) => string.Join('\n', blocks.Select(block => block switch
    {
        ReportBlock.Heading heading => heading.Text,
        ReportBlock.Paragraph paragraph => paragraph.Text,
        ReportBlock.Item item => item.Text,
        ReportBlock.Hint hint => hint.Text,
        _ => "",
    }));
}
