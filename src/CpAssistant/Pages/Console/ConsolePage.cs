using System.Globalization;
using CpAssistant.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CpAssistant.Pages.Console;

/// <summary>What all pages of the office's console have: who asks, their language, a notice after a change, the audit log.</summary>
public abstract class ConsolePage : PageModel
{
    private ConsoleLanguage _language = new("vi");

    /// <summary>"vi" or "en".</summary>
    public string Language => _language.Code;

    /// <summary>Null where nobody is signed in.</summary>
    public SignedInOfficer? Me => SignedInOfficer.Of(User);

    /// <summary>What was just done, shown once on the next page.</summary>
    [TempData(Key = "notice")]
    public string? Notice { get; set; }

    /// <returns>The words in the language of the page.</returns>
    public string T(string vietnamese, string english) => _language.T(vietnamese, english);

    public bool May(Role role) => Me?.Role >= role;

    /// <remarks>By its name alone it would be taken for a handler that can be asked for.</remarks>
    [NonHandler]
    public override void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        _language = ConsoleLanguage.Of(Request);
        if (ConsoleLanguage.Asked(Request) is { } asked)
        {
            Response.Cookies.Append(ConsoleLanguage.Cookie, asked, new CookieOptions
            {
                Path = ConsoleAddress.Root,
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = Request.IsHttps,
            });
        }
    }

    /// <param name="address">From the service's root on: "/quan-tri/…".</param>
    /// <returns>As a link of this page names it.</returns>
    internal string Link(string address) => Url.Content("~" + address);

    /// <returns>The words of a pair in the language of the page.</returns>
    internal string T((string Vietnamese, string English) words) => T(words.Vietnamese, words.English);

    /// <returns>A line of the audit log on what the officer does now; <see cref="AuditLog.Write"/> takes it along with a change.</returns>
    protected AuditEntry Entry(string action, string? subjectKind = null, object? subjectId = null, string outcome = AuditOutcome.Done) => new(
        HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), Me?.Id, action, subjectKind, subjectId is null ? null : Convert.ToString(subjectId, CultureInfo.InvariantCulture), outcome);

    /// <summary>Tells the audit log of something seen.</summary>
    protected Task AuditAsync(string action, string? subjectKind = null, object? subjectId = null, string outcome = AuditOutcome.Done) =>
        HttpContext.RequestServices.GetRequiredService<AuditLog>().AppendAsync(Entry(action, subjectKind, subjectId, outcome));

    /// <summary>After a change: a page anew, so that nothing is sent twice.</summary>
    protected RedirectResult See(string address, string? notice = null)
    {
        Notice = notice;
        return Redirect("~" + address);
    }
}
