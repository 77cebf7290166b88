using CpAssistant.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/tai-khoan</c>: who has an account, and a new one.</summary>
[MinimumRole(Accounts.Role.Administrator)]
public sealed class AccountsModel(OfficerRegister register) : ConsolePage
{
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    /// <summary>Key of a role.</summary>
    [BindProperty(Name = "role")]
    public string? Role { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    internal OfficerFault? Fault { get; private set; }

    internal IReadOnlyList<ListedOfficer> Officers { get; private set; } = [];

    public async Task OnGetAsync() => Officers = await register.ListAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Roles.Find(Role) is not { } role)
        {
            return BadRequest();
        }

        var outcome = await register.AddAsync(Name ?? "", role, Password ?? "", Me!.Id, temporary: true);
        if (outcome is OfficerOutcome.Refused refused)
        {
            Fault = refused.Fault;
            Officers = await register.ListAsync();
            return Page();
        }

        return See(ConsoleAddress.Accounts, T($"Đã thêm tài khoản {Name!.Trim()}.", $"The account {Name.Trim()} is added."));
    }
}
