namespace CpAssistant.Pages.Console;

/// <summary>The first page of the console, at <c>/quan-tri</c>.</summary>
public sealed class IndexModel : ConsolePage
{
    public void OnGet() { }
}
