using CpAssistant.Pages.Console;

namespace CpAssistant.Pages;

/// <summary>What the header of a page has to know.</summary>
/// <param name="Console">The page of the office's console that is shown; null elsewhere.</param>
public sealed record SiteHeader(PageText Words, ConsolePage? Console = null);
