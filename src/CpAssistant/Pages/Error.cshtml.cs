using CpAssistant.Accounts;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CpAssistant.Pages;

/// <summary>What a browser is shown in place of a page; see <see cref="Operations.Problems"/>. Nobody can ask for it by its address.</summary>
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
public sealed class ErrorModel : PageModel
{
    internal ErrorText Words { get; private set; } = ErrorText.Of(StatusCodes.Status404NotFound);

    internal string? Language { get; private set; }

    /// <summary>Whether a page of the office's console was asked for.</summary>
    internal bool IsConsole { get; private set; }

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private IActionResult Show()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } original)
        {
            return NotFound();
        }

        Language = LanguageSwitch.Of(original.OriginalQueryString);
        IsConsole = new PathString(original.OriginalPath).StartsWithSegments(ConsoleAddress.Root);
        Words = IsConsole && Response.StatusCode == StatusCodes.Status400BadRequest ? ErrorText.OldForm : ErrorText.Of(Response.StatusCode);
        return Page();
    }
}
