namespace CpAssistant.Accounts;

/// <summary>One attempt at a time to sign in under a name. Two names may share a turn and then wait for each other, briefly.</summary>
internal sealed class SignInTurns
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    /// <returns>To be disposed when the attempt is over.</returns>
    internal async Task<IDisposable> EnterAsync(string normalizedName, CancellationToken cancellation)
    {
        var turn = _turns[(uint)normalizedName.GetHashCode(StringComparison.Ordinal) % _turns.Length];
        await turn.WaitAsync(cancellation);
        return new Held(turn);
    }

    private sealed class Held(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
