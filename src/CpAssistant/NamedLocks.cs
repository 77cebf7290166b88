namespace CpAssistant;

/// <summary>One at a time under a name, names side by side. Two names may share a lock and then wait for each other, briefly.</summary>
/// <param name="count">Of locks.</param>
internal class NamedLocks(int count)
{
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, count).Select(_ => new SemaphoreSlim(1, 1))];

    /// <returns>To be disposed when the work is over.</returns>
    internal async Task<IDisposable> EnterAsync(string name, CancellationToken cancellation)
    {
        var chosen = _locks[(uint)name.GetHashCode(StringComparison.Ordinal) % _locks.Length];
        await chosen.WaitAsync(cancellation);
        return new Held(chosen);
    }

    private sealed class Held(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
