using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;

namespace CpAssistant.Channels.DirectLine;

/// <summary>The open streams of this process, and which conversations have a message that is not acknowledged yet.</summary>
public sealed class Streams : IDisposable
{
    /// <summary>
    /// From "completed" to the wire: the server has only handed the response to the thread that writes it. Without this wait some
    /// 3 % of the replies overtook their acknowledgement on a machine of two cores; with it none, unless the machine was overloaded.
    /// </summary>
    private static readonly TimeSpan WireTime = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<string, ImmutableList<ActivityStream>> _open = new();
    private readonly ConcurrentDictionary<string, int> _held = new();
    private readonly Occupancy _ofAddress;
    private readonly Transcript _transcript;
    private readonly DirectLineSettings _settings;
    private readonly TimeProvider _time;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenRegistration _whenStopping;
    private int _count;

    public Streams(Transcript transcript, DirectLineSettings settings, TimeProvider time, IHostApplicationLifetime lifetime)
    {
        (_transcript, _settings, _time) = (transcript, settings, time);
        _ofAddress = new Occupancy(settings.StreamsPerAddress);
        _stopping = lifetime.ApplicationStopping;
        _whenStopping = _stopping.Register(() => EndForStop(_open.Values.SelectMany(streams => streams)));
    }

    public void Dispose() => _whenStopping.Dispose();

    /// <param name="address">As <see cref="Operations.Sender"/> names it.</param>
    /// <returns>False where as many streams are open as may be, of the address or of all; else <see cref="Leave"/> follows.</returns>
    internal bool TryEnter(string address)
    {
        if (!_ofAddress.TryEnter(address))
        {
            return false;
        }

        if (Interlocked.Increment(ref _count) <= _settings.Streams)
        {
            return true;
        }

        Leave(address);
        return false;
    }

    internal void Leave(string address)
    {
        Interlocked.Decrement(ref _count);
        _ofAddress.Leave(address);
    }

    /// <summary>Until the socket closes.</summary>
    internal async Task RunAsync(WebSocket socket, StreamTicket ticket, string root, CancellationToken cancellation)
    {
        var stream = new ActivityStream(socket, ticket.Conversation);
        var open = _open.AddOrUpdate(ticket.Conversation, _ => [stream], (_, streams) => streams.Add(stream));
        End(open.Take(open.Count - _settings.StreamsPerConversation), WebSocketCloseStatus.PolicyViolation, "too many streams");
        if (_stopping.IsCancellationRequested)
        {
            // It opened while the others were being closed.
            EndForStop([stream]);
        }

        try
        {
            await stream.RunAsync(
                ticket.Watermark, after => _transcript.Read(ticket.Conversation, after, root), part => _transcript.ShownAsync(ticket.Conversation, part), () => _held.ContainsKey(ticket.Conversation), _settings.KeepAlive, _time, cancellation);
        }
        finally
        {
            Remove(stream);
        }
    }

    /// <summary>
    /// Keeps the streams of a conversation from sending until the response has gone out: an answer that overtakes the
    /// acknowledgement of its question confuses clients.
    /// </summary>
    internal void HoldUntilAcknowledged(string conversation, HttpResponse response)
    {
        _held.AddOrUpdate(conversation, 1, (_, count) => count + 1);
        response.OnCompleted(async () =>
        {
            await Task.Delay(WireTime, _time);
            Release(conversation);
        });
    }

    internal void Echo(Activity activity)
    {
        foreach (var stream in Of(activity.Conversation.Id))
        {
            stream.Echo(activity);
        }
    }

    /// <summary>There is something new in the conversation's transcript.</summary>
    internal void Wake(string conversation)
    {
        foreach (var stream in Of(conversation))
        {
            stream.Wake();
        }
    }

    internal void Close(string conversation) => End(Of(conversation), WebSocketCloseStatus.NormalClosure, "conversation ended");

    private static void EndForStop(IEnumerable<ActivityStream> streams) => End(streams, WebSocketCloseStatus.EndpointUnavailable, "service stops");

    private static void End(IEnumerable<ActivityStream> streams, WebSocketCloseStatus status, string reason)
    {
        foreach (var stream in streams)
        {
            stream.End(status, reason);
        }
    }

    private ImmutableList<ActivityStream> Of(string conversation) => _open.GetValueOrDefault(conversation, []);

    private void Release(string conversation)
    {
        while (_held.TryGetValue(conversation, out var count))
        {
            if (count > 1 ? _held.TryUpdate(conversation, count - 1, count) : _held.TryRemove(KeyValuePair.Create(conversation, count)))
            {
                break;
            }
        }

        Wake(conversation);
    }

    private void Remove(ActivityStream stream)
    {
        while (_open.TryGetValue(stream.Conversation, out var streams))
        {
            var rest = streams.Remove(stream);
            if (rest.IsEmpty ? _open.TryRemove(KeyValuePair.Create(stream.Conversation, streams)) : _open.TryUpdate(stream.Conversation, rest, streams))
            {
                return;
            }
        }
    }
}
