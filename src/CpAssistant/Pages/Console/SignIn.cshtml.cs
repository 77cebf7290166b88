using CpAssistant.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/dang-nhap</c>: name and password.</summary>
[EnableRateLimiting(AccountsFeature.SignInRate)]
public sealed class SignInModel : ConsolePage
{
    /// <summary>Where to go then; another address than one of the console's counts for nothing.</summary>
    [BindProperty(Name = ConsoleAddress.ReturnKey, SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Whether what was given opens nothing; why is not told.</summary>
    public bool Failed { get; private set; }

    public IActionResult OnGet() => Me is null ? Page() : Redirect("~" + ConsoleAddress.Return(ReturnUrl, Url));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var isFit = Name is { Length: > 0 and <= OfficerName.MostCharacters } && Password is { Length: > 0 and <= PasswordRules.MostCharacters };
        var result = isFit ? await Entrance.WithPasswordAsync(Name!, Password!, cancellation) : Microsoft.AspNetCore.Identity.SignInResult.Failed;
        if (result.Succeeded)
        {
            return Redirect("~" + ConsoleAddress.Return(ReturnUrl, Url));
        }

        if (result.RequiresTwoFactor)
        {
            return Redirect($"~{ConsoleAddress.SignInCode}?{ConsoleAddress.ReturnKey}={Uri.EscapeDataString(ConsoleAddress.Return(ReturnUrl, Url))}");
        }

        Failed = true;
        return Page();
    }

    private Entrance Entrance => HttpContext.RequestServices.GetRequiredService<Entrance>();
}
