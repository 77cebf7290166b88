using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Tests.Understanding;

public class PatternTests
{
    [Theory]
    [InlineData("(cơ quan|sở) nào", "cơ quan nào phụ trách", "cơ quan nào")]
    [InlineData("(cơ quan|sở) nào", "co quan nao phu trach", "co quan nao")]
    [InlineData("bao nhiêu [phần trăm]", "là bao nhiêu", "bao nhiêu")]
    [InlineData("bao nhiêu [phần trăm]", "bao nhiêu phần trăm vậy", "bao nhiêu phần trăm")]
    [InlineData("giảm * xuống", "giảm từ 8 phần trăm xuống 5", "giảm xuống")]
    [InlineData("^ còn", "còn long an", "còn")]
    [InlineData("thì sao $", "long an thì sao", "thì sao")]
    public void Finds_the_words_it_names(string notation, string utterance, string expected) =>
        Assert.Equal(expected, Found(notation, utterance));

    [Theory]
    [InlineData("(cơ quan|sở) nào", "cơ quan này")]
    [InlineData("ai ký", "ai kỳ")]
    [InlineData("^ còn", "long an còn không")]
    [InlineData("thì sao $", "thì sao vậy bạn")]
    [InlineData("giảm * xuống", "giảm một hai ba bốn năm sáu bảy tám chín mười rồi lại thêm hai ba bước xuống")]
    [InlineData("(phần trăm|%)", "bao nhiêu tiền")]
    public void Does_not_find_what_is_not_there(string notation, string utterance) => Assert.Null(Found(notation, utterance));

    [Fact]
    public void A_bracket_that_is_not_closed_is_refused() => Assert.Throws<FormatException>(() => Pattern.Parse("(một|hai"));

    [Fact]
    public void Entities_stand_for_their_words()
    {
        var tokens = Analyzer.Exact.Analyze("quyết định 86 của Long An");
        var utterance = new AnnotatedUtterance(tokens, [("number", 2, 3), ("province", 4, 6)]);

        var found = Pattern.Parse("{number} * {province}").Find(utterance);

        Assert.Equal([2, 4, 5], found);
    }

    private static string? Found(string notation, string utterance)
    {
        var tokens = Analyzer.Exact.Analyze(utterance);
        var found = Pattern.Parse(notation).Find(new AnnotatedUtterance(tokens, []));
        return found is null ? null : string.Join(' ', found.Select(i => utterance[tokens[i].Start..tokens[i].End]));
    }
}
