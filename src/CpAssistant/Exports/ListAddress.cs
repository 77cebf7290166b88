using CpAssistant.Pages;
using Microsoft.AspNetCore.Http.Extensions;

namespace CpAssistant.Exports;

/// <summary>Where the file of a list is.</summary>
internal static class ListAddress
{
    /// <summary>What a page adds to its filters: where it begins, its language.</summary>
    private static readonly string[] OfPages = ["truoc", "trang", LanguageSwitch.Key];

    /// <param name="ending">".csv" or ".xlsx".</param>
    /// <param name="query">Of the page.</param>
    /// <returns>From the service's root on: "/quan-tri/luot-hoi.csv?kenh=telegram".</returns>
    internal static string Of(string list, string ending, IQueryCollection query) => list + ending + new QueryBuilder(
        query.Where(pair => !OfPages.Contains(pair.Key)).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")).Where(pair => pair.Value.Length > 0)).ToQueryString();
}
