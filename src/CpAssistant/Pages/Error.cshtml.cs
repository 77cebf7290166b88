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

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private IActionResult Show()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } original)
        {
            return NotFound();
        }

        Language = LanguageSwitch.Of(original.OriginalQueryString);
        Words = ErrorText.Of(Response.StatusCode);
        return Page();
    }
}
