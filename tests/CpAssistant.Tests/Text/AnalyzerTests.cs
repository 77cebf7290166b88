using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Text;

public sealed class AnalyzerTests
{
    /// <summary>Text → terms, joined by |.</summary>
    public static TheoryData<string, string> Corpus => new()
    {
        { "Sản xuất sạch hơn (SXSH)", "sản|xuất|sạch|hơn|sxsh" },
        { "Quyết định số 86/QĐ-UBND ngày 04/01/2013", "quyết|định|số|86|qđ|ubnd|ngày|04|01|2013" },
        { "tổng kinh phí 286.000.000 đồng, 5,5%.", "tổng|kinh|phí|286.000.000|đồng|5,5" },
        { "8-13% và 8–13%", "8|13|và|8|13" },
        { "Sở KH&CN, Sở TN&MT", "sở|kh|cn|sở|tn|mt" },
        { "năm 2015.Đến năm 2020", "năm|2015|đến|năm|2020" },
        { "xuất\u00A0khẩu", "xuất|khẩu" },
        { "quye\u0302\u0301t\nđi\u0323nh", "quyết|định" },
        { "(a) b; đ)", "a|b|đ" },
        { "CO2, H2O, so61", "co2|h2o|so61" },
        { "1.", "1" },
        { "...,,,", "" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Cuts_text_into_terms(string text, string terms)
    {
        Assert.Equal(terms, string.Join('|', Analyzer.Exact.Analyze(text).Select(token => token.Term)));
    }

    [Fact]
    public void Offsets_slice_the_source()
    {
        const string Text = "Ủy ban – UỶ BAN: quye\u0302\u0301t";

        var slices = Analyzer.Folded.Analyze(Text).Select(token => token.Span.Slice(Text));

        Assert.Equal(["Ủy", "ban", "UỶ", "BAN", "quye\u0302\u0301t"], slices);
    }

    [Fact]
    public void Offsets_hold_in_any_text() => RandomText.Holds(static text =>
    {
        var tokens = Analyzer.Exact.Analyze(text);
        var ordered = tokens.Zip(tokens.Skip(1)).All(static pair => pair.First.End <= pair.Second.Start);
        var tokenized = SyllableTokenizer.Tokenize(text).ToList();
        return ordered
            && tokenized.Count == tokens.Count
            && tokenized.All(token => token.Term == token.Span.Slice(text))
            && tokens.Zip(tokenized).All(pair => pair.First.Span == pair.Second.Span && pair.First.Term == VietnameseText.Normalize(pair.Second.Term));
    });

    [Fact]
    public void Folded_terms_are_the_folds_of_exact_terms() => RandomText.Holds(static text =>
        Analyzer.Exact.Analyze(text).Select(static token => VietnameseText.Fold(token.Term))
            .SequenceEqual(Analyzer.Folded.Analyze(text).Select(static token => token.Term)));
}
