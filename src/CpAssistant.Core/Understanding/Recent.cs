using System.Collections.Concurrent;

namespace CpAssistant.Core.Understanding;

/// <summary>
/// Remembers results of a pure function, the latest ones at least: when as many new ones have come as it is to hold, those not
/// asked for since are forgotten. What comes back is the same with or without it.
/// </summary>
/// <param name="capacity">Results that are remembered for sure; at most twice as many are held.</param>
internal sealed class Recent<T>(int capacity, Func<string, T> function)
{
    private ConcurrentDictionary<string, T> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, T> _old = new(StringComparer.Ordinal);
    private int _count;

    internal T Of(string key)
    {
        if (_young.TryGetValue(key, out var known))
        {
            return known;
        }

        var result = _old.TryGetValue(key, out var aged) ? aged : function(key);
        if (_young.TryAdd(key, result) && Interlocked.Increment(ref _count) % capacity == 0)
        {
            (_old, _young) = (_young, new ConcurrentDictionary<string, T>(StringComparer.Ordinal));
        }

        return result;
    }
}
