using CpAssistant.Accounts;

namespace CpAssistant.Pages;

/// <summary>The site's main pages, in the order in which every page shows them.</summary>
internal static class SiteNavigation
{
    internal const string Responsibilities = "/tra-cuu/co-quan";
    internal const string Targets = "/tra-cuu/muc-tieu";
    internal const string Search = "/tim-kiem";
    internal const string Documents = "/van-ban";

    private static readonly IReadOnlyList<(string Address, string Vietnamese, string English)> Entries =
    [
        ("/", "Hỏi đáp", "Ask"),
        (Responsibilities, "Ai làm gì", "Who does what"),
        (Targets, "Chỉ tiêu", "Targets"),
        (Search, "Tìm kiếm", "Search"),
        (Documents, "Văn bản", "Documents"),
        (ConsoleAddress.Root, "Quản trị", "Office"),
    ];

    /// <returns>Addresses from the service's root on, with the language; <c>Current</c> is "page" for the page that is shown, "true" for what it belongs to, else null.</returns>
    /// <param name="path">Of the page that is shown.</param>
    internal static IEnumerable<(string Address, string Name, string? Current)> For(PathString path, string language) => Entries
        .Select(entry => ($"{entry.Address}?{LanguageSwitch.Key}={language}", language == "en" ? entry.English : entry.Vietnamese, Current(entry.Address, path)));

    private static string? Current(string address, PathString path) =>
        path == address ? "page" : address != "/" && path.StartsWithSegments(address) ? "true" : null;
}
