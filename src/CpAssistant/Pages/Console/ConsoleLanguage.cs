namespace CpAssistant.Pages.Console;

/// <summary>The language that an officer's pages and files speak.</summary>
internal sealed record ConsoleLanguage(string Code)
{
    internal const string Cookie = "cp-console-language";

    /// <returns>What the address asks for, else what was asked for before; "vi" or "en".</returns>
    internal static ConsoleLanguage Of(HttpRequest request) =>
        new((Asked(request) ?? request.Cookies[Cookie]) == "en" ? "en" : "vi");

    /// <returns>Null where the address asks for none.</returns>
    internal static string? Asked(HttpRequest request) => request.Query[LanguageSwitch.Key].ToString() is "vi" or "en" ? request.Query[LanguageSwitch.Key].ToString() : null;

    internal string T(string vietnamese, string english) => Code == "en" ? english : vietnamese;

    internal string T((string Vietnamese, string English) words) => T(words.Vietnamese, words.English);
}
