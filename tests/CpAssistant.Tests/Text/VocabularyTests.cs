using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Text;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Vocabulary = Core.Text.Vocabulary.Of(
        ["Đường đi Bình Dương, đường sắt.", "Cây dương; đường bộ", "hoà bình, hòa giải", "bộ. đường"]);

    [Theory]
    [InlineData("đường", 4)]
    [InlineData("dương", 2)]
    [InlineData("hòa", 2)]
    [InlineData("duong", 0)]
    public void Counts_exact_words(string term, int count)
    {
        Assert.Equal(count, Vocabulary.CountOf(term));
    }

    [Fact]
    public void Finds_words_by_their_folded_form_most_frequent_first()
    {
        Assert.Equal(["đường", "dương"], Vocabulary.WordsOf("duong"));
    }

    [Theory]
    [InlineData("duong", "đường dương")]
    [InlineData("đuong", "đường")]
    [InlineData("dương", "đường dương")]
    [InlineData("đường", "đường")]
    [InlineData("dưỡng", "")]
    public void Keeps_the_promise_of_typed_marks(string typed, string words)
    {
        Assert.Equal(words, string.Join(' ', Vocabulary.WordsFor(typed)));
        Assert.Equal(words.Length > 0, Vocabulary.Knows(typed));
    }

    [Theory]
    [InlineData("đường", "sắt", 1)]
    [InlineData("duong", "sat", 1)]
    [InlineData("đường", "bộ", 1)]
    [InlineData("dương", "đường", 0)]
    [InlineData("bộ", "đường", 0)]
    [InlineData("bình", "dương", 1)]
    [InlineData("bình", "đường", 0)]
    public void Counts_neighbours_with_white_space_between(string first, string second, int count)
    {
        Assert.Equal(count, Vocabulary.CountFor(first, second));
    }

    [Fact]
    public void Takes_counts_made_elsewhere()
    {
        var vocabulary = new Vocabulary(
            new Dictionary<string, int> { ["sạch"] = 3, ["hơn"] = 2 },
            new Dictionary<(string First, string Second), int> { [("sạch", "hơn")] = 2 });

        Assert.Equal((2, 3, 2), (vocabulary.Count, vocabulary.CountOf("sạch"), vocabulary.CountFor("sach", "hơn")));
    }

    [Fact]
    public void Knows_every_word_of_its_texts_with_and_without_marks() => RandomText.Holds(static text =>
    {
        var vocabulary = Core.Text.Vocabulary.Of([text]);
        return Analyzer.Exact.Analyze(text)
            .Where(static token => token.End - token.Start <= 32)
            .All(token => vocabulary.Knows(token.Term) && vocabulary.Knows(VietnameseText.Fold(token.Term)));
    });

    [Theory]
    [InlineData("xuấc", "xuất", true)]
    [InlineData("xuac", "xuất", true)]
    [InlineData("xut", "xuất", true)]
    [InlineData("sãn", "sản", true)]
    [InlineData("sahc", "sạch", true)]
    [InlineData("sạhc", "sạch", true)]
    [InlineData("sachh", "sạch", true)]
    [InlineData("sãchh", "sạch", false)]
    [InlineData("hôn", "hơn", true)]
    [InlineData("xuất", "xuất", false)]
    [InlineData("xuat", "xuất", false)]
    [InlineData("đường", "dương", false)]
    [InlineData("tp", "tập", true)]
    [InlineData("", "a", true)]
    public void Tells_one_slip_from_none_and_from_two(string typed, string word, bool oneSlip)
    {
        Assert.Equal(oneSlip, Slip.IsBetween(typed, word));
    }
}
