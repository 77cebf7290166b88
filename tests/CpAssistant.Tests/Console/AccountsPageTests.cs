using System.Net;
using CpAssistant.Accounts;
using CpAssistant.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

public sealed class AccountsPageTests : IDisposable
{
    private const string Accounts = "/quan-tri/tai-khoan";

    private readonly Service _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task An_officer_is_added_with_a_password_for_the_first_sign_in()
    {
        using var administrator = await ConsoleClient.SignInAsync(_service, Role.Administrator);

        await administrator.PostAsync(Accounts, ("name", "Trần Văn Bé"), ("role", "reviewer"), ("password", "bốn con vịt xiêm"));
        var page = await administrator.PageAsync(Accounts);
        using var officer = new ConsoleClient(_service);
        await officer.SignInAsync("trần văn bé", "bốn con vịt xiêm");

        Assert.Contains("Đã thêm tài khoản Trần Văn Bé.", page.QuerySelector(".notice")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Trần Văn Bé Người duyệt Phải đổi mật khẩu", page.QuerySelector("tbody")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.Http.GetAsync("/quan-tri/nhat-ky")).StatusCode);
        Assert.Equal(1, ConsoleClient.Audited(_service, AuditActions.OfficerAdded, administrator.OfficerId));
    }

    [Theory]
    [InlineData("admin-1", "bốn con vịt xiêm", "Đã có tài khoản mang tên này.")]
    [InlineData("<b>", "bốn con vịt xiêm", "Tên gồm 2 đến 64 ký tự")]
    [InlineData("lan", "vịt xiêm", "ít nhất 12 ký tự")]
    [InlineData("lan", "matkhau12345", "quá phổ biến")]
    public async Task What_is_wrong_with_a_new_account_is_said_and_what_was_typed_stays(string name, string password, string said)
    {
        using var administrator = await ConsoleClient.SignInAsync(_service, Role.Administrator, "admin-1");

        var page = await ConsoleClient.ReadAsync(await administrator.PostAsync(Accounts, ("name", name), ("role", "reviewer"), ("password", password)));

        Assert.Contains(said, page.QuerySelector(".fault")!.Words(), StringComparison.Ordinal);
        Assert.Equal((name, "reviewer"), (page.QuerySelector("#name")!.GetAttribute("value"), page.QuerySelector("option[selected]")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("Role", "role", "officer")]
    [InlineData("Remove", "sure", "yes")]
    public async Task The_last_administrator_stays(string handler, string field, string value)
    {
        using var administrator = await ConsoleClient.SignInAsync(_service, Role.Administrator);
        await ConsoleClient.AddOfficerAsync(_service, Role.Reviewer, "lan");

        var page = await ConsoleClient.ReadAsync(await administrator.PostAsync($"{Accounts}/{administrator.OfficerId}?handler={handler}", (field, value)));

        Assert.Contains("quản trị viên cuối cùng", page.QuerySelector(".fault")!.Words(), StringComparison.Ordinal);
        await administrator.PageAsync(Accounts);
    }

    [Fact]
    public async Task Two_administrators_cannot_remove_each_other_at_once()
    {
        var (first, second) = (await ConsoleClient.AddOfficerAsync(_service, Role.Administrator, "an"), await ConsoleClient.AddOfficerAsync(_service, Role.Administrator, "bi"));

        var outcomes = await Task.WhenAll(Register.RemoveAsync(first, second), Register.RemoveAsync(second, first));

        Assert.Single(outcomes, outcome => outcome is OfficerOutcome.Done);
    }

    [Fact]
    public async Task A_locked_account_is_opened()
    {
        using var administrator = await ConsoleClient.SignInAsync(_service, Role.Administrator);
        var id = await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "lan");
        using var officer = new ConsoleClient(_service);
        for (var i = 0; i < 5; i++)
        {
            await officer.SignInAsync("lan", "không phải mật khẩu này");
        }

        Assert.Contains("Tạm khóa đến", (await administrator.PageAsync($"{Accounts}/{id}")).Body!.Words(), StringComparison.Ordinal);
        await administrator.PostAsync($"{Accounts}/{id}?handler=Unlock");

        Assert.Equal("/quan-tri", (await officer.SignInAsync("lan", ConsoleClient.Password)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_name_is_free_again_once_its_officer_has_left()
    {
        using var administrator = await ConsoleClient.SignInAsync(_service, Role.Administrator);
        var first = await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "lan");

        await administrator.PostAsync($"{Accounts}/{first}?handler=Remove", ("sure", "yes"));
        var second = await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "Lan");

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Http.GetAsync($"{Accounts}/{first}")).StatusCode);
    }

    [Fact]
    public async Task Nobody_resets_the_own_password_without_knowing_it()
    {
        using var administrator = await ConsoleClient.SignInAsync(_service, Role.Administrator);

        var response = await administrator.PostAsync($"{Accounts}/{administrator.OfficerId}?handler=Reset", ("password", "bốn con vịt xiêm"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await administrator.PageAsync(Accounts);
    }

    private OfficerRegister Register => _service.Services.GetRequiredService<OfficerRegister>();
}
