namespace CpAssistant.Channels.Telegram;

/// <summary>
/// At most so many sends within any span of time, wherever between its start and its end each of them arrives: a send takes up a
/// place from its start until the span after its end.
/// </summary>
internal sealed class SlidingWindow(int capacity, TimeSpan span)
{
    private readonly Queue<DateTimeOffset> _ended = [];
    private int _running;

    /// <summary>Nothing runs, and what has ended lies back further than the span.</summary>
    internal bool IsEmptyAt(DateTimeOffset now) => _running == 0 && Held(now) == 0;

    /// <returns>When there is a place; <see cref="DateTimeOffset.MaxValue"/> where first one of those that run has to end.</returns>
    internal DateTimeOffset FreeAt(DateTimeOffset now)
    {
        var over = Held(now) + _running - capacity;
        return over < 0 ? now : over < _ended.Count ? _ended.ElementAt(over) + span : DateTimeOffset.MaxValue;
    }

    internal void Start() => _running++;

    internal void End(DateTimeOffset at)
    {
        _running--;
        Remember(at);
    }

    /// <summary>A send that ended before; they come in the order of time.</summary>
    internal void Remember(DateTimeOffset at) => _ended.Enqueue(at);

    private int Held(DateTimeOffset now)
    {
        while (_ended.TryPeek(out var first) && first + span <= now)
        {
            _ended.Dequeue();
        }

        return _ended.Count;
    }
}
