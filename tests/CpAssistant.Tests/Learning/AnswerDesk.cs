using System.Net;
using AngleSharp.Html.Dom;
using CpAssistant.Tests.Console;

namespace CpAssistant.Tests.Learning;

/// <summary>The forms of the office's answers, filled in and sent as a browser does.</summary>
internal static class AnswerDesk
{
    internal const string Address = "/quan-tri/tra-loi-van-phong";

    /// <summary>The sample plan says nothing of it.</summary>
    internal const string Question = "Mức phí nước thải công nghiệp ở Lạng Sơn là bao nhiêu?";

    /// <summary>The same without marks, in other words.</summary>
    internal const string Unmarked = "phi nuoc thai cong nghiep lang son bao nhieu";

    internal const string Words = "Phí cố định là 1.500.000 đồng một năm.";

    internal static string Field(IHtmlDocument page, string name) => page.QuerySelector("#" + name) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    /// <summary>What the form sends as it stands.</summary>
    internal static IEnumerable<(string Name, string Value)> Fields(IHtmlDocument form) =>
        [("version", form.QuerySelector("input[name=version]")!.GetAttribute("value")!), .. new[] { "questions", "answer", "english", "expires", "others" }.Select(name => (name, Field(form, name))),
            ("province", form.QuerySelector("#province option[selected]")?.TextContent ?? "")];

    /// <summary>The same with what is needed, where it is empty.</summary>
    internal static IEnumerable<(string Name, string Value)> Filled(IHtmlDocument form) => Fields(form).Select(field => field switch
    {
        ("questions", "") => (field.Name, Question),
        ("answer", "") => (field.Name, Words),
        ("others", "") => (field.Name, "Thông báo 5/TB-VP"),
        ("province", "") => (field.Name, "Lạng Sơn"),
        _ => field,
    });

    /// <returns>The number of the answer.</returns>
    internal static async Task<string> KeepAsync(ConsoleClient officer, IHtmlDocument form, string? number = null, params (string Name, string Value)[] fields)
    {
        var names = fields.Select(field => field.Name).ToHashSet();
        var response = await officer.PostAsync($"{Address}/soan{(number is null ? "" : "/" + number)}?handler=Keep", [.. Filled(form).Where(field => !names.Contains(field.Name)), .. fields]);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString.Split('/')[^1];
    }

    internal static async Task DoAsync(ConsoleClient officer, string number, string handler, params (string Name, string Value)[] fields)
    {
        var page = await officer.PageAsync($"{Address}/{number}");
        var response = await officer.PostAsync($"{Address}/{number}?handler={handler}", [.. fields, ("version", page.QuerySelector($"form[action$={handler}] input[name=version]")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }
}
