using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CpAssistant.Channels.DirectLine;
using CpAssistant.Conversations;
using CpAssistant.Core.Knowledge;
using FsCheck;
using FsCheck.Fluent;
using Markdig;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>Replies as a client draws them: read back by a Markdown library with all its extensions on.</summary>
public sealed class ReplyMarkdownTests
{
    private const string Root = "https://sxsh.example.vn";
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseAutoLinks().UseEmojiAndSmiley().Build();

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/a.png)")]
    [InlineData("[1]: https://evil.example")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<javascript:alert(1)> &lt;b&gt; &#91;")]
    [InlineData("`code` ``` ~~~ ~~x~~ ==x== ++x++ ^x^")]
    [InlineData("# Tiêu đề")]
    [InlineData("- mục")]
    [InlineData("+ mục")]
    [InlineData("1. mục")]
    [InlineData("1) mục")]
    [InlineData("> trích")]
    [InlineData("***")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("| a | b |")]
    [InlineData("*a* _b_ **c**")]
    [InlineData("\\[x\\] \\(y\\) $$z$$ \\")]
    [InlineData("https://evil.example www.evil.example a@evil.example")]
    [InlineData(":::warning ::: {.class} [^1] :smile: :)")]
    [InlineData("“Kế hoạch 50/KH-UBND” & Sở Công Thương: 40%")]
    public void Words_stay_words(string words)
    {
        var page = Drawn(Reply(words));

        Assert.Equal(words, page.QuerySelector("p")!.TextContent);
        Assert.Equal(["P"], page.Body!.QuerySelectorAll("*").Select(element => element.TagName));
    }

    [Fact]
    public void Any_words_stay_words() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Elements("[]()<>&\\`*_{}#+-.!|~$:=^\"'/@%,;?0123456789 aBđ\n\t".ToCharArray()).ArrayOf().ToArbitrary(), letters =>
        {
            var words = new string(letters);
            var page = Drawn(Reply("x " + words));

            return Bare("x " + words) == Bare(page.Body!.TextContent) && page.QuerySelectorAll("a,img,code,h1,h2,li,blockquote,em,strong,hr,table,pre,del,script").Length == 0;
        }));

    [Fact]
    public void The_rows_of_a_lead_are_lines()
    {
        var page = Drawn(Reply("Theo tỉnh:\nLạng Sơn | 40%\r\n  Sơn La | 50%\n\n# x"));

        Assert.Equal(3, page.QuerySelectorAll("p br").Length);
        Assert.Equal(["Theo tỉnh:", "Lạng Sơn | 40%", "Sơn La | 50%", "# x"], page.QuerySelector("p")!.TextContent.Split('\n'));
    }

    [Fact]
    public void An_original_is_quoted_and_a_digest_told_under_its_label()
    {
        var page = Drawn(Reply("x", Source("a", "nguyên văn"), Source("b", "lời kể", SourceKind.Digest, "Tóm tắt, không phải nguyên văn")));

        Assert.Equal(["“nguyên văn”", "Tóm tắt, không phải nguyên văn: lời kể"], page.QuerySelectorAll("blockquote").Select(quote => quote.TextContent.Trim()));
    }

    [Fact]
    public void A_source_line_leads_to_its_page()
    {
        var page = Drawn(Reply("x", Source("a", "một"), Source("b", "hai")));

        Assert.Equal([$"{Root}/van-ban/a?trich=1-2#trich", $"{Root}/van-ban/b?trich=1-2#trich"], page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["1", "2"], page.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.Equal("Kế hoạch \"a\" [50/KH-UBND] (14/03/2016), mục III › 5", page.QuerySelector("a")!.GetAttribute("title"));
        Assert.Equal("— Kế hoạch \"a\" [50/KH-UBND] (14/03/2016), mục III › 5 1", page.QuerySelectorAll("p").First(line => line.TextContent.StartsWith('—')).TextContent);
    }

    [Fact]
    public void Sources_of_one_address_share_a_number()
    {
        var reply = Reply("x", Source("a", "một"), Source("b", "hai"), Source("a", "ba"));

        Assert.Equal(["1", "2", "1"], Drawn(reply).QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.Equal([(1, "“một”\n“ba”"), (2, "“hai”")], CitedPage.Of(reply.Sources, Root).Select(page => (page.Number, page.Words)));
    }

    [Fact]
    public void A_hostile_address_stays_one()
    {
        var page = Drawn(Reply("x", Source("a> \"t\"\n\n# x\n[2]: <javascript:alert(1)", "một")));

        Assert.Single(page.QuerySelectorAll("a"));
        Assert.StartsWith(Root, page.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public void A_hostile_document_stays_within_its_quotation()
    {
        var page = Drawn(Reply("x", Source("a", "một\n\n[1]: https://evil.example\n\n</blockquote><h1>hai</h1>\n# ba")));

        Assert.Single(page.QuerySelectorAll("blockquote"));
        Assert.Empty(page.QuerySelectorAll("h1"));
        Assert.StartsWith(Root, page.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_a_list()
    {
        var page = Drawn(Reply("x") with { Notes = ["một\n# hai", "- ba"] });

        Assert.Equal(["một # hai", "- ba"], page.QuerySelectorAll("li").Select(note => note.TextContent));
    }

    private static Reply Reply(string lead, params CitedSource[] sources) => new(Core.Answering.Outcome.Answered, "vi", lead, sources, [], []);

    private static CitedSource Source(string id, string quote, SourceKind source = SourceKind.Original, string? label = null) => new(
        new CitationItem(id + ".md", "Kế hoạch", "50/KH-UBND", "Lạng Sơn", "III › 5", quote, 1, 2, source),
        label,
        $"Kế hoạch \"{id}\" [50/KH-UBND] (14/03/2016), mục III › 5",
        $"/van-ban/{id}?trich=1-2#trich");

    private static IHtmlDocument Drawn(Reply reply) => new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(ReplyMarkdown.Of(reply, Root), Pipeline));

    /// <summary>Blanks aside, which Markdown does not keep.</summary>
    private static string Bare(string words) => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));
}
