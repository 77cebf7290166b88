using System.Diagnostics;
using System.Text.Json;

namespace CpAssistant.Tests.Clients;

/// <summary>A script of this folder, run by Node.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "CpAssistant.Tests", "Clients");

    /// <returns>The JSON objects that the script writes, a line each, without the last, by which it says that it came to its end.</returns>
    internal static async Task<IReadOnlyList<JsonElement>> RunAsync(params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var late = new CancellationTokenSource(Longest);
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(late.Token), node.StandardError.ReadToEndAsync(late.Token));
        try
        {
            await node.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', arguments)} did not come to its end");
        }

        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.True(node.ExitCode == 0 && lines.Count > 0 && lines[^1].TryGetProperty("done", out _), await errors);
        return lines[..^1];
    }
}
