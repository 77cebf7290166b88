using CpAssistant.Commands;

namespace CpAssistant.Tests.Commands;

/// <summary>A command run in this process, and what it said.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    internal IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal static Task<CommandRun> Of(params string[] words) => WithInput("", words);

    internal static async Task<CommandRun> WithInput(string input, params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CommandContext(new Terminal(new StringReader(input), output, error, Interactive: false), TimeProvider.System, Repository.Root);
        var exitCode = await CommandTable.RunAsync(words, context, CancellationToken.None);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
