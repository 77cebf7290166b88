namespace CpAssistant.Channels.Telegram;

/// <summary>Growing pauses between attempts: 1 s, 2 s, 4 s … at most 5 minutes.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private int _failures;

    internal TimeSpan Next() => After(++_failures);

    internal void Reset() => _failures = 0;

    /// <param name="failures">At least 1.</param>
    internal static TimeSpan After(int failures) => failures > 9 ? Longest : TimeSpan.FromSeconds(Math.Min(1 << (failures - 1), Longest.TotalSeconds));
}
