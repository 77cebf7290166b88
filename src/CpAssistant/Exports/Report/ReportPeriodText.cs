using CpAssistant.Core.Text;
using CpAssistant.Figures;

namespace CpAssistant.Exports.Report;

/// <summary>What a period is called.</summary>
internal static class ReportPeriodText
{
    /// <returns>"6 tháng đầu năm 2026", "năm 2026".</returns>
    internal static string Of(FigurePeriod period) => period.Length switch
    {
        PeriodLength.Month => $"tháng {period.Number} năm {period.Year}",
        PeriodLength.Quarter => $"quý {Romans[period.Number - 1]} năm {period.Year}",
        PeriodLength.HalfYear => $"6 tháng {(period.Number == 1 ? "đầu" : "cuối")} năm {period.Year}",
        _ => $"năm {period.Year}",
    };

    internal static string English(FigurePeriod period) => period.Length switch
    {
        PeriodLength.Month => $"{period.Year}-{period.Number:00}",
        PeriodLength.Quarter => $"quarter {period.Number} of {period.Year}",
        PeriodLength.HalfYear => $"{(period.Number == 1 ? "first" : "second")} half of {period.Year}",
        _ => $"{period.Year}",
    };

    /// <returns>"bao-cao-6-thang-dau-nam-2026-long-an.docx".</returns>
    /// <param name="province">Null for all.</param>
    internal static string FileName(FigurePeriod period, string? province) =>
        $"bao-cao-{Plain(Of(period))}{(province is null ? "" : "-" + Plain(province))}.docx";

    /// <returns>For the audit log: "2026-6-thang-dau".</returns>
    internal static string Key(FigurePeriod period) => Plain(Of(period));

    private static readonly string[] Romans = ["I", "II", "III", "IV"];

    private static string Plain(string text) =>
        string.Join('-', new string([.. VietnameseText.Fold(text).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
