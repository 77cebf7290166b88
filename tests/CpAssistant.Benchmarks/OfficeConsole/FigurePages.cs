namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>The figures of short and long times, and the lists that only they lead to.</summary>
internal static class FigurePages
{
    private const string Figures = "quan-tri/so-lieu";

    /// <param name="today">Of the newest turn.</param>
    /// <param name="cited">Document and section of a provision that is cited often.</param>
    internal static IEnumerable<MeasuredPage> All(DateOnly today, (string Document, string Section) cited)
    {
        var year = today.Year - 1;
        var place = $"van-ban={Uri.EscapeDataString(cited.Document)}&muc={Uri.EscapeDataString(cited.Section)}";
        return
        [
            new("figures, this half year", Figures),
            new("figures, a month", [.. Enumerable.Range(1, 12).Select(month => $"{Figures}?ky=thang-{month}&nam={year}")]),
            new("figures, half a year", $"{Figures}?ky=nua-1&nam={year}", $"{Figures}?ky=nua-2&nam={year}"),
            new("figures, a year", $"{Figures}?ky=nam&nam={year}"),
            new("figures, a year of reports", $"{Figures}?lich=bao-cao&ky=nam&nam={year}"),
            new("figures, a year, province", $"{Figures}?ky=nam&nam={year}&tinh=Long+An", $"{Figures}?ky=nam&nam={year}&tinh=-"),
            new("figures, a year, channel", $"{Figures}?ky=nam&nam={year}&kenh=webchat"),
            new("turns that cite a provision", $"quan-tri/luot-hoi?{place}&tu={year}-01-01&den={year}-12-31", $"quan-tri/luot-hoi?{place}", $"quan-tri/luot-hoi?{place}&tinh=Long+An"),
            new("turns that cite, words", $"quan-tri/luot-hoi?{place}&q=san+xuat"),
            new("turns of no province", $"quan-tri/luot-hoi?tinh=-&tu={year}-01-01&den={year}-12-31"),
            new("inbox, late ones of a year", $"quan-tri?trang-thai=all&han=late&tu={year}-01-01&den={year}-12-31"),
        ];
    }
}
