using System.Text;
using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Text;

public sealed class VietnameseTextTests
{
    /// <summary>Two spellings of the same words.</summary>
    public static TheoryData<string, string> Spellings => new()
    {
        { "hoà", "hòa" }, { "hoá", "hóa" }, { "hoạ", "họa" }, { "thuỷ", "thủy" }, { "uỷ", "ủy" }, { "tuỳ", "tùy" }, { "xoè", "xòe" },
        { "khoẻ", "khỏe" }, { "loã", "lõa" }, { "quý", "quí" }, { "quỹ", "quĩ" }, { "qúy", "quý" }, { "gìa", "già" }, { "giá", "gía" },
        { "khuyến", "khuýên" }, { "khuyến", "khúyên" }, { "thuở", "thủơ" }, { "khuỷu", "khủyu" }, { "ngoài", "ngòai" }, { "hoàn", "hòan" },
        { "toàn", "tòan" }, { "của", "cuả" }, { "mía", "miá" }, { "đường", "đừơng" }, { "được", "đựơc" }, { "nước", "nứơc" },
        { "kỹ thuật", "kĩ thuật" }, { "tỷ lệ", "tỉ lệ" }, { "quy định", "qui định" }, { "công ty", "công ti" }, { "lý do", "lí do" },
        { "mỹ", "mĩ" }, { "vật lý", "vật lí" }, { "sỹ quan", "sĩ quan" }, { "hy vọng", "hi vọng" }, { "vỹ", "vĩ" },
        { "Đồng Tháp", "ĐỒNG THÁP" }, { "Ủy ban", "UỶ BAN" },
        { "Ðồng Tháp", "Đồng Tháp" }, { "ƉỒNG", "đồng" },
        { "sản\u00ADxuất", "sảnxuất" }, { "\uFEFFđiều", "điều" }, { "\u2068long\u2069", "long" },
        { "o\u031B\u0300", "ờ" }, { "o\u0300\u031B", "ờ" }, { "ò\u031B", "ờ" }, { "ơ\u0300", "ờ" },
        { "e\u0323\u0302", "ệ" }, { "e\u0302\u0323", "ệ" }, { "ẹ\u0302", "ệ" }, { "ê\u0323", "ệ" },
        { "a\u0306\u0301", "ắ" }, { "a\u0301\u0306", "ắ" }, { "\u0061\u0341", "á" }, { "\u0061\u0340", "à" },
        { "đươ\u0300ng", "đường" }, { "quyê\u0301t đi\u0323nh", "quyết định" }, { "hoa\u0300", "hòa" },
    };

    /// <summary>Words that must stay apart.</summary>
    public static TheoryData<string, string> Different => new()
    {
        { "đường", "dương" }, { "hòa", "hoa" }, { "hóa", "hòa" }, { "ta", "tạ" }, { "tay", "tai" }, { "thuý", "thúi" }, { "may", "mai" },
        { "ăn", "ân" }, { "sơ", "sổ" }, { "quy", "quỵ" }, { "by", "bi" }, { "y", "i" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Reads_two_spellings_as_one_word(string one, string other)
    {
        Assert.Equal(VietnameseText.Normalize(one), VietnameseText.Normalize(other));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Does_not_depend_on_the_normalization_form(string one, string other)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            Assert.Equal(VietnameseText.Normalize(one), VietnameseText.Normalize(other.Normalize(form)));
        }
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Keeps_different_words_apart(string one, string other)
    {
        Assert.NotEqual(VietnameseText.Normalize(one), VietnameseText.Normalize(other));
    }

    [Theory]
    [InlineData("quý", "quí")]
    [InlineData("giá", "giá")]
    [InlineData("hoà", "hòa")]
    [InlineData("khuyến", "khuyến")]
    [InlineData("café", "café")]
    [InlineData("86/QĐ-UBND, 5%", "86/qđ-ubnd, 5%")]
    [InlineData("", "")]
    public void Writes_the_old_tone_place_and_i(string text, string normalized)
    {
        Assert.Equal(normalized, VietnameseText.Normalize(text));
    }

    [Theory]
    [InlineData("Đồng Tháp", "dong thap")]
    [InlineData("ỦY BAN NHÂN DÂN", "uy ban nhan dan")]
    [InlineData("kỹ thuật", "ki thuat")]
    [InlineData("ky thuat", "ki thuat")]
    [InlineData("Ðắk Lắk", "dak lak")]
    [InlineData("ươ\u0323c", "uoc")]
    [InlineData("qựỹ", "qui")]
    public void Folds_every_mark_and_the_stroke(string text, string folded)
    {
        Assert.Equal(folded, VietnameseText.Fold(text));
    }

    [Theory]
    [InlineData("duong", "đường", true)]
    [InlineData("dương", "đường", true)]
    [InlineData("đuong", "đường", true)]
    [InlineData("dường", "đường", true)]
    [InlineData("đường", "dương", false)]
    [InlineData("đường", "duong", false)]
    [InlineData("hòa", "hoa", false)]
    [InlineData("hoa", "hóa", true)]
    [InlineData("hoá", "hòa", false)]
    [InlineData("công", "cong", false)]
    [InlineData("cong", "công", true)]
    [InlineData("xuât", "xuất", true)]
    [InlineData("xuát", "xuất", true)]
    public void Takes_typed_marks_as_a_promise(string typed, string word, bool canStand)
    {
        Assert.Equal(canStand, VietnameseText.CanStandFor(VietnameseText.Normalize(typed), VietnameseText.Normalize(word)));
    }

    [Fact]
    public void Normalizing_twice_is_normalizing_once() =>
        RandomText.Holds(static text => VietnameseText.Normalize(VietnameseText.Normalize(text)) == VietnameseText.Normalize(text));

    [Fact]
    public void Folding_twice_is_folding_once() =>
        RandomText.Holds(static text => VietnameseText.Fold(VietnameseText.Fold(text)) == VietnameseText.Fold(text));

    [Fact]
    public void Folding_before_or_after_normalizing_is_the_same() =>
        RandomText.Holds(static text => VietnameseText.Fold(VietnameseText.Normalize(text)) == VietnameseText.Fold(text));

    [Fact]
    public void A_folded_word_can_stand_for_the_word() =>
        RandomText.Holds(static text => VietnameseText.CanStandFor(VietnameseText.Fold(text), VietnameseText.Normalize(text)));

    [Fact]
    public void A_folded_text_has_no_marks() =>
        RandomText.Holds(static text => !VietnameseText.HasMarks(VietnameseText.Fold(text)));

    [Fact]
    public void Long_runs_of_marks_take_no_long_time()
    {
        var text = "đ" + new string('\u0309', 100_000) + "uờng" + string.Concat(Enumerable.Repeat("a\u0302\u0301\u00AD", 100_000));

        Assert.StartsWith("duonga", VietnameseText.Fold(text), StringComparison.Ordinal);
        Timing.TakesLessThan(TimeSpan.FromSeconds(1), () => VietnameseText.Fold(text));
    }
}
