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
    /// <param name="keepsLanguage">Whether the file speaks the language of the address; the console's speak the officer's.</param>
    internal static string Of(string list, string ending, IQueryCollection query, bool keepsLanguage = false) => list + ending + new QueryBuilder(
        query.Where(pair => !OfPages.Contains(pair.Key) || (keepsLanguage && pair.Key == LanguageSwitch.Key)).SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")).Where(pair => pair.Value.Length > 0)).ToQueryString();
}
