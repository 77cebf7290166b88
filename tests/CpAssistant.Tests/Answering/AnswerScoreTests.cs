using CpAssistant.Benchmarks.Answers;
using CpAssistant.Conversations;
using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Answering;

public class AnswerScoreTests
{
    private const string Quote = "b) 45% cơ sở công nghiệp áp dụng, mức tiêu hao giảm từ 7–11%;";

    private static readonly GoldQuestion Question = new()
    {
        Id = "x",
        Style = "x",
        Turns = ["x"],
        Accept = ["answered"],
        Gold = [new GoldCitation("a.txt", "I", Quote)],
        Must = [["7-11"]],
        MustNot = ["4-7"],
        MaxCitations = 2,
    };

    [Theory]
    [InlineData("Giảm từ 7%–11%.", Quote, 0)]
    [InlineData("Giảm 7 – 11%.", "45% cơ sở công nghiệp áp dụng giảm từ 7 - 11%", 0)]
    [InlineData("Giảm 4–7%, rồi 7–11%.", Quote, 1)]
    [InlineData("Giảm nhiều.", Quote, 1)]
    [InlineData("Giảm 7-11%.", "b) 45% cơ sở công nghiệp áp dụng, mức tiêu hao giảm;", 1)]
    [InlineData("Giảm 7-11%.", "45% 7-11%", 1)]
    public void Counts_what_is_wrong(string text, string quote, int faults) =>
        Assert.Equal(faults, AnswerScore.Faults(Question, Reply(text, Cite(quote))).Count);

    [Fact]
    public void A_quote_of_the_whole_section_is_no_hit() =>
        Assert.Single(AnswerScore.Faults(Question, Reply("7-11%", Cite(Quote + string.Concat(Enumerable.Repeat(" thêm", 70))))));

    [Fact]
    public void Too_many_citations_are_a_fault() =>
        Assert.Single(AnswerScore.Faults(Question, Reply("7-11%", Cite(Quote), Cite(Quote), Cite(Quote))));

    [Theory]
    [InlineData("một hai ba", 0, 14, "một hai\n2\nba", true)]
    [InlineData("một hai ba", 0, 14, "một hai bốn ba", false)]
    [InlineData("một hai", 0, 10, "một hai ba", false)]
    [InlineData("một hai ba", 0, 14, "**một** hai ba", true)]
    public void A_quote_says_what_its_place_says(string quote, int start, int end, string text, bool same) =>
        Assert.Equal(same, AnswerScore.StandsInSource(Cite(quote) with { Start = start, End = Math.Min(end, text.Length) }, text));

    private static ConversationReply Reply(string text, params CitationItem[] citations) => new(null, Outcome.Answered, text, citations, 1, 1);

    private static CitationItem Cite(string quote) => new("a.txt", "A", null, null, "I", quote, 0, 1, SourceKind.Original);
}
