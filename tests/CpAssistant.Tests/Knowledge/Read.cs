using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

/// <summary>Reads small texts, and shows an outline as lines.</summary>
internal static class Read
{
    internal static readonly string[] Provinces =
        ["Long An", "Đồng Tháp", "Bình Định", "Bến Tre", "Sơn La", "Hà Nội", "Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Tây Ninh", "Thái Bình", "An Giang", "Lạng Sơn", "Hòa Bình"];

    internal static Document Document(string text, FrontMatter? frontMatter = null) =>
        Assert.IsType<ParseResult.Accepted>(DocumentParser.Parse("some-file.txt", text, Provinces, frontMatter)).Document;

    internal static ParseResult.Refused Refused(string text) => Assert.IsType<ParseResult.Refused>(DocumentParser.Parse("some-file.txt", text, Provinces));

    /// <returns>A line for each node from the first that is no preamble: two spaces for each step down, then kind, label and the beginning of its words.</returns>
    internal static string Outline(string text) => Outline(Document(text));

    internal static string Outline(Document document) => string.Join('\n', document.Provisions
        .SkipWhile(provision => provision.Kind == ProvisionKind.Preamble)
        .Select(provision => new string(' ', 2 * (document.PathTo(provision).Count - 1)) + $"{provision.Kind} {provision.Label}".TrimEnd() + ": " + Begin(document.Quote(provision.Span))));

    internal static Provision Node(Document document, string beginning) =>
        document.Provisions.First(provision => document.Quote(provision.Span).StartsWith(beginning, StringComparison.Ordinal));

    internal static IEnumerable<string> Sentences(Document document, Provision provision) => provision.Sentences.Select(document.Quote);

    private static string Begin(string words) => words.Length <= 24 ? words : words[..24];
}
