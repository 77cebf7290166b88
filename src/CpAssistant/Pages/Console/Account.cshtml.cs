using System.Globalization;
using CpAssistant.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/tai-khoan/{id}</c>: one account, and what an administrator may change of it.</summary>
[MinimumRole(Role.Administrator)]
public sealed class AccountModel(OfficerRegister register) : ConsolePage
{
    [FromRoute(Name = "id")]
    public long Id { get; set; }

    internal ListedOfficer Officer { get; private set; } = null!;

    internal OfficerFault? Fault { get; private set; }

    /// <summary>One's own password is changed on one's own page, which asks for the old one.</summary>
    internal bool IsMe => Me?.Id == Id;

    internal static string AddressOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{ConsoleAddress.Accounts}/{id}");

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostRoleAsync(string? role) => Roles.Find(role) is { } found
        ? await AnswerAsync(await register.ChangeRoleAsync(Id, found, Me!.Id), T("Đã đổi vai trò.", "The role is changed."))
        : BadRequest();

    public async Task<IActionResult> OnPostResetAsync(string? password) => IsMe
        ? BadRequest()
        : await AnswerAsync(await register.ResetPasswordAsync(Id, password ?? "", Me!.Id, temporary: true), T("Đã đặt lại mật khẩu.", "The password is reset."));

    public async Task<IActionResult> OnPostUnlockAsync() => await AnswerAsync(await register.UnlockAsync(Id, Me!.Id), T("Đã mở khóa.", "The account is unlocked."));

    public async Task<IActionResult> OnPostTwoFactorAsync() => IsMe
        ? BadRequest()
        : await AnswerAsync(await register.ResetTwoFactorAsync(Id, Me!.Id), T("Đã tắt xác thực hai bước.", "Two-step sign-in is off."));

    public async Task<IActionResult> OnPostRemoveAsync(string? sure)
    {
        if (sure != "yes" || !await LoadAsync())
        {
            return sure != "yes" ? BadRequest() : NotFound();
        }

        return await AnswerAsync(await register.RemoveAsync(Id, Me!.Id), T($"Đã xóa tài khoản {Officer.Name}.", $"The account {Officer.Name} is removed."), ConsoleAddress.Accounts);
    }

    private async Task<IActionResult> AnswerAsync(OfficerOutcome outcome, string notice, string? address = null)
    {
        if (outcome is OfficerOutcome.Done)
        {
            return See(address ?? AddressOf(Id), notice);
        }

        Fault = ((OfficerOutcome.Refused)outcome).Fault;
        return Fault != OfficerFault.NotThere && await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Officer = (await register.ListAsync()).FirstOrDefault(officer => officer.Id == Id)!;
        return Officer is not null;
    }
}
