namespace CpAssistant.Conversations;

/// <summary>One turn at a time in a conversation, conversations side by side.</summary>
/// <remarks>
/// It only saves work: what keeps turns of one conversation apart, also those of another process, is that a turn is committed only
/// onto the state it was played from. Two conversations may share a lock and then wait for each other, briefly.
/// </remarks>
internal sealed class ConversationLocks
{
    private readonly SemaphoreSlim[] _locks = [.. Enumerable.Range(0, 4096).Select(_ => new SemaphoreSlim(1, 1))];

    /// <returns>To be disposed when the turn is over.</returns>
    internal async Task<IDisposable> EnterAsync(string conversationId, CancellationToken cancellation)
    {
        var chosen = _locks[(uint)conversationId.GetHashCode(StringComparison.Ordinal) % _locks.Length];
        await chosen.WaitAsync(cancellation);
        return new Held(chosen);
    }

    private sealed class Held(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
