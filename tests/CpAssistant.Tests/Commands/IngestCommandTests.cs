using System.Text.Json;

namespace CpAssistant.Tests.Commands;

public class IngestCommandTests
{
    [Fact]
    public async Task Reports_what_was_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lang-son.txt", SamplePlan.Text());
        folder.Write("README.md", "No document.");
        folder.Write(".hidden.txt", "No document.");

        var run = await CommandRun.Of("ingest", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(["64/KH-UBND", "Lạng Sơn", "08/05/2018", "Hoàng Văn Điệp", "II TỔ CHỨC THỰC HIỆN", "40%", "1 tệp: 1 đọc được"], part => Assert.Contains(part, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refused_files_are_told_with_the_reason_and_give_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lang-son.txt", SamplePlan.Text());
        folder.Write("scan.pdf", "%PDF-1.7");
        folder.Write("empty.txt", "");
        folder.Write("head.md", "---\nkind: [\n---\nx");

        var run = await CommandRun.Of("ingest", folder.Path, "--json");

        var reports = JsonDocument.Parse(run.Out).RootElement.EnumerateArray().ToDictionary(report => report.GetProperty("file").GetString()!);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("accepted", reports["lang-son.txt"].GetProperty("status").GetString());
        Assert.Equal(["format", "empty", "front-matter"], new[] { "scan.pdf", "empty.txt", "head.md" }.Select(file => reports[file].GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Damaged_texts_are_refused_and_whole_ones_in_any_encoding_are_read()
    {
        var run = await CommandRun.Of("ingest", Path.Combine(Repository.Corpus, "damaged"), "--json");

        var accepted = JsonDocument.Parse(run.Out).RootElement.EnumerateArray()
            .Where(report => report.GetProperty("status").GetString() == "accepted" && report.GetProperty("warnings").GetArrayLength() == 0)
            .Select(report => (report.GetProperty("file").GetString(), report.GetProperty("number").GetString()));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal([("utf-16le-bom.txt", "64/KH-UBND"), ("utf-8-bom-nfd.txt", "64/KH-UBND"), ("windows-1258.txt", "64/KH-UBND")], accepted);
    }

    [Fact]
    public async Task Two_files_of_one_name_cannot_be_told_apart()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/plan.txt", SamplePlan.Text());
        folder.Write("b/plan.txt", SamplePlan.Text("Bến Tre"));

        var run = await CommandRun.Of("ingest", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("[same-name]", run.Out, StringComparison.Ordinal);
    }
}
