using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.LookUp;

/// <summary>The years that figures are asked for: a year in which their period ends, or a period from year to year.</summary>
public sealed record PeriodFilter(int? From, int To)
{
    /// <param name="text">"2020", "2016-2020", "đến 2020".</param>
    /// <returns>Null where it is neither.</returns>
    public static PeriodFilter? Read(string text)
    {
        var words = Analyzer.Exact.Analyze(text).Select(token => VietnameseText.Fold(token.Term)).Where(word => word is not ("den" or "nam" or "tu" or "to" or "giai" or "doan")).ToList();
        var years = words.SelectMany(word => word.Split('-', '–')).Select(Year).ToList();
        return years switch
        {
            [{ } year] => new PeriodFilter(null, year),
            [{ } from, { } to] when from <= to => new PeriodFilter(from == to ? null : from, to),
            _ => null,
        };
    }

    /// <returns>The year that a figure is for: the last of its period, or the first where it has no last.</returns>
    public static int? YearOf(Period? period) => period?.To ?? period?.From;

    public bool Holds(Period? period) => YearOf(period) == To && (From is null || period!.From == From);

    /// <summary>Of a figure "by 2020" the first year is that of its document.</summary>
    public bool Holds(Target fact) => Holds(fact.Period) || (From is not null && fact.Period is { From: null } && YearOf(fact.Period) == To && fact.Document.Metadata.Period?.Value.From == From);

    public override string ToString() => From is { } from ? string.Create(CultureInfo.InvariantCulture, $"{from}-{To}") : To.ToString(CultureInfo.InvariantCulture);

    private static int? Year(string text) => text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
