using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace CpAssistant.Tests.Api;

/// <summary>The font's files and what the style sheet says of them.</summary>
public sealed partial class FontTests(SampleService shared) : IClassFixture<SampleService>
{
    private readonly Service _service = shared.Service;

    /// <summary>The letters that Vietnamese has beyond those of English, in both cases, each one character.</summary>
    internal static string Letters { get; } = Lower + Lower.ToUpperInvariant();

    private const string Lower = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    [Fact]
    public async Task Every_face_has_every_letter()
    {
        var styles = (await Faces()).GroupBy(face => (face.Style, face.Weight)).ToList();

        Assert.Equal(134, Letters.Distinct().Count());
        Assert.Equal([("italic", "400"), ("normal", "400"), ("normal", "600")], styles.Select(style => style.Key).Order());
        Assert.All(styles, style => Assert.Equal("", string.Concat((Letters + "Aa09–“”…₫").Where(letter => !style.Any(face => face.Has(letter))))));
    }

    [Fact]
    public async Task Vietnamese_letters_take_no_file_of_other_languages()
    {
        // Of several faces that have a letter the last one counts.
        var taken = (await Faces()).GroupBy(face => (face.Style, face.Weight))
            .SelectMany(style => Letters.Select(letter => style.Last(face => face.Has(letter)).Address));

        Assert.DoesNotContain(taken, address => address.Contains("latin-ext", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_file_is_there_for_good()
    {
        foreach (var face in await Faces())
        {
            var response = await _service.Client.GetAsync(face.Address);

            Assert.Equal((HttpStatusCode.OK, "font/woff2"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("wOF2"u8.ToArray(), (await response.Content.ReadAsByteArrayAsync())[..4]);
        }
    }

    [Fact]
    public async Task Its_licence_comes_along() =>
        Assert.Contains("SIL OPEN FONT LICENSE Version 1.1", await _service.Client.GetStringAsync(Path.GetDirectoryName((await Faces())[0].Address) + "/LICENSE.txt"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/")]
    [InlineData("/van-ban")]
    [InlineData("/quan-tri/dang-nhap")]
    public async Task Browsers_are_told_to_take_fonts_from_here_alone(string path)
    {
        var policy = (await _service.Client.GetAsync(path)).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("; font-src 'self';", policy, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Face>> Faces() =>
        [.. FaceRule().Matches(await _service.Client.GetStringAsync("/fonts.css")).Select(rule => Face.Read(rule.Groups[1].Value))];

    [GeneratedRegex(@"@font-face \{([^}]+)\}")]
    private static partial Regex FaceRule();

    private sealed record Face(string Style, string Weight, string Address, IReadOnlyList<(int From, int To)> Ranges)
    {
        internal static Face Read(string rule)
        {
            string Value(string name) => Regex.Match(rule, name + ": ([^;]+);").Groups[1].Value;
            return new Face(Value("font-style"), Value("font-weight"), "/" + Regex.Match(rule, @"url\(""([^""]+)""\)").Groups[1].Value, [.. Value("unicode-range").Split(", ").Select(Range)]);
        }

        internal bool Has(char letter) => Ranges.Any(range => letter >= range.From && letter <= range.To);

        /// <param name="text">"U+1EA0-1EF9" or "U+20AB".</param>
        private static (int From, int To) Range(string text)
        {
            var ends = text[2..].Split('-').Select(end => int.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList();
            return (ends[0], ends[^1]);
        }
    }
}
