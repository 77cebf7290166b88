using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Searching;

/// <summary>What a request asks the search for, as it stands in the address; null for what it does not say.</summary>
internal sealed record SearchValues
{
    internal const string Page = "/tim-kiem";

    internal const string Words = "q";
    internal const string Province = "tinh";
    internal const string Kind = "loai";
    internal const string Agency = "co-quan";
    internal const string Period = "giai-doan";
    internal const string Year = "nam";
    internal const string Number = "trang";

    internal string? Query { get; init; }

    internal string? InProvince { get; init; }

    internal string? OfKind { get; init; }

    internal string? OfAgency { get; init; }

    internal string? OfPeriod { get; init; }

    internal string? OfYear { get; init; }

    internal string? OnPage { get; init; }

    internal bool HasFilters => new[] { InProvince, OfKind, OfAgency, OfPeriod, OfYear }.Any(value => value is not null);

    /// <summary>Nothing but the words.</summary>
    internal SearchValues Unfiltered => new() { Query = Query };

    internal static SearchValues Of(IQueryCollection query)
    {
        return new SearchValues
        {
            Query = Value(Words),
            InProvince = Value(Province),
            OfKind = Value(Kind),
            OfAgency = Value(Agency),
            OfPeriod = Value(Period),
            OfYear = Value(Year),
            OnPage = Value(Number),
        };

        string? Value(string name) => Clean(query[name].FirstOrDefault());
    }

    /// <returns>Trimmed, control characters as spaces; null for nothing.</returns>
    internal static string? Clean(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : string.Concat(value.Select(unit => char.IsControl(unit) ? ' ' : unit)).Trim() is { Length: > 0 } text ? text : null;

    /// <returns>"/tim-kiem?q=…&amp;tinh=…&amp;trang=2", from the service's root on; the same values give the same address.</returns>
    internal string Address(string language)
    {
        var values = new (string Name, string? Value)[]
        {
            (Words, Query), (Province, InProvince), (Kind, OfKind), (Agency, OfAgency), (Period, OfPeriod), (Year, OfYear), (Number, OnPage), (Pages.LanguageSwitch.Key, language == "vi" ? null : language),
        };
        return Page + new QueryBuilder(values.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value!))).ToQueryString();
    }

    internal SearchValues At(int page) => this with { OnPage = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture) };
}
