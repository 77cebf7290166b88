using System.Net;
using CpAssistant.Accounts;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

public sealed class TwoFactorTests : IDisposable
{
    private const string MyAccount = "/quan-tri/tai-khoan-cua-toi";
    private const string CodePage = "/quan-tri/dang-nhap/ma-xac-thuc";

    private readonly ShiftedTime _time = new();
    private readonly Service _service;

    public TwoFactorTests() => _service = new Service(_time, listens: false, ("Console:SignInsPerMinute", "1000"));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_code_is_asked_for_once_it_is_set_up()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        var (key, codes) = await SetUpAsync(client);
        using var again = new ConsoleClient(_service);
        _time.Shift += TimeSpan.FromMinutes(1);

        var asked = await again.SignInAsync("hoa", ConsoleClient.Password);
        var outside = await again.Http.GetAsync("/quan-tri");
        var wrong = await again.PostAsync(CodePage, ("code", "000000"));
        var right = await again.PostAsync(CodePage, ("code", Code(key)));

        Assert.Equal($"{CodePage}?returnUrl=%2Fquan-tri", asked.Headers.Location?.OriginalString);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (outside.StatusCode, wrong.StatusCode));
        Assert.Equal("/quan-tri", right.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await again.Http.GetAsync("/quan-tri")).StatusCode);
        Assert.Equal(10, codes.Count);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        var (key, _) = await SetUpAsync(client);
        _time.Shift += TimeSpan.FromMinutes(1);
        var code = Code(key);
        using var first = new ConsoleClient(_service);
        await first.SignInAsync("hoa", ConsoleClient.Password);
        await first.PostAsync(CodePage, ("code", code));
        using var second = new ConsoleClient(_service);
        await second.SignInAsync("hoa", ConsoleClient.Password);

        var used = await second.PostAsync(CodePage, ("code", code));

        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await second.Http.GetAsync("/quan-tri")).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_phone_once()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        var (_, codes) = await SetUpAsync(client);
        using var first = new ConsoleClient(_service);
        await first.SignInAsync("hoa", ConsoleClient.Password);
        using var second = new ConsoleClient(_service);
        await second.SignInAsync("hoa", ConsoleClient.Password);

        var taken = await first.PostAsync(CodePage, ("code", codes[3].ToLowerInvariant()));
        var used = await second.PostAsync(CodePage, ("code", codes[3]));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (taken.StatusCode, used.StatusCode));
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        var (key, _) = await SetUpAsync(client);
        _time.Shift += TimeSpan.FromMinutes(1);
        using var guesser = new ConsoleClient(_service);
        foreach (var guess in new[] { "000000", "AAAAA-BBBBB", "000001" })
        {
            // Knowing the password does not wipe the failures out.
            await guesser.SignInAsync("hoa", ConsoleClient.Password);
            await guesser.PostAsync(CodePage, ("code", guess));
            await guesser.PostAsync(CodePage, ("code", guess));
        }

        var right = await guesser.PostAsync(CodePage, ("code", Code(key)));

        Assert.NotEqual("/quan-tri", right.Headers.Location?.OriginalString);
        Assert.Equal(1, ConsoleClient.Audited(_service, AuditActions.OfficerLocked, client.OfficerId));
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once_and_neither_they_nor_the_key_can_be_read_in_the_database()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        var (key, codes) = await SetUpAsync(client);

        Assert.DoesNotContain(codes[0], (await client.PageAsync(MyAccount)).Body!.TextContent, StringComparison.Ordinal);
        using var connection = _service.Services.GetRequiredService<Database>().Read();
        var stored = connection.QuerySingle<string>("SELECT authenticator_key || ' ' || recovery_codes FROM officer WHERE id = @OfficerId", new { client.OfficerId });
        Assert.DoesNotContain(key, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0], stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_keys_that_seal_it_are_gone_the_second_step_is_still_asked_for()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        await SetUpAsync(client);
        await _service.Services.GetRequiredService<Database>().Writer.WriteAsync(connection => connection.Execute("UPDATE officer SET authenticator_key = 'lost', recovery_codes = 'lost'"));
        using var again = new ConsoleClient(_service);

        var asked = await again.SignInAsync("hoa", ConsoleClient.Password);

        Assert.StartsWith(CodePage, asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await again.PostAsync(CodePage, ("code", "123456"))).StatusCode);
    }

    [Fact]
    public async Task It_is_turned_off_with_the_password()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        await SetUpAsync(client);
        using var again = new ConsoleClient(_service);

        var without = await client.PostAsync(MyAccount + "?handler=Off", ("current", "không phải mật khẩu này"));
        var with = await client.PostAsync(MyAccount + "?handler=Off", ("current", ConsoleClient.Password));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (without.StatusCode, with.StatusCode));
        Assert.Equal("/quan-tri", (await again.SignInAsync("hoa", ConsoleClient.Password)).Headers.Location?.OriginalString);
        Assert.Equal(1, ConsoleClient.Audited(_service, AuditActions.TwoFactorOff, client.OfficerId));
    }

    [Fact]
    public async Task An_administrator_turns_it_off_for_someone_who_has_lost_the_phone()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "hoa");
        await SetUpAsync(client);
        using var administrator = await ConsoleClient.SignInAsync(_service, Role.Administrator);
        using var again = new ConsoleClient(_service);

        await administrator.PostAsync($"/quan-tri/tai-khoan/{client.OfficerId}?handler=TwoFactor");

        Assert.Equal("/quan-tri", (await again.SignInAsync("hoa", ConsoleClient.Password)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Http.GetAsync("/quan-tri")).StatusCode);
    }

    private string Code(string key) => Totp.CodeAt(Base32.Decode(key), _time.GetUtcNow());

    /// <summary>As the page leads an officer.</summary>
    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync(ConsoleClient client)
    {
        await client.PostAsync(MyAccount + "?handler=Key", ("current", ConsoleClient.Password));
        var key = (await client.PageAsync(MyAccount)).QuerySelector("#key")!.Words();
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(MyAccount + "?handler=On", ("code", Code(key)))).StatusCode);
        return (key.Replace(" ", "", StringComparison.Ordinal), (await client.PageAsync(MyAccount)).WordsOf(".codes li"));
    }
}
