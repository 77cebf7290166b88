namespace CpAssistant.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("no-such-command")]
    [InlineData("ask", "--no-such-option", "x")]
    [InlineData("ask", "--batch")]
    [InlineData("ask", "--batch", "/no/such/file")]
    [InlineData("ask", "--documents", "/no/such/folder", "x")]
    [InlineData("ask", "--json=yes", "x")]
    [InlineData("facts", "word")]
    [InlineData("facts", "--kind", "nothing")]
    [InlineData("facts", "--province", "Nơi không có")]
    [InlineData("search")]
    [InlineData("search", "x", "--top", "0")]
    [InlineData("ingest")]
    [InlineData("ingest", "/no/such/folder")]
    [InlineData("serve", "word")]
    [InlineData("--no-such-option")]
    public async Task Wrong_arguments_give_a_usage_line_and_exit_code_2(params string[] words)
    {
        var run = await CommandRun.Of(words);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("usage: cp-assistant", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("serve", "-h")]
    public async Task Help_goes_to_the_output(params string[] words)
    {
        var run = await CommandRun.Of(words);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("cp", run.Out, StringComparison.OrdinalIgnoreCase);
    }
}
