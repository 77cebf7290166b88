using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CpAssistant.Accounts;
using CpAssistant.Storage;
using CpAssistant.Tests.Api;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CpAssistant.Tests.Console;

/// <summary>The console as one person's browser sees it: cookies are kept, redirects are not followed, forms are sent with the token of a page.</summary>
internal sealed class ConsoleClient : IDisposable
{
    internal const string Password = "con trâu đi trước cái cày";

    private static int _count;

    internal ConsoleClient(Service service, long officerId = 0, string name = "")
    {
        (OfficerId, Name) = (officerId, name);
        Http = service.NewClient();
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html, */*;q=0.8");
    }

    internal HttpClient Http { get; }

    internal long OfficerId { get; }

    internal string Name { get; }

    /// <summary>Adds an officer and signs in with the real form.</summary>
    internal static async Task<ConsoleClient> SignInAsync(Service service, Role role, string? name = null)
    {
        var known = name ?? $"{role.ToString().ToLowerInvariant()}-{Interlocked.Increment(ref _count)}";
        var client = new ConsoleClient(service, await AddOfficerAsync(service, role, known), known);
        var response = await client.SignInAsync(known, Password);
        Assert.Equal((HttpStatusCode.Redirect, "/quan-tri"), (response.StatusCode, response.Headers.Location?.OriginalString));
        return client;
    }

    /// <returns>How many lines the audit log has of this action, and of this officer where one is named.</returns>
    internal static long Audited(Service service, string action, long? officerId = null)
    {
        using var connection = service.Services.GetRequiredService<Database>().Read();
        return connection.ExecuteScalar<long>("SELECT count(*) FROM audit WHERE action = @action AND (@officerId IS NULL OR officer_id = @officerId)", new { action, officerId });
    }

    /// <returns>The officer's id.</returns>
    internal static async Task<long> AddOfficerAsync(Service service, Role role, string name, string password = Password, bool temporary = false)
    {
        var outcome = await service.Services.GetRequiredService<OfficerRegister>().AddAsync(name, role, password, by: null, temporary);
        return Assert.IsType<OfficerOutcome.Done>(outcome).Id;
    }

    internal Task<HttpResponseMessage> SignInAsync(string name, string password, string query = "") =>
        PostAsync("/quan-tri/dang-nhap" + query, ("name", name), ("password", password));

    internal async Task<IHtmlDocument> PageAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(address);
        return await ReadAsync(response, status);
    }

    internal static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        Assert.Equal((status, "text/html"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form to an address, with the token of a page that this person can see.</summary>
    internal async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        await Http.PostAsync(address, new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", await TokenAsync())]));

    /// <summary>Of the page of one's own account, or of the sign-in.</summary>
    internal async Task<string> TokenAsync()
    {
        using var own = await Http.GetAsync("/quan-tri/tai-khoan-cua-toi");
        var page = own.IsSuccessStatusCode ? await ReadAsync(own) : await PageAsync("/quan-tri/dang-nhap");
        return page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    public void Dispose() => Http.Dispose();
}
