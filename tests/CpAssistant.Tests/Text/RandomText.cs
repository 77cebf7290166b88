using FsCheck;
using FsCheck.Fluent;

namespace CpAssistant.Tests.Text;

/// <summary>Generators of text: any UTF-16 units, with Vietnamese letters and combining marks more often than chance.</summary>
internal static class RandomText
{
    private const string Letters =
        "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
        + "AĂÂĐEÊIOÔƠUƯYÁẾỘỬÐðƉzwfj0123456789";

    private const string Marks = "\u0300\u0301\u0303\u0309\u0323\u0340\u0341\u0302\u0306\u031B\u0308\u00AD\u200D\uFEFF";

    private const string Signs = " .,/-&\n\t()\u00A0\u200B…";

    public static Arbitrary<string> Any { get; } = Gen.Frequency(
            (8, OneOf(Letters)),
            (3, OneOf(Marks)),
            (3, OneOf(Signs)),
            (2, Gen.Choose(0, 0xFFFF).Select(static unit => (char)unit)),
            (1, Gen.Choose(0xD800, 0xDFFF).Select(static unit => (char)unit)))
        .ArrayOf()
        .Select(static units => new string(units))
        .ToArbitrary();

    public static void Holds(Func<string, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60), Prop.ForAll(Any, property));

    private static Gen<char> OneOf(string units) => Gen.Elements(units.ToCharArray());
}
