using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Knowledge;

public class TextDecoderTests
{
    private const string Words = "KẾ HOẠCH sản xuất sạch hơn, số 50/KH-UBND; đến năm 2020";

    public static TheoryData<byte[], string> Encodings => new()
    {
        { Encoding.UTF8.GetBytes(Words), "utf-8" },
        { [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)], "utf-8" },
        { Encoding.Unicode.GetBytes(Words), "utf-16le" },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Words)], "utf-16le" },
        { Encoding.BigEndianUnicode.GetBytes(Words), "utf-16be" },
        { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Words)], "utf-16be" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_read_with_and_without_a_mark(byte[] bytes, string encoding)
    {
        Assert.Equal(new DecodeResult.Decoded(Words, encoding), TextDecoder.Decode(bytes));
    }

    [Fact]
    public void Windows_1258_keeps_its_combining_tones()
    {
        // "Kế hoạch đến" with the tones after ê and a, as the code page has them.
        byte[] bytes = [(byte)'K', 0xEA, 0xEC, (byte)' ', (byte)'h', (byte)'o', (byte)'a', 0xF2, (byte)'c', (byte)'h', (byte)' ', 0xF0, 0xEA, 0xEC, (byte)'n'];

        var decoded = Assert.IsType<DecodeResult.Decoded>(TextDecoder.Decode(bytes));

        Assert.Equal("windows-1258", decoded.Encoding);
        Assert.Equal("Kê\u0301 hoa\u0323ch đê\u0301n", decoded.Text);
    }

    [Fact]
    public void Separate_tones_are_read_like_others_and_offsets_stay_in_the_source()
    {
        const string Text = "KẾ HOẠCH\nSản xuất sạch hơn tỉnh Long An\n\n1. Sở Công Thương chủ trì.\n\n2. Sở Tài chính bố trí kinh phí.";
        var decomposed = Text.Normalize(NormalizationForm.FormD);

        var document = Read.Document(decomposed);

        Assert.Equal("Long An", document.Metadata.Province!.Value);
        Assert.Equal("2. Sở Tài chính bố trí kinh phí.".Normalize(NormalizationForm.FormD), document.Provisions[^1].Span.Slice(decomposed));
    }

    [Theory]
    [InlineData("%PDF-1.7 abc", "pdf")]
    [InlineData("PK\u0003\u0004 [Content_Types].xml word/document.xml", "docx")]
    [InlineData("PK\u0003\u0004 xl/workbook.xml", "xlsx")]
    [InlineData("PK\u0003\u0004 abc", "zip")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1", "doc")]
    [InlineData("{\\rtf1 abc}", "rtf")]
    [InlineData("<!DOCTYPE html><p>abc", "html")]
    [InlineData("\u0089PNG\r\n", "image")]
    [InlineData("abc\0def", "binary")]
    [InlineData("", "empty")]
    public void Other_formats_are_refused_by_name(string start, string reason)
    {
        var refused = Assert.IsType<DecodeResult.Refused>(TextDecoder.Decode(Encoding.Latin1.GetBytes(start)));

        Assert.Equal(reason, refused.Reason);
    }

    [Fact]
    public void More_than_twenty_megabytes_are_refused()
    {
        Assert.Equal("too-large", Assert.IsType<DecodeResult.Refused>(TextDecoder.Decode(new byte[TextDecoder.MaxBytes + 1])).Reason);
    }
}
