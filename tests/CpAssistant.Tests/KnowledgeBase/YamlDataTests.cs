using CpAssistant.Core.Knowledge;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Tests.KnowledgeBase;

public class YamlDataTests
{
    private const string Head = "basis: Nghị quyết\nsince: 2025-07-01\nprovinces:\n";

    [Fact]
    public void Reads_records_numbers_and_dates()
    {
        var data = YamlData.Read<ProvincesData>(Head + "  - { name: Sơn La, kind: tỉnh, clause: 7, former: [Sơn La] }\n");

        Assert.Equal((new DateOnly(2025, 7, 1), "Sơn La", 7), (data.Since, data.Provinces[0].Name, data.Provinces[0].Clause));
        Assert.Null(data.Provinces[0].Changes);
    }

    [Theory]
    [InlineData("  - name: Sơn La\n    kind: tỉnh\n    former: []\n", "f.yaml:4: provinces[0]: thiếu clause")]
    [InlineData("  - name: Sơn La\n    kind: tỉnh\n    clause: bảy\n    former: []\n", "f.yaml:6: provinces[0].clause: giá trị không đúng kiểu")]
    [InlineData("  - name: Sơn La\n    kind: tỉnh\n    clause: 7\n    former: []\n    knd: x\n", "f.yaml:8: provinces[0].knd: không có khóa nào tên như vậy")]
    [InlineData("  - name:\n    kind: tỉnh\n    clause: 7\n    former: []\n", "f.yaml:4: provinces[0].name: không được để trống")]
    [InlineData("  - name: a\n    name: b\n", "f.yaml:5: name: khóa lặp lại")]
    [InlineData("  - &a [*a]\n", "f.yaml:4: không dùng neo (&, *) trong tệp dữ liệu")]
    public void Tells_file_line_and_key_of_a_fault(string yaml, string message)
    {
        var fault = Assert.Throws<DataFileException>(() => YamlData.Read<ProvincesData>(Head + yaml));

        Assert.Equal(message, fault.Describe("f.yaml"));
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("\t: x")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("a: \"\\x\"")]
    public void Text_that_is_no_yaml_is_a_fault_with_a_line(string yaml) =>
        Assert.NotNull(Assert.Throws<DataFileException>(() => YamlData.Read<ProvincesData>(yaml)).Line);

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Contains("tầng", Assert.Throws<DataFileException>(() => YamlData.ReadValues("a: " + new string('[', 50_000))).Message, StringComparison.Ordinal);
}
