namespace CpAssistant.Tests.Channels.Telegram;

/// <summary>A clock that runs so many times as fast, with its timers.</summary>
internal sealed class FastTime(int factor) : TimeProvider
{
    private readonly DateTimeOffset _start = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private readonly long _started = System.GetTimestamp();

    /// <summary>By which it is put forward at once.</summary>
    internal TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => _start + Shift + (System.GetElapsedTime(_started) * factor);

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => System.GetTimestamp() * factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    private TimeSpan Shortened(TimeSpan span) => span <= TimeSpan.Zero ? span : TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds / factor));
}
