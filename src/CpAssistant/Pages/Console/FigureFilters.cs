using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Figures;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Pages.Console;

/// <summary>The time, province and channel that figures are shown for, as an address holds them.</summary>
internal sealed class FigureFilters
{
    internal const string Calendar = "lich";
    internal const string Part = "ky";
    internal const string Year = "nam";
    internal const string Province = "tinh";
    internal const string Channel = "kenh";

    internal const int FirstYear = 2000, LastYear = 2100;

    private static readonly IReadOnlyList<(string Value, PeriodCalendar Calendar)> CalendarValues = [("duong", PeriodCalendar.Months), ("bao-cao", PeriodCalendar.Reporting)];

    /// <summary>How a part of a year stands in an address: "nam", "nua-1", "quy-4", "thang-12".</summary>
    private static readonly IReadOnlyList<(PeriodLength Length, string Name)> Lengths =
        [(PeriodLength.Year, "nam"), (PeriodLength.HalfYear, "nua"), (PeriodLength.Quarter, "quy"), (PeriodLength.Month, "thang")];

    private readonly List<string> _faults = [];

    /// <param name="query">From outside; what cannot be read is named in <see cref="Faults"/>, and what stands here without it takes its place.</param>
    /// <param name="today">In Việt Nam.</param>
    internal FigureFilters(IQueryCollection query, Gazetteer gazetteer, DateOnly today)
    {
        var calendar = Value(Calendar, text => CalendarValues.Where(value => value.Value == text).Select(value => (PeriodCalendar?)value.Calendar).FirstOrDefault()) ?? PeriodCalendar.Months;
        var now = FigurePeriod.Holding(calendar, PeriodLength.HalfYear, today);
        var (length, number) = Value(Part, text => Parts().Where(part => NameOf(part.Length, part.Number) == text).Select(part => ((PeriodLength, int)?)part).FirstOrDefault()) ?? (now.Length, now.Number);
        var year = Value(Year, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && IsYear(value) ? value : (int?)null) ?? now.Year;
        Query = new FigureQuery(
            new FigurePeriod(calendar, length, year, number),
            Known(Province, value => value == TurnFilters.None || gazetteer.FindProvince(value) is not null) is { } province ? (province == TurnFilters.None ? "" : province) : null,
            Known(Channel, value => TurnText.Channels.Any(channel => channel.Value == value)));

        T? Value<T>(string name, Func<string, T?> read)
            where T : struct
        {
            if (query[name].ToString().Trim() is not { Length: > 0 } text)
            {
                return null;
            }

            var value = read(text);
            if (value is null)
            {
                _faults.Add(name);
            }

            return value;
        }

        string? Known(string name, Func<string, bool> isKnown)
        {
            var text = query[name].ToString().Trim();
            if (text.Length > 0 && !isKnown(text))
            {
                _faults.Add(name);
            }

            return text.Length > 0 && isKnown(text) ? text : null;
        }
    }

    internal FigureQuery Query { get; }

    /// <summary>Names of values that cannot be used.</summary>
    internal IReadOnlyList<string> Faults => _faults;

    internal static IEnumerable<string> Calendars => CalendarValues.Select(value => value.Value);

    internal static PeriodCalendar CalendarOf(string value) => CalendarValues.First(known => known.Value == value).Calendar;

    /// <returns>All parts of a year, the longest first.</returns>
    internal static IEnumerable<(PeriodLength Length, int Number)> Parts() =>
        Lengths.SelectMany(length => Enumerable.Range(1, 12 / new FigurePeriod(PeriodCalendar.Months, length.Length, FirstYear, 1).Months), (length, number) => (length.Length, number));

    internal static string NameOf(PeriodLength length, int number)
    {
        var name = Lengths.First(known => known.Length == length).Name;
        return length == PeriodLength.Year ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
    }

    internal static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    /// <returns>"?lich=duong&amp;ky=nua-1&amp;nam=2026": these figures.</returns>
    internal static string Address(FigureQuery query)
    {
        var address = new QueryBuilder
        {
            { Calendar, CalendarValues.First(value => value.Calendar == query.Period.Calendar).Value },
            { Part, NameOf(query.Period.Length, query.Period.Number) },
            { Year, query.Period.Year.ToString(CultureInfo.InvariantCulture) },
        };
        if (query.Province is { } province)
        {
            address.Add(Province, province.Length == 0 ? TurnFilters.None : province);
        }

        if (query.Channel is { } channel)
        {
            address.Add(Channel, channel);
        }

        return address.ToString();
    }
}
