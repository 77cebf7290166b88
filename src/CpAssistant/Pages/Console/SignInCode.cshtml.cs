using CpAssistant.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/dang-nhap/ma-xac-thuc</c>: the second step, for those who have turned it on.</summary>
[EnableRateLimiting(AccountsFeature.SignInRate)]
public sealed class SignInCodeModel : ConsolePage
{
    private const int MostCharacters = 20;

    [BindProperty(Name = ConsoleAddress.ReturnKey, SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public bool Failed { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Code is not { Length: > 0 and <= MostCharacters })
        {
            Failed = true;
            return Page();
        }

        var result = await HttpContext.RequestServices.GetRequiredService<Entrance>().WithCodeAsync(Code, cancellation);
        if (result is null)
        {
            return See(ConsoleAddress.SignIn, T("Đã quá lâu từ khi nhập mật khẩu. Hãy đăng nhập lại.", "Too long since the password was given. Please sign in again."));
        }

        if (result.Succeeded)
        {
            return Redirect("~" + ConsoleAddress.Return(ReturnUrl, Url));
        }

        Failed = true;
        return Page();
    }
}
