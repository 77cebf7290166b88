using System.Globalization;
using CpAssistant.Core.Text;

namespace CpAssistant.Exports.Report;

/// <summary>Figures and days as Vietnamese texts write them: 1.234; 12,5%; 05/02/2026.</summary>
internal static class ReportText
{
    internal static string Number(long number) => number.ToString("#,0", NumberText.Vietnamese);

    /// <param name="share">0 to 1, or more where something has grown.</param>
    internal static string Percent(double share) => (share * 100).ToString("#,0.#", NumberText.Vietnamese) + "%";

    /// <returns>"–" of nothing.</returns>
    internal static string Share(long part, long whole) => whole == 0 ? "–" : Percent((double)part / whole);

    internal static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <returns>"tháng 02 năm 2026": months up to February are written with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.4).</returns>
    internal static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");

    /// <returns>"2 ngày 4 giờ", "35 phút".</returns>
    internal static string Duration(TimeSpan time)
    {
        var minutes = (long)Math.Round(Math.Max(0, time.TotalMinutes));
        var (days, hours) = (minutes / 1440, minutes / 60 % 24);
        var parts = minutes switch
        {
            0 => ["dưới 1 phút"],
            < 60 => [$"{minutes} phút"],
            < 1440 => [$"{hours} giờ", minutes % 60 == 0 ? "" : $"{minutes % 60} phút"],
            _ => new[] { $"{Number(days)} ngày", hours == 0 ? "" : $"{hours} giờ" },
        };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
