using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CpAssistant.Conversations;

namespace CpAssistant.Benchmarks.Load;

/// <summary>The real service in a process of its own, on a port of its own.</summary>
public sealed class ServiceProcess : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServiceProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Settings under which one machine may be as many people as it likes.</summary>
    public static IReadOnlyDictionary<string, string> Unlimited { get; } = new[] { "RequestsPerMinute", "TokensPerMinute", "MessagesPerMinute", "MessagesPerMinutePerAddress", "PollsPerMinute", "StreamsPerAddress" }
        .ToDictionary(what => $"DirectLine:{what}", _ => "1000000");

    public Uri Address { get; }

    /// <summary>Memory in use, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="home">The folder with <c>knowledge/</c>.</param>
    /// <param name="settings">"Section:Key" and value.</param>
    /// <param name="port">0 for any that is free.</param>
    /// <param name="within">How long it may take to start; a minute unless given.</param>
    /// <param name="logged">Told each line of its log, on any thread.</param>
    /// <returns>When it answers.</returns>
    /// <exception cref="InvalidOperationException">It ended, or did not answer in time.</exception>
    public static async Task<ServiceProcess> StartAsync(
        string home, IEnumerable<KeyValuePair<string, string>> settings, int port = 0, TimeSpan? within = null, Action<string>? logged = null)
    {
        var address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}/");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(TurnRunner).Assembly.Location);
        start.ArgumentList.Add("serve");
        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add(address.ToString());
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started");
        var log = new LastLines(40);
        process.OutputDataReceived += (_, line) =>
        {
            log.Add(line.Data);
            logged?.Invoke(line.Data ?? "");
        };
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var service = new ServiceProcess(process, address);
        try
        {
            await service.WaitAsync(log, within ?? StartLimit);
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
    }

    /// <summary>Ends it at once, as a loss of power would (SIGKILL).</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync(LastLines log, TimeSpan within)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < within;)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"the service ended with {_process.ExitCode}:\n{log}");
            }

            try
            {
                using var health = await client.GetAsync(new Uri("health", UriKind.Relative));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"the service does not answer:\n{log}");
    }

    private sealed class LastLines(int count)
    {
        private readonly Queue<string> _lines = new();

        internal void Add(string? line)
        {
            lock (_lines)
            {
                _lines.Enqueue(line ?? "");
                if (_lines.Count > count)
                {
                    _lines.Dequeue();
                }
            }
        }

        public override string ToString()
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }
}
