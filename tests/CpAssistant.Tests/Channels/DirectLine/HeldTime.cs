namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>A clock whose timers go off when they are told to.</summary>
internal sealed class HeldTime : TimeProvider
{
    private readonly List<HeldTimer> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HeldTimer(callback, state);
        lock (_timers)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    /// <summary>Lets all that wait now go on.</summary>
    internal void Fire()
    {
        List<HeldTimer> timers;
        lock (_timers)
        {
            timers = [.. _timers];
            _timers.Clear();
        }

        timers.ForEach(timer => timer.Fire());
    }

    private sealed class HeldTimer(TimerCallback callback, object? state) : ITimer
    {
        private volatile bool _ended;

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => _ended = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Fire()
        {
            if (!_ended)
            {
                callback(state);
            }
        }
    }
}
