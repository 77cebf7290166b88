using System.Globalization;
using CpAssistant.Core.Answering;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.LookUp;

/// <summary>The addresses of the look-up pages and the names of what they can be asked.</summary>
internal static class LookUpAddress
{
    internal const string Responsibilities = "/tra-cuu/co-quan";

    internal const string Targets = "/tra-cuu/muc-tieu";

    internal const string Search = "/tim-kiem";

    internal const string Agency = "co-quan";

    internal const string Province = "tinh";

    internal const string Role = "vai-tro";

    internal const string Task = "viec";

    internal const string View = "xem";

    internal const string Page = "trang";

    internal const string Indicator = "chi-tieu";

    internal const string Year = "nam";

    internal const string Nature = "loai";

    /// <param name="values">Empty ones are left out; a name may come more than once.</param>
    /// <returns>"/tra-cuu/co-quan?tinh=Long%20An".</returns>
    internal static string Of(string page, params IEnumerable<(string Name, string? Value)> values) => page + new QueryBuilder(
        values.Where(value => !string.IsNullOrEmpty(value.Value)).Select(value => KeyValuePair.Create(value.Name, value.Value!))).ToQueryString();

    /// <returns>The page with the table that an answer leads to.</returns>
    internal static string Of(TableReference table) => table switch
    {
        TableReference.Responsibilities duties => Of(Responsibilities, [(Agency, duties.Agency), (Task, duties.Task), .. duties.Provinces.Select(province => (Province, (string?)province))]),
        TableReference.Targets targets => Of(Targets, [(Indicator, targets.Indicator), (Year, targets.Year is { } year ? Number(year) : null), .. targets.Provinces.Select(province => (Province, (string?)province))]),
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "unknown table"),
    };

    /// <returns>The address that was asked for, with one value changed or taken away.</returns>
    internal static string With(HttpRequest request, string name, string? value) => Of(
        request.PathBase + request.Path, request.Query.Where(pair => !pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase) && !pair.Key.Equals(Page, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value, (pair, kept) => (pair.Key, kept)).Append((name, value)));

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
