using CpAssistant.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Pages.Console;

/// <summary>The page at <c>/quan-tri/tai-khoan-cua-toi</c>: an officer's own password and second factor.</summary>
public sealed class MyAccountModel : ConsolePage
{
    private (string Form, OwnAccountFault Fault)? _fault;

    /// <summary>Recovery codes that were just made, separated by spaces; the cookie that carries them is sealed and read once.</summary>
    [TempData(Key = "codes")]
    public string? NewCodes { get; set; }

    internal Officer Officer { get; private set; } = new();

    internal IReadOnlyList<string> Codes { get; private set; } = [];

    private OwnAccount Own => HttpContext.RequestServices.GetRequiredService<OwnAccount>();

    public async Task OnGetAsync()
    {
        Officer = await Own.FindAsync(User);
        Codes = NewCodes?.Split(' ') ?? [];
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? next, string? again) =>
        await AnswerAsync("password", await Own.ChangePasswordAsync(await FindAsync(), Bounded(current), Bounded(next), Bounded(again)), T("Đã đổi mật khẩu.", "The password is changed."));

    public async Task<IActionResult> OnPostKeyAsync(string? current) => await AnswerAsync("key", await Own.MakeKeyAsync(await FindAsync(), Bounded(current)), null);

    public async Task<IActionResult> OnPostOnAsync(string? code)
    {
        var (codes, fault) = await Own.TurnOnAsync(await FindAsync(), Bounded(code));
        return await AnswerAsync("on", fault, T("Xác thực hai bước đã bật.", "Two-step sign-in is on."), codes);
    }

    public async Task<IActionResult> OnPostOffAsync(string? current) =>
        await AnswerAsync("off", await Own.TurnOffAsync(await FindAsync(), Bounded(current)), T("Xác thực hai bước đã tắt.", "Two-step sign-in is off."));

    public async Task<IActionResult> OnPostCodesAsync(string? current)
    {
        var (codes, fault) = await Own.MakeCodesAsync(await FindAsync(), Bounded(current));
        return await AnswerAsync("codes", fault, T("Các mã khôi phục cũ không dùng được nữa.", "The old recovery codes count no more."), codes);
    }

    /// <returns>What is wrong with what this form sent; null where nothing is.</returns>
    internal string? FaultOf(string form) => _fault is { } found && found.Form == form ? T(found.Fault.Words) : null;

    /// <returns>"ABCD EFGH …", which is easier to type.</returns>
    internal static string InGroups(string key) => string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    private static string Bounded(string? text) => text is { Length: <= PasswordRules.MostCharacters } ? text : new string('x', text is null ? 0 : PasswordRules.MostCharacters + 1);

    private async Task<Officer> FindAsync() => Officer = await Own.FindAsync(User);

    private async Task<IActionResult> AnswerAsync(string form, OwnAccountFault? fault, string? notice, IReadOnlyList<string>? codes = null)
    {
        if (fault is null)
        {
            NewCodes = codes is null ? null : string.Join(' ', codes);
            return See(ConsoleAddress.MyAccount, notice);
        }

        _fault = (form, fault);
        // As it is in the database, whatever was tried.
        await FindAsync();
        return Page();
    }
}
