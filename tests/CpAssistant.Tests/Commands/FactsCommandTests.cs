using System.Text.Json;

namespace CpAssistant.Tests.Commands;

public class FactsCommandTests
{
    private static readonly string[] Common = ["kind", "document", "province", "number", "section", "quote", "start", "end", "source"];

    [Theory]
    [InlineData("responsibility", "agency", "role", "task", "partners")]
    [InlineData("target", "indicator", "indicatorId", "value", "unit", "bound", "period", "nature", "scope")]
    [InlineData("reporting", "from", "to", "frequency")]
    [InlineData("funding", "fundingSource", "amount")]
    [InlineData("industry", "industry", "industryId")]
    [InlineData("document", "name", "value")]
    public async Task Every_kind_has_its_properties(string kind, params string[] properties)
    {
        var items = await Items("--kind", kind, "--documents", Repository.CorpusDocuments);

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal(kind, item.GetProperty("kind").GetString()));
        Assert.All(items, item => Assert.All(Common.Concat(properties), property => Assert.True(item.TryGetProperty(property, out _), property)));
    }

    [Fact]
    public async Task Offsets_slice_the_file()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.CorpusDocuments, "cao-bang-chi-thi.txt"));

        var items = await Items("--kind", "responsibility", "--documents", Path.Combine(Repository.CorpusDocuments, "cao-bang-chi-thi.txt"));

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal(
            item.GetProperty("quote").GetString(),
            string.Join(' ', text[item.GetProperty("start").GetInt32()..item.GetProperty("end").GetInt32()].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("**", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Phú Yên")]
    [InlineData("phu yen")]
    [InlineData("TỈNH PHÚ YÊN")]
    [InlineData("Đắk Lắk")]
    [InlineData("dak lak")]
    public async Task A_province_is_known_by_any_spelling_old_or_new(string name)
    {
        var items = await Items("--province", name, "--documents", Repository.CorpusDocuments);

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Equal("Phú Yên", item.GetProperty("province").GetString()));
    }

    [Fact]
    public async Task A_former_name_does_not_reach_its_neighbours()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ben-tre.txt", SamplePlan.Text("Bến Tre"));
        folder.Write("tra-vinh.txt", SamplePlan.Text("Trà Vinh"));

        var former = await Items("--province", "Bến Tre", "--documents", folder.Path);
        var today = await Items("--province", "Vĩnh Long", "--documents", folder.Path);

        Assert.Equal(["Bến Tre"], former.Select(item => item.GetProperty("province").GetString()).Distinct());
        Assert.Equal(["Bến Tre", "Trà Vinh"], today.Select(item => item.GetProperty("province").GetString()).Distinct());
    }

    [Fact]
    public async Task A_range_is_an_object_and_a_number_a_number()
    {
        var items = await Items("--kind", "target", "--documents", Repository.CorpusDocuments);

        var kinds = items.Select(item => item.GetProperty("value").ValueKind).Distinct().Order();

        Assert.Equal([JsonValueKind.Object, JsonValueKind.Number], kinds);
    }

    [Fact]
    public async Task The_table_names_document_and_section()
    {
        var run = await CommandRun.Of("facts", "--kind", "target", "--documents", Repository.CorpusDocuments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("phu-yen-ke-hoach-2017.txt", run.Out, StringComparison.Ordinal);
        Assert.Contains("II. CHỈ TIÊU", run.Out, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonElement>> Items(params string[] words)
    {
        var run = await CommandRun.Of(["facts", "--json", .. words]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return [.. JsonDocument.Parse(run.Out).RootElement.EnumerateArray()];
    }
}
