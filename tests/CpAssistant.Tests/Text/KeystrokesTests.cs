using CpAssistant.Core.Text;

namespace CpAssistant.Tests.Text;

public sealed class KeystrokesTests
{
    public static TheoryData<string, string> Telex => new()
    {
        { "DDoongf Thaps", "Đồng Tháp" },
        { "ddeens nawm phaans ddaaus nhieeu cow sowr aps dungj sanr xuaats sachj hown", "đến năm phấn đấu nhiêu cơ sở áp dụng sản xuất sạch hơn" },
        { "nghieepj nghieejp nghiepje nghieepj", "nghiệp nghiệp nghiệp nghiệp" },
        { "dduwowngf dduowngf duongwfd dduwownfg ddwowngf", "đường đường đường đường đường" },
        { "nguwowif nguoiwf nguowif", "người người người" },
        { "nwocs nuwowcs nuocws nuowcs", "nước nước nước nước" },
        { "tw nhw chuwa cuwar cuawr muwa uwu luwu", "tư như chưa cửa cửa mưa ưu lưu" },
        { "hoaf hoas thuyr khuyeens khuyeen quys giaf quaanf quoocs", "hòa hóa thủy khuyến khuyên quý già quần quốc" },
        { "thuowr huow huowngs ruwowuj khuyur", "thuở huơ hướng rượu khuỷu" },
        { "ooong", "" },
        { "DDOONGF THAPS UYR BAN", "ĐỒNG THÁP ỦY " },
        { "hoafz hoafs dangd toanf xawng hoawcj", "hoa hóa đang toàn xăng hoặc" },
        { "OWR owr ow aan eem", "Ở ở ơ ân êm" },
    };

    public static TheoryData<string, string> Vni => new()
    {
        { "so61 d9oo62ng nghie65p d9o62ng", "số đồng nghiệp đồng" },
        { "D9o62ng Tha1p", "Đồng Tháp" },
        { "duong972 d9u7o7ng2 d9uo7ng2 nguo7i2 nu7o7c1 nuoc71", "đường đường đường người nước nước" },
        { "ke61 hoach5 sa3n xua61t sach5 ho7n na8m", "kế hoạch sản xuất sạch hơn năm" },
        { "thu3y thuo73 quy1 hoa2 hoa20", "thủy thuở quý hòa hoa" },
        { "co61 tie6u muc5", "cố tiêu mục" },
    };

    /// <summary>Words that no keyboard set to Vietnamese would have made.</summary>
    public static TheoryData<string> NoTelex => new("results", "office", "cleaner", "agency", "what", "which", "is2", "san", "xuat", "duong", "an",
        "a", "w", "class", "less", "off", "address", "process", "company", "water", "www", "zz", "quiz", "2020", "", "đường", "dduongđ", "ss", "x",
        "sxsh", "ubnd", "kcn", "iso", "formosa", "assessment", "training", "hoàf");

    public static TheoryData<string> NoVni => new("86", "2020", "kcn1", "qd86", "h2o", "m3", "pm10", "ubnd2", "x5", "5s", "a", "d9", "so", "bod5", "ch4", "so611", "1a");

    [Theory]
    [MemberData(nameof(Telex))]
    public void Decodes_telex(string typed, string meant) => Decodes(Keystrokes.Telex, typed, meant);

    [Theory]
    [MemberData(nameof(Vni))]
    public void Decodes_vni(string typed, string meant) => Decodes(Keystrokes.Vni, typed, meant);

    [Theory]
    [MemberData(nameof(NoTelex))]
    public void Leaves_what_is_no_telex(string token) => Assert.Null(Keystrokes.Telex(token));

    [Theory]
    [MemberData(nameof(NoVni))]
    public void Leaves_what_is_no_vni(string token) => Assert.Null(Keystrokes.Vni(token));

    [Fact]
    public void Decodes_to_syllables_only() => RandomText.Holds(static text => SyllableTokenizer.Tokenize(text).All(static token =>
        IsSyllableOrNull(Keystrokes.Telex(token.Term)) && IsSyllableOrNull(Keystrokes.Vni(token.Term))));

    private static bool IsSyllableOrNull(string? word) => word is null || SyllableShape.IsSyllable(word.ToLowerInvariant());

    /// <summary>Token by token; a token that is no keystroke form gives an empty word.</summary>
    private static void Decodes(Func<string, string?> decode, string typed, string meant) =>
        Assert.Equal(meant, string.Join(' ', typed.Split(' ').Select(decode)));
}
