using CpAssistant.Figures;
using CpAssistant.Pages.Console;

namespace CpAssistant.Exports.Report;

/// <summary>What a report says. Every sentence stands on the figures it is given; what only a person can know is left open as a hint.</summary>
public static class ReportContent
{
    /// <summary>Provinces with fewer turns are not compared by shares.</summary>
    internal const int LeastTurnsToCompare = 10;

    private const int MostProvincesNamed = 3;
    private const int MostOpenQuestions = 50;
    private const int MostCited = 20;

    /// <summary>What stands under "BÁO CÁO".</summary>
    public static string Subject(FigureQuery query) =>
        $"Kết quả hỏi đáp văn bản về sản xuất sạch hơn trong công nghiệp {ReportPeriodText.Of(query.Period)}{(query.Province is { } province ? $" liên quan đến {province}" : "")}";

    public static IReadOnlyList<ReportBlock> Of(ReportMaterial material) =>
    [
        new ReportBlock.Heading(1, "Tình hình chung"),
        .. Overview(material),
        new ReportBlock.Heading(1, "Kết quả tiếp nhận và trả lời"),
        .. Results(material),
        new ReportBlock.Heading(1, "Phiếu hỏi gửi Văn phòng"),
        .. Enquiries(material),
        new ReportBlock.Heading(1, "Những câu hỏi văn bản chưa trả lời được"),
        .. OpenQuestions(material),
        new ReportBlock.Heading(1, "Khó khăn, vướng mắc"),
        .. Difficulties(material.Figures),
        new ReportBlock.Heading(1, "Đề xuất, kiến nghị"),
        .. Proposals(material),
    ];

    private static IEnumerable<ReportBlock> Overview(ReportMaterial material)
    {
        var (figures, period) = (material.Figures, material.Figures.Query.Period);
        var scope = figures.Query.Province is { } province ? $", phần liên quan đến {province}" : "";
        var basis = period.Calendar == PeriodCalendar.Reporting ? " Thời gian chốt số liệu theo Điều 12 Nghị định số 09/2019/NĐ-CP." : "";
        var taken = period.To >= material.Today ? $" Kỳ báo cáo chưa kết thúc; số liệu được lấy ngày {ReportText.Day(material.Today)}." : "";
        yield return new ReportBlock.Paragraph(
            $"Số liệu dưới đây là của hệ thống hỏi đáp văn bản về sản xuất sạch hơn trong công nghiệp, từ ngày {ReportText.Day(period.From)} đến hết ngày {ReportText.Day(period.To)}{scope}.{basis}{taken}");
        var turns = figures.Turns;
        if (turns.Turns == 0)
        {
            yield return new ReportBlock.Paragraph("Trong kỳ không phát sinh lượt hỏi.");
        }
        else
        {
            yield return new ReportBlock.Paragraph($"Trong kỳ, hệ thống tiếp nhận {ReportText.Number(turns.Turns)} lượt hỏi{Compared(turns.Turns, material)}. Trong đó:");
            foreach (var (count, name) in Outcomes(turns).Where(outcome => outcome.Count > 0))
            {
                yield return new ReportBlock.Item($"{name}: {ReportText.Number(count)} lượt ({ReportText.Share(count, turns.Turns)}).");
            }

            if (figures.ByOffice > 0)
            {
                yield return new ReportBlock.Paragraph($"Trong số trả lời được có {ReportText.Number(figures.ByOffice)} lượt trả lời bằng nội dung do Văn phòng soạn và duyệt.");
            }

            yield return new ReportBlock.Paragraph(turns.Satisfaction is { } satisfaction
                ? $"Người hỏi đánh giá {ReportText.Number(turns.Helpful + turns.Unhelpful)} lượt, trong đó {ReportText.Number(turns.Helpful)} lượt hữu ích ({ReportText.Percent(satisfaction)}), {ReportText.Number(turns.Unhelpful)} lượt chưa hữu ích."
                : "Chưa có dữ liệu đánh giá của người hỏi.");
            foreach (var sentence in MostAsked(figures))
            {
                yield return new ReportBlock.Paragraph(sentence);
            }
        }

        if (material.Before is null or { Turns.Turns: 0 })
        {
            yield return new ReportBlock.Paragraph($"Chưa có dữ liệu của {ReportPeriodText.Of(period.Shift(-1))} để so sánh.");
        }
    }

    private static IEnumerable<(long Count, string Name)> Outcomes(TurnFigures turns) =>
    [
        (turns.Answered, "Trả lời được"), (turns.AskedBack, "Hỏi lại để làm rõ"), (turns.NotFound, "Không tìm thấy nội dung trong văn bản"),
        (turns.HandedOver, "Chuyển Văn phòng"), (turns.SmallTalk, "Chào hỏi, cảm ơn, hỏi cách sử dụng"),
    ];

    private static string Compared(long turns, ReportMaterial material)
    {
        if (material.Before is not { Turns.Turns: > 0 and var before } figures)
        {
            return "";
        }

        var (name, difference) = (ReportPeriodText.Of(figures.Query.Period), turns - before);
        return difference == 0
            ? $", bằng {name}"
            : $", {(difference > 0 ? "tăng" : "giảm")} {ReportText.Number(Math.Abs(difference))} lượt ({ReportText.Percent((double)Math.Abs(difference) / before)}) so với {name} ({ReportText.Number(before)} lượt)";
    }

    private static IEnumerable<string> MostAsked(Figures.Figures figures)
    {
        var most = figures.ByMonth.Select(row => row.Turns.Turns).DefaultIfEmpty().Max();
        if (figures.ByMonth.Count(row => row.Turns.Turns > 0) > 1)
        {
            yield return $"Tháng có nhiều lượt hỏi nhất: {string.Join(", ", figures.ByMonth.Where(row => row.Turns.Turns == most).Select(row => ReportTables.Month(row.Key)))} ({ReportText.Number(most)} lượt).";
        }

        var provinces = figures.Query.Province is null ? figures.ByProvince.Where(row => row.Key.Length > 0 && row.Turns.Turns > 0).OrderByDescending(row => row.Turns.Turns).ToList() : [];
        if (provinces.Count > 0)
        {
            yield return $"Tỉnh, thành phố được nêu nhiều nhất trong lượt hỏi: {string.Join(", ", provinces.Take(MostProvincesNamed).Select(row => $"{row.Key} ({ReportText.Number(row.Turns.Turns)} lượt)"))}.";
        }
    }

    private static IEnumerable<ReportBlock> Results(ReportMaterial material)
    {
        var figures = material.Figures;
        return
        [
            .. Part("Theo tháng", ReportTables.Turns("Lượt hỏi theo tháng", "Tháng", ReportTables.Months(figures, material.Today), figures.Turns)),
            .. Part("Theo kênh", ReportTables.Turns("Lượt hỏi theo kênh", "Kênh", ReportTables.Named(figures.ByChannel, key => TurnText.Channels.NameOf(key).Vietnamese), figures.Turns)),
            // Of one province it would say the same again.
            .. figures.Query.Province is not null ? [] : Part("Theo tỉnh, thành phố", ReportTables.Turns(
                "Lượt hỏi theo tỉnh, thành phố", "Tỉnh, thành phố", ReportTables.Named(figures.ByProvince, key => key, "Không nêu tỉnh"), total: null, "Lượt hỏi nêu nhiều tỉnh được tính cho từng tỉnh, nên bảng không có dòng tổng.")),
            .. Part("Theo ngành sản xuất", ReportTables.Enquiries("Phiếu hỏi theo ngành sản xuất", "Ngành", ReportTables.Named(figures.ByIndustry, key => key, "Không nêu ngành"), "Chỉ phiếu hỏi gửi Văn phòng có thông tin về ngành."), "phiếu hỏi"),
            .. Part("Theo loại câu hỏi", ReportTables.Turns("Lượt hỏi theo loại câu hỏi", "Loại câu hỏi", ReportTables.Named(figures.ByKind, key => TurnText.Intents.NameOf(key).Vietnamese), figures.Turns)),
            .. Part("Quy định được hỏi nhiều nhất", ReportTables.Cited([.. figures.Cited.Take(MostCited)], material.Documents), "lượt dẫn văn bản"),
        ];
    }

    private static IEnumerable<ReportBlock> Part(string heading, ReportBlock.Table table, string what = "lượt hỏi") =>
        [new ReportBlock.Heading(2, heading), table.Rows.Count == 0 ? new ReportBlock.Paragraph($"Trong kỳ không phát sinh {what}.") : table];

    private static IEnumerable<ReportBlock> Enquiries(ReportMaterial material)
    {
        var enquiries = material.Figures.Enquiries;
        if (enquiries.Opened == 0)
        {
            yield return new ReportBlock.Paragraph("Trong kỳ không phát sinh phiếu hỏi gửi Văn phòng.");
            yield break;
        }

        yield return new ReportBlock.Paragraph(
            $"Trong kỳ, Văn phòng tiếp nhận {ReportText.Number(enquiries.Opened)} phiếu hỏi; đã trả lời {ReportText.Number(enquiries.Answered)} phiếu ({ReportText.Share(enquiries.Answered, enquiries.Opened)}); "
            + (enquiries.Overdue == 0 ? "không có phiếu nào quá hạn" : $"{ReportText.Number(enquiries.Overdue)} phiếu quá hạn ({ReportText.Share(enquiries.Overdue, enquiries.Opened)}), gồm phiếu trả lời sau hạn và phiếu đã quá hạn mà chưa trả lời") + ".");
        yield return new ReportBlock.Paragraph(enquiries.MedianToAnswer is { } median
            ? $"Thời gian từ khi nhận phiếu đến câu trả lời đầu tiên (trung vị): {ReportText.Duration(median)}."
            : "Chưa có dữ liệu về thời gian trả lời, vì chưa có phiếu nào được trả lời.");
        yield return ReportTables.Enquiries("Phiếu hỏi theo tháng", "Tháng", ReportTables.Months(material.Figures, material.Today), note: null, enquiries);
        var provinces = material.Figures.Query.Province is null ? ReportTables.Named(material.Figures.ByProvince, key => key, "Không nêu tỉnh").Where(row => row.Row.Enquiries.Opened > 0).ToList() : [];
        if (provinces.Count > 0)
        {
            yield return ReportTables.Enquiries("Phiếu hỏi theo tỉnh, thành phố", "Tỉnh, thành phố", provinces, note: null);
        }
    }

    private static IEnumerable<ReportBlock> OpenQuestions(ReportMaterial material)
    {
        var open = material.Open;
        if (open is null)
        {
            yield return new ReportBlock.Paragraph("Chưa có dữ liệu.");
        }
        else if (open.Count == 0)
        {
            yield return new ReportBlock.Paragraph("Trong kỳ không phát sinh câu hỏi nào mà văn bản chưa trả lời được.");
        }
        else
        {
            yield return new ReportBlock.Paragraph($"Có {ReportText.Number(open.Count)} câu hỏi mà văn bản hiện có chưa trả lời được, được hỏi tất cả {ReportText.Number(open.Sum(question => question.Count))} lần."
                + (open.Count > MostOpenQuestions ? $" Bảng dưới đây nêu {MostOpenQuestions} câu được hỏi nhiều nhất." : ""));
            yield return ReportTables.Open([.. open.OrderByDescending(question => question.Count).Take(MostOpenQuestions)]);
        }

        if (material.Met is { Count: > 0 } met)
        {
            yield return new ReportBlock.Paragraph(
                $"Ngoài ra, {ReportText.Number(met.Count)} câu hỏi khác ({ReportText.Number(met.Sum(question => question.Count))} lần) văn bản không trả lời được nhưng nay đã có câu trả lời của Văn phòng.");
        }
    }

    private static IEnumerable<ReportBlock> Difficulties(Figures.Figures figures)
    {
        var (turns, enquiries) = (figures.Turns, figures.Enquiries);
        if (turns.NotFound > 0)
        {
            yield return new ReportBlock.Item($"{ReportText.Number(turns.NotFound)} lượt hỏi ({ReportText.Share(turns.NotFound, turns.Turns)}) không tìm thấy nội dung trong văn bản.");
        }

        if (LeastFound(figures) is { Count: > 0 } provinces)
        {
            yield return new ReportBlock.Item(
                $"Tỉnh, thành phố có tỷ lệ không tìm thấy cao nhất (trong số nơi có từ {LeastTurnsToCompare} lượt hỏi trở lên): {string.Join("; ", provinces.Select(row => $"{row.Key} {ReportText.Share(row.Turns.NotFound, row.Turns.Turns)} ({ReportText.Number(row.Turns.NotFound)}/{ReportText.Number(row.Turns.Turns)} lượt)"))}.");
        }

        if (turns.Unhelpful > 0)
        {
            yield return new ReportBlock.Item($"{ReportText.Number(turns.Unhelpful)} lượt được đánh giá là chưa hữu ích.");
        }

        if (enquiries.Overdue > 0)
        {
            yield return new ReportBlock.Item($"{ReportText.Number(enquiries.Overdue)} phiếu hỏi quá hạn trả lời.");
        }

        yield return new ReportBlock.Hint("Người soạn thảo bổ sung khó khăn, vướng mắc khác và nguyên nhân.");
    }

    private static IEnumerable<ReportBlock> Proposals(ReportMaterial material)
    {
        if (material.Open is { Count: > 0 } open)
        {
            yield return new ReportBlock.Hint($"Gợi ý: xem xét bổ sung văn bản hoặc câu trả lời của Văn phòng cho {ReportText.Number(open.Count)} câu hỏi tại mục IV.");
        }

        if (LeastFound(material.Figures) is { Count: > 0 } provinces)
        {
            yield return new ReportBlock.Hint($"Gợi ý: rà soát việc cập nhật văn bản của {string.Join(", ", provinces.Select(row => row.Key))}.");
        }

        if (material.Figures.Enquiries.Overdue > 0)
        {
            yield return new ReportBlock.Hint($"Gợi ý: biện pháp bảo đảm thời hạn trả lời phiếu hỏi ({ReportText.Number(material.Figures.Enquiries.Overdue)} phiếu quá hạn trong kỳ).");
        }

        yield return new ReportBlock.Hint("Người soạn thảo nêu đề xuất, kiến nghị.");
    }

    /// <returns>The provinces of which the greatest share was not found, that first.</returns>
    private static IReadOnlyList<FigureRow> LeastFound(Figures.Figures figures) => figures.Query.Province is not null ? [] :
    [
        .. figures.ByProvince.Where(row => row.Key.Length > 0 && row.Turns.Turns >= LeastTurnsToCompare && row.Turns.NotFound > 0)
            .OrderByDescending(row => (double)row.Turns.NotFound / row.Turns.Turns).ThenByDescending(row => row.Turns.NotFound).Take(MostProvincesNamed),
    ];
}
