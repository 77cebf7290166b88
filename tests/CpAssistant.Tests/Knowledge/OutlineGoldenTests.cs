using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Knowledge;

/// <summary>
/// The outlines of the official texts, checked against them line by line: depth, kind, label, start, end, first words of the
/// heading. The files hold no sentence of the texts.
/// </summary>
public class OutlineGoldenTests
{
    public static TheoryData<string> Files =>
    [
        "ben-tre-chi-thi-sxsh", "binh-dinh-2456-ubnd-kt-2018", "dong-thap-50-kh-ubnd-2016", "long-an-86-qd-ubnd-2013", "son-la-tin-bai-2017",
    ];

    [SharedTheory]
    [MemberData(nameof(Files))]
    public void Official_texts_have_the_outlines_that_were_checked(string file)
    {
        var document = Official(file);

        Assert.Equal(File.ReadAllLines(Golden(file)), document.Provisions.Select(provision => Line(document, provision)));
    }

    [SharedTheory]
    [InlineData("ben-tre-chi-thi-sxsh", "Directive", "", "", "UBND tỉnh Bến Tre", "Bến Tre", "Cao Văn Trọng", "-2020")]
    [InlineData("binh-dinh-2456-ubnd-kt-2018", "Report", "2456/UBND-KT", "2018-04-24", "UBND tỉnh Bình Định", "Bình Định", "Phan Cao Thắng", "2009-2018")]
    [InlineData("dong-thap-50-kh-ubnd-2016", "Plan", "50/KH-UBND", "2016-03-14", "UBND tỉnh Đồng Tháp", "Đồng Tháp", "Nguyễn Thanh Hùng", "2016-2020")]
    [InlineData("long-an-86-qd-ubnd-2013", "Programme", "86/QĐ-UBND", "2013-01-04", "UBND tỉnh Long An", "Long An", "", "-2020")]
    [InlineData("son-la-tin-bai-2017", "News", "", "2017-06-09", "", "Sơn La", "", "2016-2020")]
    public void Official_texts_say_this_of_themselves(string file, string kind, string number, string date, string issuer, string province, string signer, string period)
    {
        var metadata = Official(file).Metadata;

        Assert.Equal(
            (kind, number, date, issuer, province, signer, period),
            (metadata.Kind.ToString(), metadata.Number?.Value ?? "", metadata.Date?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", metadata.Issuer?.Value ?? "",
                metadata.Province?.Value ?? "", metadata.Signer?.Value.Name ?? "", metadata.Period is { } years ? $"{years.Value.From}-{years.Value.To}" : ""));
    }

    [SharedTheory]
    [InlineData("ben-tre-chi-thi-sxsh", 0, 0)]
    [InlineData("binh-dinh-2456-ubnd-kt-2018", 1, 2)]
    [InlineData("dong-thap-50-kh-ubnd-2016", 2, 0)]
    [InlineData("long-an-86-qd-ubnd-2013", 2, 0)]
    [InlineData("son-la-tin-bai-2017", 0, 2)]
    public void Missing_annexes_and_noise_are_noted(string file, int missing, int noise)
    {
        var document = Official(file);

        Assert.Equal((missing, noise), (document.MissingAnnexes.Count, document.Noise.Count));
    }

    private static Document Official(string file)
    {
        var decoded = Assert.IsType<DecodeResult.Decoded>(TextDecoder.Decode(File.ReadAllBytes(Path.Combine(SharedFolder.Documents!, file + ".txt"))));
        return Assert.IsType<ParseResult.Accepted>(DocumentParser.Parse(file + ".txt", decoded.Text, Read.Provinces)).Document;
    }

    private static string Line(Document document, Provision provision) => string.Join('\t',
        document.PathTo(provision).Count - 1, provision.Kind, provision.Label, provision.Span.Start, provision.Span.End, string.Join(' ', provision.Heading.Split(' ').Take(2)));

    private static string Golden(string file) => Path.Combine(Repository.Root, "tests", "CpAssistant.Tests", "Golden", "outlines", file + ".tsv");
}
