using Microsoft.AspNetCore.Mvc;

namespace CpAssistant.Accounts;

/// <summary>Where the console's pages are.</summary>
internal static class ConsoleAddress
{
    internal const string Root = "/quan-tri";
    internal const string SignIn = Root + "/dang-nhap";
    internal const string SignInCode = SignIn + "/ma-xac-thuc";
    internal const string SignOut = Root + "/dang-xuat";
    internal const string Turns = Root + "/luot-hoi";
    internal const string Figures = Root + "/so-lieu";
    internal const string MyAccount = Root + "/tai-khoan-cua-toi";
    internal const string Accounts = Root + "/tai-khoan";
    internal const string Audit = Root + "/nhat-ky";

    /// <summary>Of the files of the inbox; the page itself is <see cref="Root"/>.</summary>
    internal const string Inbox = Root + "/hop-thu";

    internal const string Report = Root + "/bao-cao";
    internal const string PersonalData = Root + "/du-lieu-ca-nhan";
    internal const string Retention = Root + "/luu-giu";

    /// <summary>Name of the query value that says where to go after signing in.</summary>
    internal const string ReturnKey = "returnUrl";

    /// <returns>The address if it is one of the console's own pages, else the first page: nobody is to be led elsewhere by a link to the sign-in.</returns>
    internal static string Return(string? address, IUrlHelper url)
    {
        var path = address?.Split('?', '#')[0];
        var own = address is ['/', ..] && address.All(letter => letter is > ' ' and < '\x7f') && url.IsLocalUrl(address) && new PathString(path).StartsWithSegments(Root) && !path!.Contains("..", StringComparison.Ordinal) && !path.Contains('\\')
            && !new PathString(path).StartsWithSegments(SignIn) && !new PathString(path).StartsWithSegments(SignOut);
        return own ? address! : Root;
    }
}
