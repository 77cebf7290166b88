using System.Text.Json;

namespace CpAssistant.Tests.Commands;

public class SearchCommandTests
{
    [Theory]
    [InlineData("phụ phẩm giữa các nhà máy")]
    [InlineData("phu pham giua cac nha may")]
    public async Task Finds_a_passage_with_or_without_marks(string query)
    {
        var items = await Items(query);

        Assert.Equal("hau-giang-bao-cao-2019.txt", items[0].GetProperty("document").GetString());
        Assert.Contains("phụ phẩm", items[0].GetProperty("snippet").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_the_best_first_and_no_more_than_asked_for()
    {
        var items = await Items("tập huấn sản xuất sạch hơn", "--top", "3");

        var scores = items.Select(item => item.GetProperty("score").GetDouble()).ToList();
        Assert.Equal(3, scores.Count);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(items, item => Assert.NotEmpty(item.GetProperty("terms").EnumerateArray()));
    }

    [Fact]
    public async Task Words_that_stand_nowhere_find_nothing()
    {
        var run = await CommandRun.Of("search", "qwxzqj", "--documents", Repository.CorpusDocuments);

        Assert.Equal((0, "(không có đoạn nào)\n"), (run.ExitCode, run.Out));
    }

    private static async Task<IReadOnlyList<JsonElement>> Items(string query, params string[] options)
    {
        var run = await CommandRun.Of(["search", query, "--json", "--documents", Repository.CorpusDocuments, .. options]);
        return [.. JsonDocument.Parse(run.Out).RootElement.EnumerateArray()];
    }
}
