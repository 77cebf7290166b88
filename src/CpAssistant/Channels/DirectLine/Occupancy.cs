namespace CpAssistant.Channels.DirectLine;

/// <summary>How much each key has open at once, up to a limit that holds for each.</summary>
public sealed class Occupancy(int most)
{
    private readonly Dictionary<string, int> _taken = [];

    /// <returns>False where the key has as much open as may be; else <see cref="Leave"/> follows.</returns>
    public bool TryEnter(string key)
    {
        lock (_taken)
        {
            var count = _taken.GetValueOrDefault(key);
            if (count >= most)
            {
                return false;
            }

            _taken[key] = count + 1;
            return true;
        }
    }

    public void Leave(string key)
    {
        lock (_taken)
        {
            if (_taken[key] == 1)
            {
                _taken.Remove(key);
            }
            else
            {
                _taken[key]--;
            }
        }
    }
}
