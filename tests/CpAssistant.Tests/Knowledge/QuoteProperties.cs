using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Knowledge;

public class QuoteProperties
{
    [Fact]
    public void Marks_change_no_word() => ParserProperties.Check(document =>
    {
        var marks = SomeMarks(document);

        Assert.All(document.Provisions, provision =>
            Assert.Equal(document.Quote(provision.Span), string.Concat(document.Quote(provision.Span, marks).Select(piece => piece.Text))));
    });

    [Fact]
    public void What_is_marked_is_what_is_asked_for() => ParserProperties.Check(document =>
    {
        var marks = SomeMarks(document);

        Assert.All(document.Provisions, provision => Assert.Equal(
            Solid(marks.Where(provision.Span.Overlaps).Select(mark => document.Quote(Common(mark, provision.Span)))),
            Solid(document.Quote(provision.Span, marks).Where(piece => piece.Marked).Select(piece => piece.Text))));
    });

    [Fact]
    public void Lines_differ_from_the_quote_in_breaks_only() => ParserProperties.Check(document =>
        Assert.All(document.Provisions, provision => Assert.Equal(
            document.Quote(provision.Span),
            string.Concat(document.Lines(provision.Span, SomeMarks(document)).Select(piece => piece.Text)).Replace('\n', ' '))));

    [Fact]
    public void Neighbouring_pieces_differ() => ParserProperties.Check(document =>
        Assert.All(document.Provisions, provision =>
        {
            var pieces = document.Quote(provision.Span, SomeMarks(document));
            Assert.All(pieces, piece => Assert.NotEmpty(piece.Text));
            Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.NotEqual(pair.First.Marked, pair.Second.Marked));
        }));

    [Fact]
    public void Marks_are_ordered_and_cut_no_character()
    {
        const string Text = "a😀b😀c";

        var marks = Marks.Of(Text, [new TextSpan(5, 7), new TextSpan(2, 3), new TextSpan(2, 2), new TextSpan(0, 1), new TextSpan(6, 7)]);

        Assert.Equal([new TextSpan(0, 3), new TextSpan(4, 7)], marks);
    }

    [Fact]
    public void A_letterhead_keeps_its_lines_and_a_wrapped_line_goes_on()
    {
        var wrapped = "Căn cứ Luật Bảo vệ môi trường ngày 23 tháng 6 năm 2014 và các văn bản hướng dẫn";
        var document = Read.Document($"ỦY BAN NHÂN DÂN\nTỈNH LONG AN\n\nKẾ HOẠCH\n{wrapped}\nthi hành Luật này;\n\nI. MỤC TIÊU\n\n1. Đến năm 2020 các cơ sở áp dụng sản xuất sạch hơn.");
        var whole = new TextSpan(0, document.Text.Length);

        var shown = string.Concat(document.Lines(whole, []).Select(piece => piece.Text));

        Assert.StartsWith($"ỦY BAN NHÂN DÂN\nTỈNH LONG AN\nKẾ HOẠCH\n{wrapped} thi hành Luật này;\n", shown, StringComparison.Ordinal);
    }

    /// <summary>Up to five places, anywhere and overlapping; the same for the same text.</summary>
    private static IReadOnlyList<TextSpan> SomeMarks(Document document)
    {
        var random = new Random(document.Text.Length);
        return Marks.Of(document.Text, Enumerable.Range(0, random.Next(6)).Select(_ =>
        {
            var (one, other) = (random.Next(document.Text.Length + 1), random.Next(document.Text.Length + 1));
            return new TextSpan(Math.Min(one, other), Math.Max(one, other));
        }));
    }

    private static TextSpan Common(TextSpan one, TextSpan other) => new(Math.Max(one.Start, other.Start), Math.Min(one.End, other.End));

    private static string Solid(IEnumerable<string> texts) => string.Concat(string.Concat(texts).Where(character => !char.IsWhiteSpace(character)));
}
