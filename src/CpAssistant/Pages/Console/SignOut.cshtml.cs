using CpAssistant.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/dang-xuat</c>.</summary>
public sealed class SignOutModel : ConsolePage
{
    public IActionResult OnGet() => Me is null ? Page() : Redirect("~" + ConsoleAddress.Root);

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.RequestServices.GetRequiredService<Entrance>().LeaveAsync(Me);
        return See(ConsoleAddress.SignIn, T("Bạn đã đăng xuất.", "You are signed out."));
    }
}
