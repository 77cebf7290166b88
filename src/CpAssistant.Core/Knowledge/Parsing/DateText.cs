using System.Globalization;
using System.Text.RegularExpressions;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Dates as documents write them.</summary>
internal static partial class DateText
{
    /// <returns>The date of the groups day, month, year; null where there is no such day.</returns>
    internal static DateOnly? ToDate(Match match)
    {
        var (day, month, year) = (Number(match, "day"), Number(match, "month"), Number(match, "year"));
        return year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <returns>The first date in the text, written with slashes or with "tháng" and "năm".</returns>
    internal static DateOnly? Find(string text) => Date().Match(text) is { Success: true } match ? ToDate(match) : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"ngày\s+(?<day>\d{1,2})(?:\s+tháng\s+|\s*/\s*)(?<month>\d{1,2})(?:\s+năm\s+|\s*/\s*)(?<year>\d{4})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Date();
}
