using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CpAssistant.Tests.Enquiries;

/// <summary>A mail server (RFC 5321) that takes what it is given, or refuses it.</summary>
internal sealed class FakeMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    internal FakeMailServer()
    {
        _listener.Start();
        _ = RunAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal ConcurrentQueue<string> Mails { get; } = [];

    /// <summary>How many mails it refuses before it takes one.</summary>
    internal int Refusals { get; set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                await AnswerAsync(line, reader, writer);
            }
        }
    }

    private async Task AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) && Refusals > 0)
        {
            Refusals--;
            await writer.WriteLineAsync("451 try again later");
        }
        else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
        {
            await writer.WriteLineAsync("354 go on");
            var mail = new StringBuilder();
            while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".")
            {
                mail.AppendLine(part);
            }

            Mails.Enqueue(mail.ToString());
            await writer.WriteLineAsync("250 taken");
        }
        else
        {
            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
        }
    }
}
