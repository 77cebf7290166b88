using System.Diagnostics;
using System.Text.Json;

namespace CpAssistant.Tests.Clients;

/// <summary>A script of this folder, run by Node: it writes JSON objects, a line each, the last of which says that it came to its end.</summary>
internal sealed class NodeScript : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process _node;
    private readonly Task<string> _errors;
    private readonly CancellationTokenSource _late = new(Longest);
    private readonly string _name;

    private NodeScript(string[] arguments)
    {
        _name = string.Join(' ', arguments);
        _node = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _errors = _node.StandardError.ReadToEndAsync();
    }

    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "CpAssistant.Tests", "Clients");

    /// <param name="arguments">The script's name and what it is told.</param>
    internal static NodeScript Start(params string[] arguments) => new(arguments);

    /// <returns>All that the script writes, without the last line.</returns>
    internal static async Task<IReadOnlyList<JsonElement>> RunAsync(params string[] arguments)
    {
        using var script = Start(arguments);
        return await script.EndAsync();
    }

    /// <returns>The next line; fails where there is none.</returns>
    internal async Task<JsonElement> ReadAsync() => await FindAsync() is { } line && !IsLast(line) ? line : throw await FailureAsync("wrote no more");

    /// <summary>Writes a line that the script waits for.</summary>
    internal async Task TellAsync(string line)
    {
        await _node.StandardInput.WriteLineAsync(line);
        await _node.StandardInput.FlushAsync();
    }

    /// <returns>The lines that were not read yet, without the last; fails where the script does not come to its end.</returns>
    internal async Task<IReadOnlyList<JsonElement>> EndAsync()
    {
        var lines = new List<JsonElement>();
        while (await FindAsync() is { } line)
        {
            lines.Add(line);
        }

        await InTimeAsync(_node.WaitForExitAsync(_late.Token));
        return _node.ExitCode == 0 && lines.Count > 0 && IsLast(lines[^1]) ? lines[..^1] : throw await FailureAsync("did not come to its end");
    }

    public void Dispose()
    {
        if (!_node.HasExited)
        {
            _node.Kill(entireProcessTree: true);
        }

        _node.Dispose();
        _late.Dispose();
    }

    private static bool IsLast(JsonElement line) => line.TryGetProperty("done", out _);

    /// <returns>Null at the end.</returns>
    private async Task<JsonElement?> FindAsync()
    {
        var read = _node.StandardOutput.ReadLineAsync(_late.Token).AsTask();
        await InTimeAsync(read);
        return await read is { } line ? JsonDocument.Parse(line).RootElement : null;
    }

    private async Task InTimeAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (OperationCanceledException)
        {
            throw await FailureAsync("took too long");
        }
    }

    private async Task<Xunit.Sdk.XunitException> FailureAsync(string what)
    {
        if (!_node.HasExited)
        {
            _node.Kill(entireProcessTree: true);
        }

        return new Xunit.Sdk.XunitException($"{_name} {what}\n{await _errors}");
    }
}
