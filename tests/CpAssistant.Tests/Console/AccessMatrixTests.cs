using System.Net;
using CpAssistant.Accounts;
using CpAssistant.Tests.Api;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

/// <summary>Who may open what in the console. The routes come from the running service, what is expected of each from one table; a route that nobody put there fails.</summary>
public sealed class AccessMatrixTests : IDisposable
{
    /// <summary>
    /// The least role of each route, as its pattern stands in the page; null where nobody has to be signed in. Where one handler of a page needs more than the
    /// page, a row "POST /quan-tri/…?handler=Name" stands beside the page's own. Add a row for each page that you add.
    /// </summary>
    private static readonly Dictionary<string, Role?> LeastRoles = new()
    {
        ["/quan-tri/dang-nhap"] = null,
        ["/quan-tri/dang-nhap/ma-xac-thuc"] = null,
        ["/quan-tri/dang-xuat"] = null,
        ["/quan-tri"] = Role.Officer,
        ["/quan-tri/dem"] = Role.Officer,
        ["/quan-tri/phieu/{reference}"] = Role.Officer,
        ["/quan-tri/mau-tra-loi"] = Role.Officer,
        ["/quan-tri/tai-khoan-cua-toi"] = Role.Officer,
        ["/quan-tri/luot-hoi"] = Role.Officer,
        ["/quan-tri/luot-hoi/{id:long}"] = Role.Officer,
        ["/quan-tri/so-lieu"] = Role.Officer,
        ["/quan-tri/cau-hoi"] = Role.Officer,
        ["/quan-tri/cau-hoi/{id:long}"] = Role.Officer,
        ["/quan-tri/cau-hoi/tien-do"] = Role.Officer,
        ["/quan-tri/tra-loi-van-phong"] = Role.Officer,
        ["/quan-tri/tra-loi-van-phong/soan/{number:int?}"] = Role.Officer,
        ["/quan-tri/tra-loi-van-phong/{number:int}"] = Role.Officer,
        ["/quan-tri/bao-cao"] = Role.Officer,
        ["/quan-tri/bao-cao.docx"] = Role.Officer,
        ["/quan-tri/cau-hoi.csv"] = Role.Officer,
        ["/quan-tri/cau-hoi.xlsx"] = Role.Officer,
        ["/quan-tri/tra-loi-van-phong.csv"] = Role.Officer,
        ["/quan-tri/tra-loi-van-phong.xlsx"] = Role.Officer,
        ["/quan-tri/so-lieu.csv"] = Role.Officer,
        ["/quan-tri/so-lieu.xlsx"] = Role.Officer,
        ["/quan-tri/hop-thu.csv"] = Role.Officer,
        ["/quan-tri/hop-thu.xlsx"] = Role.Officer,
        ["/quan-tri/luot-hoi.csv"] = Role.Officer,
        ["/quan-tri/luot-hoi.xlsx"] = Role.Officer,
        ["/quan-tri/du-lieu-ca-nhan.csv"] = Role.Officer,
        ["/quan-tri/du-lieu-ca-nhan.xlsx"] = Role.Officer,
        ["/quan-tri/nhat-ky.csv"] = Role.Reviewer,
        ["/quan-tri/nhat-ky.xlsx"] = Role.Reviewer,
        ["/quan-tri/nhat-ky"] = Role.Reviewer,
        ["/quan-tri/tai-khoan"] = Role.Administrator,
        ["/quan-tri/tai-khoan/{id:long}"] = Role.Administrator,
        ["/quan-tri/du-lieu-ca-nhan"] = Role.Officer,
        ["/quan-tri/du-lieu-ca-nhan/{id:long}"] = Role.Officer,
        ["/quan-tri/du-lieu-ca-nhan/{id:long}/xoa"] = Role.Reviewer,
        ["/quan-tri/luu-giu"] = Role.Officer,
    };

    private readonly Service _service = new(("Console:SignInsPerMinute", "100000"), ("Limits:RequestsPerMinute", "1000000"));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Every_route_of_the_console_has_a_row_in_the_table()
    {
        var routes = (await CallsAsync()).Select(call => call.Route).ToHashSet();

        Assert.Empty(routes.Except(LeastRoles.Keys));
        Assert.Empty(LeastRoles.Keys.Where(key => key[0] == '/').Except(routes));
    }

    [Fact]
    public async Task Each_role_may_do_what_the_table_says_and_nothing_else()
    {
        var calls = await CallsAsync();
        var wrong = new List<string>();

        foreach (var role in new Role?[] { null, Role.Officer, Role.Reviewer, Role.Administrator })
        {
            using var client = await ClientAsync(role);
            var token = await client.TokenAsync();
            foreach (var call in calls)
            {
                var refused = ConsoleClient.Audited(_service, AuditActions.AccessRefused, client.OfficerId);
                using var response = await client.Http.SendAsync(call.Request(token));
                var expected = Expected(role, call);
                var told = ConsoleClient.Audited(_service, AuditActions.AccessRefused, client.OfficerId) - refused;
                if (Outcome(response) != expected || told != (expected == "forbidden" ? 1 : 0))
                {
                    wrong.Add($"{role?.ToString() ?? "signed out"}: {call}: {Outcome(response)}, told {told} times; expected {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_form_without_a_valid_token_is_refused_and_told_everywhere()
    {
        using var client = await ClientAsync(Role.Administrator);
        using var stranger = await ClientAsync(Role.Administrator);
        var strangers = await stranger.TokenAsync();
        var wrong = new List<string>();

        foreach (var call in (await CallsAsync()).Where(call => call.Method != "GET"))
        {
            foreach (var token in new[] { null, "CfDJ8false", strangers })
            {
                var refused = ConsoleClient.Audited(_service, AuditActions.ForgeryRefused, client.OfficerId);
                using var response = await client.Http.SendAsync(call.Request(token));
                if (response.StatusCode != HttpStatusCode.BadRequest || ConsoleClient.Audited(_service, AuditActions.ForgeryRefused, client.OfficerId) != refused + 1)
                {
                    wrong.Add($"{call}: {response.StatusCode}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_removed_officer_is_out_everywhere_and_that_is_told()
    {
        var wrong = new List<string>();
        using var client = await ClientAsync(Role.Reviewer);
        var token = await client.TokenAsync();
        // The browser keeps sending what it was given before the removal, whatever it is told since.
        var cookies = await CookiesAsync(client);
        await _service.Services.GetRequiredService<OfficerRegister>().RemoveAsync(client.OfficerId, by: null);
        using var bare = _service.NewClient();
        bare.DefaultRequestHeaders.Add("Cookie", cookies);

        foreach (var call in (await CallsAsync()).Where(call => LeastOf(call) is not null))
        {
            var rejected = ConsoleClient.Audited(_service, AuditActions.SessionRejected, client.OfficerId);
            using var response = await bare.SendAsync(call.Request(token));
            if (Outcome(response) != (call.Method == "GET" ? "to the sign-in" : "signed out") || ConsoleClient.Audited(_service, AuditActions.SessionRejected, client.OfficerId) != rejected + 1)
            {
                wrong.Add($"{call}: {Outcome(response)}");
            }
        }

        Assert.Empty(wrong);
    }

    private static Role? LeastOf(Call call) => LeastRoles.TryGetValue($"{call.Method} {call.Address}", out var least) ? least : LeastRoles.GetValueOrDefault(call.Route);

    private static string Expected(Role? role, Call call) => LeastOf(call) switch
    {
        null => "reached",
        _ when role is null => call.Method == "GET" ? "to the sign-in" : "signed out",
        var least when role < least => "forbidden",
        _ => "reached",
    };

    private static string Outcome(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.Forbidden => "forbidden",
        HttpStatusCode.Unauthorized => "signed out",
        HttpStatusCode.Redirect when response.Headers.Location!.OriginalString.Contains("/quan-tri/dang-nhap?returnUrl=", StringComparison.Ordinal) => "to the sign-in",
        >= HttpStatusCode.InternalServerError => $"failed with {response.StatusCode}",
        _ => "reached",
    };

    private static async Task<string> CookiesAsync(ConsoleClient client)
    {
        using var response = await client.Http.GetAsync("/quan-tri/tai-khoan-cua-toi");
        // What the session was renewed with.
        return string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    private async Task<ConsoleClient> ClientAsync(Role? role) => role is { } known ? await ConsoleClient.SignInAsync(_service, known) : new ConsoleClient(_service);

    /// <summary>What leads out of a session comes last.</summary>
    private async Task<IReadOnlyList<Call>> CallsAsync()
    {
        var calls = new List<Call>();
        foreach (var endpoint in _service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (route.Equals("/quan-tri", StringComparison.OrdinalIgnoreCase) || route.StartsWith("/quan-tri/", StringComparison.OrdinalIgnoreCase))
            {
                calls.AddRange((await HandlersAsync(endpoint)).Select(handler => new Call(route, handler.Method, handler.Name)));
            }
        }

        return [.. calls.OrderBy(call => call.Route is "/quan-tri/dang-xuat" or "/quan-tri/dang-nhap")];
    }

    private async Task<IEnumerable<(string Method, string? Name)>> HandlersAsync(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Select(method => (method, (string?)null));
        }

        var compiled = await _service.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        return compiled.HandlerMethods.Select(handler => (handler.HttpMethod.ToUpperInvariant(), handler.Name)).Append(("GET", null)).Distinct();
    }

    /// <param name="Route">Its pattern.</param>
    /// <param name="Handler">Of a page that has several.</param>
    private sealed record Call(string Route, string Method, string? Handler)
    {
        internal string Address => Handler is null ? Route : $"{Route}?handler={Handler}";

        /// <param name="token">Against forgery.</param>
        internal HttpRequestMessage Request(string? token)
        {
            // No such thing anywhere, so that nothing is changed.
            var address = System.Text.RegularExpressions.Regex.Replace(Address, @"\{[^}]*\}", "987654321");
            var request = new HttpRequestMessage(new HttpMethod(Method), address);
            if (Method != "GET")
            {
                request.Content = new FormUrlEncodedContent(token is null ? [] : [new("__RequestVerificationToken", token)]);
            }

            return request;
        }

        public override string ToString() => $"{Method} {Address}";
    }
}
