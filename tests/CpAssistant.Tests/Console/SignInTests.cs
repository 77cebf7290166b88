using System.Net;
using CpAssistant.Accounts;
using CpAssistant.Tests.Api;
using CpAssistant.Tests.Channels.DirectLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

public sealed class SignInTests : IDisposable
{
    private const string Wrong = "không phải mật khẩu này";

    private readonly ShiftedTime _time = new();
    private readonly Service _service;

    public SignInTests() => _service = new Service(_time, listens: false, ("Console:SignInsPerMinute", "12"));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task An_officer_signs_in_and_out()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer, "Nguyễn Thị Hòa");

        var page = await client.PageAsync("/quan-tri");
        Assert.Contains("Nguyễn Thị Hòa", page.QuerySelector(".who")!.Words(), StringComparison.Ordinal);
        var left = await client.PostAsync("/quan-tri/dang-xuat");

        Assert.Equal("/quan-tri/dang-nhap", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Http.GetAsync("/quan-tri")).StatusCode);
        Assert.Equal((1, 1), (ConsoleClient.Audited(_service, AuditActions.SignedIn, client.OfficerId), ConsoleClient.Audited(_service, AuditActions.SignedOut, client.OfficerId)));
    }

    [Fact]
    public async Task A_name_is_the_same_however_it_is_written()
    {
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "Nguyễn Thị Hòa");
        using var client = new ConsoleClient(_service);

        var response = await client.SignInAsync(" NGUYỄN thị hoà ", ConsoleClient.Password);

        Assert.Equal("/quan-tri", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_account_is_locked_after_five_failures_and_opens_after_a_quarter_of_an_hour()
    {
        var id = await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "hoa");
        using var client = new ConsoleClient(_service);
        for (var i = 0; i < 5; i++)
        {
            await client.SignInAsync("hoa", Wrong);
        }

        var locked = await client.SignInAsync("hoa", ConsoleClient.Password);
        _time.Shift += TimeSpan.FromMinutes(16);
        var opened = await client.SignInAsync("hoa", ConsoleClient.Password);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (locked.StatusCode, opened.StatusCode));
        Assert.Equal((1, 6), (ConsoleClient.Audited(_service, AuditActions.OfficerLocked, id), ConsoleClient.Audited(_service, AuditActions.SignInFailed, id)));
    }

    [Fact]
    public async Task Attempts_side_by_side_are_all_counted()
    {
        var id = await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "hoa");
        using var client = new ConsoleClient(_service);
        var token = await client.TokenAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Http.PostAsync(
            "/quan-tri/dang-nhap", new FormUrlEncodedContent([new("name", "hoa"), new("password", Wrong), new("__RequestVerificationToken", token)]))));

        Assert.Equal(1, ConsoleClient.Audited(_service, AuditActions.OfficerLocked, id));
        Assert.Equal(10, ConsoleClient.Audited(_service, AuditActions.SignInFailed, id));
    }

    [Fact]
    public async Task Nobody_learns_whether_there_is_an_account()
    {
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "known-1");
        using var client = new ConsoleClient(_service);

        var known = await AnswerAsync("known-1");
        var unknown = await AnswerAsync("nobody1");
        for (var i = 0; i < 5; i++)
        {
            await client.SignInAsync("known-1", Wrong);
        }

        Assert.Equal(known, unknown);
        Assert.Equal(known, await AnswerAsync("known-1"));
        Assert.Equal(1, Unnamed());

        async Task<string> AnswerAsync(string name) => (await ConsoleClient.ReadAsync(await client.SignInAsync(name, Wrong))).QuerySelector("main")!.Words();
    }

    [Fact]
    public async Task A_password_is_hashed_at_each_attempt_whether_or_not_there_is_an_account_or_it_is_locked()
    {
        var hasher = new CountingHasher();
        using var service = new Service(_time, listens: false, services => services.AddSingleton<IPasswordHasher<Officer>>(hasher));
        await ConsoleClient.AddOfficerAsync(service, Role.Officer, "hoa");
        using var client = new ConsoleClient(service);

        for (var i = 0; i < 5; i++)
        {
            await client.SignInAsync("hoa", Wrong);
        }

        Assert.Equal(5, hasher.Verified);
        await client.SignInAsync("hoa", Wrong);
        Assert.Equal(6, hasher.Verified);
        await client.SignInAsync("nobody", Wrong);
        Assert.Equal(7, hasher.Verified);
    }

    [Fact]
    public async Task Attempts_from_one_address_are_bounded()
    {
        using var client = new ConsoleClient(_service);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.SignInAsync($"name-{i}", Wrong)).StatusCode);
        }

        var more = await client.SignInAsync("name-13", Wrong);

        Assert.Equal(HttpStatusCode.TooManyRequests, more.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.Http.GetAsync("/quan-tri/dang-nhap")).StatusCode);
    }

    [Fact]
    public async Task A_visit_comes_back_to_where_it_was_going()
    {
        using var client = new ConsoleClient(_service);

        var response = await client.Http.GetAsync("/quan-tri/nhat-ky?viec=a");

        Assert.Equal("/quan-tri/dang-nhap?returnUrl=%2Fquan-tri%2Fnhat-ky%3Fviec%3Da", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_a_script_asks_for_is_refused_rather_than_led_away()
    {
        using var client = _service.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/quan-tri")).StatusCode);
    }

    [Fact]
    public async Task Cookies_are_for_the_console_alone_and_out_of_reach_of_scripts()
    {
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "hoa");
        using var client = new ConsoleClient(_service);

        var response = await client.SignInAsync("hoa", ConsoleClient.Password);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("cp-console=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Equal(["path=/quan-tri", "samesite=strict", "httponly"], cookie.Split("; ")[1..]);
    }

    [Fact]
    public async Task Over_https_cookies_are_for_https_alone()
    {
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "hoa");
        using var client = new ConsoleClient(_service);
        client.Http.BaseAddress = new Uri("https://localhost");

        var response = await client.SignInAsync("hoa", ConsoleClient.Password);

        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/quan-tri/dang-nhap")]
    [InlineData("/quan-tri")]
    [InlineData("/quan-tri/nhat-ky")]
    [InlineData("/quan-tri/khong-co")]
    public async Task No_browser_keeps_a_page_of_the_console(string address)
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);

        var response = await client.Http.GetAsync(address);

        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_done()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);

        _time.Shift += TimeSpan.FromMinutes(29);
        var busy = await client.Http.GetAsync("/quan-tri");
        _time.Shift += TimeSpan.FromMinutes(29);
        var still = await client.Http.GetAsync("/quan-tri");
        _time.Shift += TimeSpan.FromMinutes(31);
        var idle = await client.Http.GetAsync("/quan-tri");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect), (busy.StatusCode, still.StatusCode, idle.StatusCode));
    }

    [Fact]
    public async Task A_session_ends_after_a_day_of_work_whatever_is_done()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);

        for (var i = 0; i < 35; i++)
        {
            _time.Shift += TimeSpan.FromMinutes(20);
            Assert.Equal(HttpStatusCode.OK, (await client.Http.GetAsync("/quan-tri")).StatusCode);
        }

        _time.Shift += TimeSpan.FromMinutes(21);
        Assert.Equal(HttpStatusCode.Redirect, (await client.Http.GetAsync("/quan-tri")).StatusCode);
    }

    [Fact]
    public async Task Another_role_counts_from_the_next_request()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Http.GetAsync("/quan-tri/nhat-ky")).StatusCode);

        await Register.ChangeRoleAsync(client.OfficerId, Role.Reviewer, by: null);
        var raised = await client.Http.GetAsync("/quan-tri/nhat-ky");
        await Register.ChangeRoleAsync(client.OfficerId, Role.Officer, by: null);
        var lowered = await client.Http.GetAsync("/quan-tri/nhat-ky");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden), (raised.StatusCode, lowered.StatusCode));
    }

    [Fact]
    public async Task Another_password_ends_the_sessions()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);

        await Register.ResetPasswordAsync(client.OfficerId, "một mật khẩu khác hẳn", by: null, temporary: true);

        Assert.Equal(HttpStatusCode.Redirect, (await client.Http.GetAsync("/quan-tri")).StatusCode);
        Assert.Equal(1, ConsoleClient.Audited(_service, AuditActions.SessionRejected, client.OfficerId));
    }

    [Fact]
    public async Task Somebody_elses_password_is_changed_before_anything_else()
    {
        await ConsoleClient.AddOfficerAsync(_service, Role.Officer, "hoa", temporary: true);
        using var client = new ConsoleClient(_service);
        await client.SignInAsync("hoa", ConsoleClient.Password);

        var before = await client.Http.GetAsync("/quan-tri");
        var same = await client.PostAsync("/quan-tri/tai-khoan-cua-toi?handler=Password", ("current", ConsoleClient.Password), ("next", ConsoleClient.Password), ("again", ConsoleClient.Password));
        var changed = await client.PostAsync("/quan-tri/tai-khoan-cua-toi?handler=Password", ("current", ConsoleClient.Password), ("next", "đi trước là con trâu"), ("again", "đi trước là con trâu"));
        var after = await client.Http.GetAsync("/quan-tri");

        Assert.Equal((HttpStatusCode.SeeOther, "/quan-tri/tai-khoan-cua-toi"), (before.StatusCode, before.Headers.Location?.OriginalString));
        Assert.Contains("phải khác", (await ConsoleClient.ReadAsync(same)).QuerySelector(".fault")!.Words(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), (changed.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task The_language_is_remembered()
    {
        using var client = await ConsoleClient.SignInAsync(_service, Role.Officer);
        await client.PageAsync("/quan-tri?lang=en");

        var page = await client.PageAsync("/quan-tri/tai-khoan-cua-toi");

        Assert.Equal(("en", "My account"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.Words()));
    }

    private sealed class CountingHasher : IPasswordHasher<Officer>
    {
        internal int Verified { get; private set; }

        public string HashPassword(Officer user, string password) => OfficerPasswords.Hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Officer user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return OfficerPasswords.Hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private OfficerRegister Register => _service.Services.GetRequiredService<OfficerRegister>();

    private long Unnamed() => ConsoleClient.Audited(_service, AuditActions.SignInFailed) - ConsoleClient.Audited(_service, AuditActions.SignInFailed, 1);
}
