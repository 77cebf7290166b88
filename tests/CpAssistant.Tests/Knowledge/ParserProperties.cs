using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Knowledge;

public class ParserProperties
{
    private const int Tests = 300;

    private const string Prose = "Sở Công Thương chủ trì, phối hợp với các sở, ngành thực hiện nhiệm vụ được giao trên địa bàn tỉnh.";

    /// <summary>Scraps that documents are made of, put together without sense.</summary>
    private static readonly string[] Scraps =
    [
        "I. ", "II. ", "III.", "A. ", "B. ", "1. ", "2. ", "3. ", "4.", "1) ", "(2) ", "1.1. ", "1.2 ", "2.1. ", "a) ", "b) ", "c) ", "d) ", "đ) ", "e) ", "i) ", "ii) ",
        "- ", "+ ", "* ", "• ", "-", "--", "---", "**", "#", "## ", "Điều 1. ", "Điều 2. ", "Chương I", "Phần thứ nhất", "Mục 1", "2016. ", "90% ", "10.000 đồng", "3", "- 4 -",
        "Trang 3/12", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An", "KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "PHỤ LỤC 1", "DANH MỤC",
        "(Ban hành kèm theo Quyết định số 97/QĐ-UBND ngày 15/3/2014)", "Số: 50/KH-UBND", "Số:   /KH-UBND", "Long An, ngày 31 tháng 02 năm 2013", "Thứ sáu, 09/06/2017",
        "Căn cứ Luật Bảo vệ môi trường;", "Kính gửi: Bộ Công Thương", "V/v báo cáo", "như sau:", "Mục tiêu:", "TỔ CHỨC THỰC HIỆN", "| a | b |", "|---|---|", Prose, Prose, "sở", "Sở",
        "\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\f", "\t", "    ", " ", " ", ".", ",", ";", ":", "…", "./.", "\u0301", "\u0323", "\u200B", "\uFEFF", "\u2028", "\u00A0", "\uD83D", "😀", "<b>",
    ];

    private static readonly Gen<string> Jumbled =
        from count in Gen.Choose(0, 150)
        from scraps in Gen.ArrayOf(Gen.Elements(Scraps), count)
        select string.Concat(scraps);

    private static readonly Gen<string> Hostile = Gen.OneOf(Jumbled, Jumbled.Select(text => Prose + "\n" + text), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get));

    [Fact]
    public void Any_text_is_read_or_refused()
    {
        Prop.ForAll(Hostile.ToArbitrary(), text => DocumentParser.Parse("x.md", text, Read.Provinces) is ParseResult.Accepted or ParseResult.Refused).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));
    }

    [Fact]
    public void Spans_are_in_order_and_inside_the_text()
    {
        Check(document =>
        {
            Assert.All(Spans(document), span => Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= document.Text.Length));
            AssertOrdered(document.Provisions.Select(provision => provision.Span));
            AssertOrdered(document.Noise);
        });
    }

    [Fact]
    public void Sentences_cover_their_provision_and_nothing_else()
    {
        Check(document => Assert.All(document.Provisions, provision =>
        {
            AssertOrdered(provision.Sentences);
            Assert.NotEmpty(provision.Sentences);
            Assert.Equal(provision.Span, provision.Sentences[0].Union(provision.Sentences[^1]));
            Assert.Equal(Solid(document, provision.Span), string.Concat(provision.Sentences.Select(sentence => Solid(document, sentence))));
        }));
    }

    [Fact]
    public void No_word_outside_noise_is_lost()
    {
        Check(document =>
        {
            var kept = new bool[document.Text.Length];
            foreach (var span in document.Provisions.Select(provision => provision.Span).Concat(document.Noise))
            {
                Array.Fill(kept, true, span.Start, span.Length);
            }

            Assert.DoesNotContain(Enumerable.Range(0, kept.Length), i => !kept[i] && char.IsLetterOrDigit(document.Text[i]));
        });
    }

    [Fact]
    public void Parents_come_before_their_children()
    {
        Check(document => Assert.All(document.Provisions, provision =>
        {
            Assert.Equal(provision, document.Provisions[provision.Index]);
            Assert.True(provision.Parent is null || provision.Parent < provision.Index);
        }));
    }

    [Fact]
    public void A_label_stands_at_the_beginning_of_its_span()
    {
        Check(document => Assert.All(
            document.Provisions.Where(provision => provision.Label.Length > 0 && provision.Kind != ProvisionKind.Annex),
            provision => Assert.Contains(provision.Label, provision.Span.Slice(document.Text), StringComparison.Ordinal)));
    }

    [Fact]
    public void Any_bytes_are_decoded_or_refused()
    {
        Prop.ForAll<byte[]>(bytes => TextDecoder.Decode(bytes) is DecodeResult.Decoded or DecodeResult.Refused).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));
    }

    /// <summary>Checks documents that were put together from scraps without sense.</summary>
    internal static void Check(Action<Document> check) =>
        Prop.ForAll(Jumbled.Select(text => Prose + "\n" + text).ToArbitrary(), text =>
        {
            if (DocumentParser.Parse("x.txt", text, Read.Provinces) is ParseResult.Accepted accepted)
            {
                check(accepted.Document);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

    private static IEnumerable<TextSpan> Spans(Document document) => document.Provisions.SelectMany(provision => provision.Sentences.Append(provision.Span))
        .Concat(document.Noise)
        .Concat(document.Warnings.Select(warning => warning.Span).OfType<TextSpan>())
        .Concat(document.Metadata.LegalGrounds.Concat(document.Metadata.Recipients).Select(found => found.Span).OfType<TextSpan>())
        .Concat(new[]
        {
            document.Metadata.Number?.Span, document.Metadata.About?.Span, document.Metadata.Issuer?.Span, document.Metadata.Province?.Span, document.Metadata.Date?.Span,
            document.Metadata.Subject?.Span, document.Metadata.Signer?.Span, document.Metadata.Period?.Span, document.Metadata.InForce?.Span,
        }.OfType<TextSpan>());

    private static void AssertOrdered(IEnumerable<TextSpan> spans)
    {
        var end = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= end, $"{span} begins before {end}");
            end = span.End;
        }
    }

    private static string Solid(Document document, TextSpan span) => string.Concat(span.Slice(document.Text).Where(char.IsLetterOrDigit));
}
