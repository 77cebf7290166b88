using System.Text.Json;

namespace CpAssistant.Tests.Commands;

public class AskCommandTests
{
    [Fact]
    public async Task Words_without_quotation_marks_are_one_question()
    {
        var run = await CommandRun.Of("ask", "Sở", "Công", "Thương", "Phú", "Yên", "phải", "làm", "gì?", "--documents", Repository.CorpusDocuments, "--json");

        var reply = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal("answered", reply.GetProperty("outcome").GetString());
        Assert.Equal("phu-yen-ke-hoach-2017.txt", reply.GetProperty("citations")[0].GetProperty("document").GetString());
    }

    [Fact]
    public async Task Explains_itself_when_asked()
    {
        var plain = await CommandRun.Of("ask", "Sở Công Thương Phú Yên phải làm gì?", "--documents", Repository.CorpusDocuments);
        var explained = await CommandRun.Of("ask", "Sở Công Thương Phú Yên phải làm gì?", "--documents", Repository.CorpusDocuments, "--explain");

        Assert.DoesNotContain(plain.Lines, line => line.StartsWith("# ", StringComparison.Ordinal));
        Assert.Contains(explained.Lines, line => line.StartsWith("# ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_question_it_converses_until_told_to_stop()
    {
        var run = await CommandRun.WithInput("xin chào\n\nthoát\nxin chào\n", "ask", "--json", "--documents", Repository.CorpusDocuments);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("small_talk", JsonDocument.Parse(Assert.Single(run.Lines)).RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_batch_line_is_answered_with_its_citations()
    {
        var run = await CommandRun.WithInput(
            """{"id":"a","turns":["Đến hết năm 2018, Phú Yên đặt chỉ tiêu bao nhiêu phần trăm cơ sở công nghiệp được phổ biến kiến thức SXSH?"],"notes":"passed over"}""",
            "ask", "--batch", "-", "--documents", Repository.CorpusDocuments);

        var reply = JsonDocument.Parse(Assert.Single(run.Lines)).RootElement;
        Assert.Equal(["id", "outcome", "text", "citations", "confidence", "milliseconds", "table"], reply.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["document", "title", "number", "province", "section", "quote", "start", "end", "source"],
            reply.GetProperty("citations")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(("a", "answered", "original"), (reply.GetProperty("id").GetString(), reply.GetProperty("outcome").GetString(), reply.GetProperty("citations")[0].GetProperty("source").GetString()));
        Assert.Contains("Phú Yên", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_rests_on_the_turns_before_it()
    {
        var run = await CommandRun.WithInput(
            """{"id":1,"turns":["Kế hoạch của Phú Yên do ai ký?","còn Ninh Thuận thì sao?"]}""",
            "ask", "--batch", "-", "--documents", Repository.CorpusDocuments);

        Assert.Contains("Đàng Quang Thịnh", JsonDocument.Parse(run.Out).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"x","turns":[]}""", "\"x\"")]
    [InlineData("""{"id":12.50,"turns":"một câu"}""", "12.50")]
    [InlineData("""{"id":5,"turns":["a",null]}""", "5")]
    [InlineData("""{"id":"x","turns":["  "]}""", "\"x\"")]
    [InlineData("""{"id":"x","turns":["\ud800"]}""", "\"x\"")]
    [InlineData("""{"id":"\ud800","turns":["a"]}""", null)]
    [InlineData("""{"id":{},"turns":["a"]}""", null)]
    [InlineData("""{"id":"x","turns":["a"]""", null)]
    [InlineData("[1,2]", null)]
    [InlineData("word", null)]
    public async Task A_bad_line_gives_an_error_with_its_number_and_the_rest_goes_on(string line, string? id)
    {
        var run = await CommandRun.WithInput(line + "\n\n{\"id\":99,\"turns\":[\"xin chào\"]}", "ask", "--batch", "-", "--documents", Repository.CorpusDocuments);

        Assert.Equal((0, 2), (run.ExitCode, run.Lines.Count));
        var error = JsonDocument.Parse(run.Lines[0]).RootElement;
        Assert.Equal(1, error.GetProperty("line").GetInt32());
        Assert.NotEmpty(error.GetProperty("error").GetString()!);
        Assert.Equal(id, error.TryGetProperty("id", out var given) ? given.GetRawText() : null);
        Assert.Equal(99, JsonDocument.Parse(run.Lines[1]).RootElement.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_batch_is_read_from_a_file_too()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("questions.jsonl", "\uFEFF{\"id\":1,\"turns\":[\"xin chào\"]}\r\n{\"id\":2,\"turns\":[\"cảm ơn\"]}\r\n");

        var run = await CommandRun.Of("ask", "--batch", file, "--documents", Repository.CorpusDocuments);

        Assert.Equal([1, 2], run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt32()));
    }
}
