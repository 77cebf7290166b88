using System.Globalization;
using System.Text;
using CpAssistant.Channels.Telegram;
using CpAssistant.Conversations;
using CpAssistant.Core.Knowledge;
using FsCheck;
using FsCheck.Fluent;
using Outcome = CpAssistant.Core.Answering.Outcome;

namespace CpAssistant.Tests.Channels.Telegram;

public sealed class ReplyHtmlTests
{
    private const string Root = "https://sxsh.example.vn";

    /// <summary>What a line of a reply may be made of, with all that means something in HTML.</summary>
    private static readonly Gen<string> Bits = Gen.Frequency(
        (12, Gen.Elements("Sở", "Công", "Thương:", "chủ", "trì,", "50%", "năm", "2020.", "đến;", "(", ")", "•", "1.", "Có!", "nghiệp", "a\u0301\u0323")),
        (3, Gen.Elements("<b>", "</b>", "</blockquote>", "<blockquote expandable>", "<a href=\"tg://user?id=1\">", "]]>", "<!--", "-->", "&amp;", "&#60;", "&lt", "&&", "\"", "'", "<", ">", "<script>")),
        (2, Gen.Elements("\n", "\r\n", "\t", "\0", "\u0007", "\u2028", "\u0085", "\u202E", "\u2066", "\u200B", "\uFEFF", "\uD83D", "\uDE00", "👍🏽", "👨‍👩‍👧‍👦", "\u0300\u0301")),
        (1, Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())));

    private static readonly Gen<string> Words =
        from bits in Bits.ArrayOf()
        from gap in Gen.Elements(" ", " ", " ", "", "\n")
        from times in Gen.Frequency((8, Gen.Constant(1)), (1, Gen.Choose(1, 300)))
        select string.Concat(Enumerable.Repeat(string.Join(gap, bits) + gap, times));

    private static readonly Gen<CitedSource> Sources =
        from quote in Words
        from section in Words
        from document in Gen.Choose(0, 3)
        from label in Gen.Elements(null, null, "Tóm tắt, không phải nguyên văn")
        select Source(quote, $"{document}", section, label);

    private static readonly Arbitrary<Reply> Replies = (
        from outcome in Gen.Elements(Enum.GetValues<Outcome>())
        from lead in Words
        from sources in Sources.ArrayOf()
        from notes in Words.ArrayOf()
        select new Reply(outcome, "vi", lead, sources, notes, [])).ToArbitrary();

    [Fact]
    public void Any_reply_becomes_valid_messages() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(30), Prop.ForAll(Replies, reply =>
        Assert.All(ReplyHtml.Of(reply, Root, reply.Lead, reply.Notes.Count > 0 ? reply.Notes[0] : null), message => TelegramMarkup.ReadMessage(message))));

    [Fact]
    public void Every_word_is_shown_in_its_order() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(30), Prop.ForAll(Replies, reply =>
    {
        // each document has its name in full
        var sources = reply.Sources.Select((source, index) => source with { Citation = source.Citation with { Document = $"{index}" } }).ToList();
        var messages = ReplyHtml.Of(reply with { Sources = sources }, Root, "hỏi", "lưu");

        var expected = string.Concat(["hỏi", reply.Lead, .. sources.Select(source => source.Label + source.Citation.Quote + source.Line), .. reply.Notes, "lưu"]);
        Assert.Equal(Bare(expected), Bare(string.Concat(messages.Select(message => TelegramMarkup.Read(message).Text))));
    }));

    [Fact]
    public void Plain_is_the_text_that_Telegram_reads() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(30), Prop.ForAll(Replies, reply =>
        Assert.All(ReplyHtml.Of(reply, Root), message => Assert.Equal(TelegramMarkup.Read(message).Text, TelegramHtml.Plain(message)))));

    [Theory]
    [InlineData("Điều này dài. ", 20_000)]
    [InlineData("từ ", 20_000)]
    [InlineData("không-có-chỗ-nghỉ", 20_000)]
    [InlineData("<&>", 20_000)]
    [InlineData("👨‍👩‍👧‍👦", 20_000)]
    [InlineData("😀", 20_000)]
    [InlineData("dòng thứ\n", 40_000)]
    [InlineData("a\u0301\u0301\u0301", 20_000)]
    public void A_quote_too_long_for_a_message_becomes_complete_quotes(string word, int length)
    {
        var quote = string.Concat(Enumerable.Repeat(word, length / word.Length));

        var messages = ReplyHtml.Of(Reply("Có.", Source(quote)), Root);
        var quotes = messages.SelectMany(message => TelegramMarkup.ReadMessage(message).Words("blockquote")).ToList();

        Assert.True(quotes.Count >= length / 4096);
        Assert.All(quotes, part => Assert.Matches(@"^“\S[\s\S]*\S”$", part));
        Assert.Equal(Solid(quote), Solid(string.Concat(quotes.Select(part => part[1..^1]))));
        Assert.Equal(Characters(quote), quotes.Sum(part => Characters(part[1..^1])));
        Assert.Equal(Root + "/van-ban/a?trich=1-2#trich", TelegramMarkup.Read(messages[^1]).Elements[^1].Address);
        Assert.Equal(["blockquote", "a"], TelegramMarkup.Read(messages[^1]).Elements.Select(element => element.Tag));
    }

    [Fact]
    public void A_long_quote_is_cut_between_sentences()
    {
        var quote = string.Join(' ', Enumerable.Range(1, 300).Select(number => $"Theo điểm 1. của TP. Hà Nội, câu thứ {number} nói điều này."));

        var quotes = ReplyHtml.Of(Reply("Có.", Source(quote)), Root).SelectMany(message => TelegramMarkup.Read(message).Words("blockquote"));

        Assert.All(quotes, part => Assert.EndsWith("nói điều này.”", part, StringComparison.Ordinal));
        Assert.All(quotes, part => Assert.StartsWith("“Theo điểm", part, StringComparison.Ordinal));
    }

    [Fact]
    public void One_character_of_thousands_of_marks_is_cut_as_well()
    {
        var messages = ReplyHtml.Of(Reply("a" + new string('\u0301', 20_000) + " b"), Root).Select(TelegramMarkup.ReadMessage);

        Assert.Equal("ab", Bare(string.Concat(messages.Select(message => message.Text))));
    }

    [Fact]
    public void Many_sources_keep_to_the_number_of_tags()
    {
        var reply = Reply(string.Join('\n', Enumerable.Range(1, 300).Select(number => $"• T{number}: x")), [.. Enumerable.Range(1, 200).Select(number => Source("x", $"{number}"))]);

        var messages = ReplyHtml.Of(reply, null).Select(TelegramMarkup.ReadMessage).ToList();

        Assert.Equal(500, messages.Sum(message => message.Elements.Count));
    }

    [Fact]
    public void Neither_quote_nor_source_line_stands_alone_where_both_fit_a_message()
    {
        var messages = ReplyHtml.Of(Reply("Có.", [.. Enumerable.Range(1, 12).Select(number => Source(new string('x', 900), $"{number}"))]), Root);

        Assert.True(messages.Count > 2);
        Assert.All(messages.Select(TelegramMarkup.ReadMessage), message => Assert.Equal(message.Words("blockquote").Count(), message.Words("a").Count()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\u200B\u2060\uFEFF")]
    [InlineData("\u202E\u2066")]
    public void Nothing_to_say_is_no_empty_message(string nothing) =>
        Assert.Equal("…", Assert.Single(ReplyHtml.Of(Reply(nothing) with { Notes = [nothing] }, Root, nothing, nothing)));

    [Fact]
    public void A_digest_is_told_under_its_label_and_never_quoted()
    {
        var message = Assert.Single(ReplyHtml.Of(Reply("Có.", Source("lời kể", label: "Tóm tắt, không phải nguyên văn")), Root));

        Assert.Contains("<i>Tóm tắt, không phải nguyên văn:</i>\nlời kể\n— <a ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("blockquote", message, StringComparison.Ordinal);
        Assert.DoesNotContain("“", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_original_is_not_quoted_even_without_a_label()
    {
        var source = Source("lời kể");
        var message = Assert.Single(ReplyHtml.Of(Reply("Có.", source with { Citation = source.Citation with { Source = SourceKind.Office } }), Root));

        Assert.DoesNotContain("blockquote", message, StringComparison.Ordinal);
        Assert.Contains("\nlời kể\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_quote_opens_when_it_is_touched()
    {
        var message = Assert.Single(ReplyHtml.Of(Reply("Có.", Source(new string('x', 301)), Source(new string('y', 300), "b")), Root));

        Assert.Contains("<blockquote expandable>“x", message, StringComparison.Ordinal);
        Assert.Contains("<blockquote>“y", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_named_again_only_in_another_message()
    {
        CitedSource[] sources = [.. Enumerable.Range(1, 6).Select(number => Source($"{number} " + new string('x', 900), "a", $"III › {number}"))];

        var lines = ReplyHtml.Of(Reply("Có.", sources), Root).Select(message => TelegramMarkup.Read(message).Words("a").ToList()).ToList();

        Assert.Equal(2, lines.Count);
        Assert.All(lines, message => Assert.StartsWith("Kế hoạch a (50/KH-UBND), mục III", message[0], StringComparison.Ordinal));
        Assert.All(lines.SelectMany(message => message.Skip(1)), line => Assert.StartsWith("mục III › ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Source_lines_without_a_public_address_are_no_links()
    {
        var message = Assert.Single(ReplyHtml.Of(Reply("Có.", Source("một")), null));

        Assert.EndsWith("\n— Kế hoạch a (50/KH-UBND), mục III", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_address_stays_in_its_attribute()
    {
        var source = Source("một") with { Address = "/van-ban/a\"><b>x</b>\n đ&quot;&a=1" };
        var parsed = TelegramMarkup.ReadMessage(Assert.Single(ReplyHtml.Of(Reply("x: y", source), Root)));

        Assert.Equal(Root + "/van-ban/a%22%3E%3Cb%3Ex%3C/b%3E%0A%20%C4%91&quot;&a=1", parsed.Elements.Single(element => element.Tag == "a").Address);
    }

    [Fact]
    public void Rows_have_their_names_in_bold_and_room_where_they_are_long()
    {
        var far = new string('x', 90);
        Assert.Equal("<b>Theo tỉnh:</b>\n• <b>Sơn La:</b> 40%\n• không tên", Assert.Single(ReplyHtml.Of(Reply("Theo tỉnh:\n• Sơn La: 40%\n• không tên"), Root)));
        Assert.Equal($"• <b>Sơn La:</b> 40%\n\n• <b>Cà Mau:</b> {far}", Assert.Single(ReplyHtml.Of(Reply($"• Sơn La: 40%\n• Cà Mau: {far}"), Root)));
    }

    [Fact]
    public void A_long_list_in_a_line_becomes_rows()
    {
        var lead = "Sơn La: mục tiêu đến năm 2020: 90% cơ sở (kể cả 10, 20; và hơn nữa) được phổ biến kiến thức về sản xuất sạch hơn, 50% cơ sở áp dụng ở mức độ nào đó, ít nhất 30 cơ sở được đánh giá, gồm cả cơ sở nhỏ.";

        Assert.Equal(
            "<b>Sơn La: mục tiêu đến năm 2020:</b>\n• 90% cơ sở (kể cả 10, 20; và hơn nữa) được phổ biến kiến thức về sản xuất sạch hơn,\n• 50% cơ sở áp dụng ở mức độ nào đó,\n• ít nhất 30 cơ sở được đánh giá, gồm cả cơ sở nhỏ.",
            Assert.Single(ReplyHtml.Of(Reply(lead), Root)));
    }

    [Theory]
    [InlineData(
        "Sơn La: mục tiêu đến năm 2030: 55% cơ sở công nghiệp áp dụng sản xuất sạch hơn trên toàn tỉnh, 60% cơ sở lớn; kết quả báo cáo năm 2020: 11% cơ sở công nghiệp áp dụng sản xuất sạch hơn.",
        "<b>Sơn La:</b>\n• mục tiêu đến năm 2030: 55% cơ sở công nghiệp áp dụng sản xuất sạch hơn trên toàn tỉnh, 60% cơ sở lớn;\n• kết quả báo cáo năm 2020: 11% cơ sở công nghiệp áp dụng sản xuất sạch hơn.")]
    [InlineData(
        "Sơn La: Cơ sở tham gia đánh giá chi tiết được hỗ trợ 50% chi phí thuê tư vấn, tối đa 70 triệu đồng cho một cơ sở; hồ sơ nộp tại Trung tâm Khuyến công thuộc Sở Công Thương trước ngày 30 tháng 9.",
        "<b>Sơn La:</b>\n• Cơ sở tham gia đánh giá chi tiết được hỗ trợ 50% chi phí thuê tư vấn, tối đa 70 triệu đồng cho một cơ sở;\n• hồ sơ nộp tại Trung tâm Khuyến công thuộc Sở Công Thương trước ngày 30 tháng 9.")]
    public void Rows_keep_what_belongs_to_them(string lead, string html) => Assert.Equal(html, Assert.Single(ReplyHtml.Of(Reply(lead), Root)));

    [Theory]
    [InlineData("Tôi không tìm thấy nội dung này trong văn bản hiện có. Văn bản có của: Sơn La.", "<b>Tôi không tìm thấy nội dung này trong văn bản hiện có.</b>\nVăn bản có của: Sơn La.")]
    [InlineData("Do TP. Huế (KT. Chủ tịch ký. Xong) ban hành. Xem thêm.", "<b>Do TP. Huế (KT. Chủ tịch ký. Xong) ban hành.</b>\nXem thêm.")]
    public void The_first_sentence_is_in_bold(string lead, string html) => Assert.Equal(html, Assert.Single(ReplyHtml.Of(Reply(lead), Root)));

    [Theory]
    [InlineData("a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne")]
    [InlineData("a\0b\tc\u007Fd", "a b c d")]
    [InlineData("a\u202Eb\u2066c\u2069\u202A", "abc")]
    [InlineData("<b>\"&amp;\"</b>", "&lt;b&gt;\"&amp;amp;\"&lt;/b&gt;")]
    public void Words_are_escaped(string words, string html) => Assert.Equal(html, TelegramHtml.Text(words));

    [Fact]
    public void Half_a_character_is_shown_as_damaged() => Assert.Equal("\uFFFDa\uFFFD😀\uFFFD", TelegramHtml.Text("\uD83Da\uDE00😀\uD83D"));

    [Fact]
    public void A_link_is_escaped_in_both_its_parts() =>
        Assert.Equal("<a href=\"https://x.vn/?a=1&amp;b=%22%3E\">a &lt; b</a>", TelegramHtml.LinkStart("https://x.vn/?a=1&b=\">") + TelegramHtml.Text("a < b") + "</a>");

    private static Reply Reply(string lead, params CitedSource[] sources) => new(Outcome.Answered, "vi", lead, sources, [], []);

    private static CitedSource Source(string quote, string document = "a", string section = "III", string? label = null) => new(
        new CitationItem(document + ".md", "Kế hoạch", "50/KH-UBND", "Lạng Sơn", section, quote, 1, 2, label is null ? SourceKind.Original : SourceKind.Digest),
        label,
        $"Kế hoạch {document} (50/KH-UBND), mục {section}",
        $"/van-ban/{document}?trich=1-2#trich");

    /// <summary>Words without blanks, marks that cannot be seen, and signs that the layout adds.</summary>
    private static string Bare(string words) => string.Concat(TelegramHtml.Clean(words).EnumerateRunes().Where(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber
        || (rune.IsAscii && !Rune.IsWhiteSpace(rune) && rune.Value != ':')).Where(rune => rune.Value != 'ℹ'));

    private static string Solid(string words) => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>As people see them.</summary>
    private static int Characters(string words) => new StringInfo(Solid(words)).LengthInTextElements;
}
