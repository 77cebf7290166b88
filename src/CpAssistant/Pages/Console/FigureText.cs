using System.Globalization;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Text;
using CpAssistant.Figures;

namespace CpAssistant.Pages.Console;

/// <summary>Numbers and times as the language of a page writes them: 1.234 and 12,5 % in Vietnamese, 1,234 and 12.5% in English.</summary>
/// <param name="language">"vi" or "en".</param>
internal sealed class FigureText(string language)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private readonly NumberFormatInfo _format = NumberText.FormatOf(language);

    /// <returns>The document's title; its id where it is in use no longer.</returns>
    internal static string TitleOf(KnowledgeSnapshot knowledge, string document) =>
        knowledge.Documents.Concat(knowledge.OfficeAnswers.All.Select(answer => answer.Document)).FirstOrDefault(known => known.Id == document)?.Metadata.Title ?? document;

    internal string Number(long number) => number.ToString("#,0", _format);

    /// <param name="share">0 to 1.</param>
    /// <returns>"12,5 %".</returns>
    internal string Percent(double share) => Decimal(share * 100) + Sign;

    /// <returns>"82,1 %" of a whole; "–" of nothing.</returns>
    internal string Share(long part, long whole) => whole == 0 ? "–" : Percent((double)part / whole);

    /// <param name="before">At least 1.</param>
    /// <returns>"+12 (+5,4 %)".</returns>
    internal string Difference(long now, long before) =>
        $"{Signed(now - before, Number(Math.Abs(now - before)))} ({Signed(now - before, Percent(Math.Abs(now - before) / (double)before))})";

    /// <param name="now">Shares, 0 to 1.</param>
    /// <returns>"+2,5 điểm %".</returns>
    internal string Difference(double now, double before) => Signed(now - before, Decimal(Math.Abs(now - before) * 100)) + T(" điểm %", " percentage points");

    internal string Difference(TimeSpan now, TimeSpan before) => Signed((now - before).TotalMinutes, Duration((now - before).Duration()));

    /// <returns>"2 ngày 3 giờ", "5 giờ 20 phút", "12 phút".</returns>
    internal string Duration(TimeSpan time)
    {
        var minutes = (long)Math.Round(time.TotalMinutes);
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        return (days, hours) switch
        {
            ( > 0, 0) => Days(days),
            ( > 0, _) => $"{Days(days)} {Hours(hours)}",
            (_, > 0) when rest == 0 => Hours(hours),
            (_, > 0) => $"{Hours(hours)} {Minutes(rest)}",
            _ => Minutes(rest),
        };
    }

    /// <returns>"Quý II năm 2026".</returns>
    internal string Name(FigurePeriod period)
    {
        var year = period.Year.ToString(CultureInfo.InvariantCulture);
        return period.Length switch
        {
            PeriodLength.Year => T("Năm ", "") + year,
            PeriodLength.HalfYear => Name(period.Length, period.Number) + T(" năm ", " of ") + year,
            _ => Name(period.Length, period.Number) + T(" năm ", " ") + year,
        };
    }

    /// <returns>"Quý II".</returns>
    internal string Name(PeriodLength length, int number) => length switch
    {
        PeriodLength.Year => T("Cả năm", "Whole year"),
        PeriodLength.HalfYear => number == 1 ? T("6 tháng đầu", "First half") : T("6 tháng cuối", "Second half"),
        PeriodLength.Quarter => T("Quý ", "Quarter ") + Roman[number - 1],
        _ => T("Tháng " + number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(number)),
    };

    /// <returns>"06/2026".</returns>
    internal static string Month(FigurePeriod month) => string.Create(CultureInfo.InvariantCulture, $"{month.Number:D2}/{month.Year}");

    /// <returns>"01/01/2026–30/06/2026".</returns>
    internal static string Days(FigurePeriod period) => $"{EnquiryWords.Day(period.From)}–{EnquiryWords.Day(period.To)}";

    private string Sign => T(" %", "%");

    private string Decimal(double value) => Math.Round(value, 1).ToString("#,0.#", _format);

    private static string Signed(double value, string text) => value switch { > 0 => "+" + text, < 0 => "−" + text, _ => "±" + text };

    private string Days(long days) => T($"{Number(days)} ngày", $"{Number(days)} d");

    private string Hours(long hours) => T($"{hours} giờ", $"{hours} h");

    private string Minutes(long minutes) => T($"{minutes} phút", $"{minutes} min");

    private string T(string vietnamese, string english) => language == "en" ? english : vietnamese;
}
