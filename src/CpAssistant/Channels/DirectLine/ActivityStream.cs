using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;

namespace CpAssistant.Channels.DirectLine;

/// <summary>
/// One open socket: it reads the transcript from its own watermark on, whenever it is woken and at every keep-alive, since
/// another process may have written to it. It knows nothing that a reconnect with the watermark would not bring again.
/// </summary>
internal sealed class ActivityStream(WebSocket socket, string conversation)
{
    private const int MostEchoes = 32;

    /// <summary>Bytes a client may send between two keep-alives; its own are empty.</summary>
    private const int MostIncoming = 64 * 1024;

    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestClose = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<Activity> _echoes = Channel.CreateBounded<Activity>(new BoundedChannelOptions(MostEchoes) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly TaskCompletionSource<Ending> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _incoming;

    internal string Conversation => conversation;

    /// <summary>There is something new to send, or may be.</summary>
    internal void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>An event is sent back to who sent it; it stands in no transcript.</summary>
    internal void Echo(Activity activity) => _echoes.Writer.TryWrite(activity);

    internal void End(WebSocketCloseStatus status, string reason) => _ending.TrySetResult(new Ending(status, reason));

    /// <param name="after">The stream starts after this sequence.</param>
    /// <param name="read">The transcript after a sequence; null where the conversation is gone.</param>
    /// <param name="sent">Called with each part that was sent.</param>
    /// <param name="isHeld">Whether a message is committed and not yet acknowledged: asked after reading, so that none slips through.</param>
    internal async Task RunAsync(long after, Func<long, TranscriptPart?> read, Func<TranscriptPart, Task> sent, Func<bool> isHeld, TimeSpan keepAlive, TimeProvider time, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = new PeriodicTimer(keepAlive, time);
        var reading = ReadAsync(stop.Token);
        try
        {
            var (woken, tick) = (NextWakeAsync(stop.Token), timer.WaitForNextTickAsync(stop.Token).AsTask());
            while (!_ending.Task.IsCompleted)
            {
                after = await SendNewAsync(after, read, sent, isHeld, stop.Token);
                var first = await Task.WhenAny(woken, tick, reading, _ending.Task);
                await first;
                if (first == reading)
                {
                    End(WebSocketCloseStatus.NormalClosure, "");
                }
                else if (first == woken)
                {
                    woken = NextWakeAsync(stop.Token);
                }
                else if (first == tick)
                {
                    Interlocked.Exchange(ref _incoming, 0);
                    await SendAsync(ReadOnlyMemory<byte>.Empty, stop.Token);
                    tick = timer.WaitForNextTickAsync(stop.Token).AsTask();
                }
            }

            await CloseAsync(await _ending.Task, reading);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone, or reads too slowly: it comes back with its watermark.
            socket.Abort();
        }
        finally
        {
            await stop.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<long> SendNewAsync(long after, Func<long, TranscriptPart?> read, Func<TranscriptPart, Task> sent, Func<bool> isHeld, CancellationToken cancellation)
    {
        while (!_ending.Task.IsCompleted)
        {
            if (read(after) is not { } next)
            {
                End(WebSocketCloseStatus.NormalClosure, "conversation ended");
                return after;
            }

            if (isHeld())
            {
                return after;
            }

            var echoes = Echoes();
            if (next.Set.Activities.Count + echoes.Count == 0)
            {
                return after;
            }

            await SendAsync(JsonSerializer.SerializeToUtf8Bytes(next.Set with { Activities = [.. next.Set.Activities, .. echoes] }, WireJson.Options), cancellation);
            await sent(next);
            after = next.Last;
            if (next.Set.Activities.Count < Transcript.MostInOneSet)
            {
                return after;
            }
        }

        return after;
    }

    private List<Activity> Echoes()
    {
        var echoes = new List<Activity>();
        while (_echoes.Reader.TryRead(out var echo))
        {
            echoes.Add(echo);
        }

        return echoes;
    }

    /// <summary>An empty frame is a keep-alive; clients take no other frame without activities.</summary>
    private async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellation)
    {
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        slow.CancelAfter(LongestSend);
        await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, slow.Token);
    }

    private async Task NextWakeAsync(CancellationToken cancellation) => await _wake.Reader.ReadAsync(cancellation);

    /// <summary>What a client sends is read and dropped, until it closes.</summary>
    private async Task ReadAsync(CancellationToken cancellation)
    {
        var buffer = new byte[1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (Interlocked.Add(ref _incoming, received.Count + 1) > MostIncoming)
            {
                End(WebSocketCloseStatus.PolicyViolation, "too much data");
            }
        }
    }

    private async Task CloseAsync(Ending ending, Task reading)
    {
        using var late = new CancellationTokenSource(LongestClose);
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(ending.Status, ending.Reason, late.Token);
        }

        await reading.WaitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed record Ending(WebSocketCloseStatus Status, string Reason);
}
