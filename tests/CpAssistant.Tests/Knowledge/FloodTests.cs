using System.Diagnostics;
using System.Text;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Tests.Knowledge;

/// <summary>Measures time, so it runs while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public class FloodTests
{
    private const string Prose = "Sở Công Thương chủ trì, phối hợp với các sở, ngành thực hiện nhiệm vụ được giao trên địa bàn tỉnh.";

    public static TheoryData<string> Floods =>
    [
        "-\n", "- á\n", "1. Xã\n", "Như sau:\n- á\n", "Một đoạn văn.\n\n", Prose, Prose + "\n", "A\n", "**á", "(", "(phụ lục ", "tỉnh ", "Quyết định ", "ban hành Quyết định ",
        "có hiệu lực ", "\t", "á\t", "|-", "SẢN XUẤT\n", "TM. ỦY BAN NHÂN DÂN\n", "Nơi nhận:\n", "PHỤ LỤC 1\n", "CHƯƠNG TRÌNH\n", "# TÊN MỤC\n", ".", "á. ", "Á. ", "a\u0301", "\u0301", " ", "\n2\n\nmột",
        "1/", "Căn cứ Luật ", "_ ", "Số: ", "I. Á\n1. Á\na) á\n- á\n",
    ];

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_of_one_scrap_takes_linear_time(string scrap) => AssertQuick(scrap, units: 300_000);

    [Theory]
    [InlineData("-")]
    [InlineData("1.1.1.1.1. Xã\n")]
    public void A_large_flood_takes_linear_time(string scrap) => AssertQuick(scrap, units: 5_000_000);

    /// <summary>A quadratic step takes hours on five million units; the bound leaves room for a busy machine.</summary>
    private static void AssertQuick(string scrap, int units)
    {
        var flood = Prose + "\n" + new StringBuilder().Insert(0, scrap, units / scrap.Length);

        var started = Stopwatch.GetTimestamp();
        DocumentParser.Parse("x.txt", flood, Read.Provinces);

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30));
    }
}
