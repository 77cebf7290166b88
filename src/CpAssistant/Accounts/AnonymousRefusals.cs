namespace CpAssistant.Accounts;

/// <summary>How many refusals of people who are not signed in are told to the audit log: so many an hour show that someone tries, more only take room.</summary>
public sealed class AnonymousRefusals(TimeProvider time)
{
    private const int MostInAnHour = 100;

    private readonly Lock _lock = new();
    private long _hour;
    private int _told;

    internal bool MayTell()
    {
        var hour = time.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
        lock (_lock)
        {
            (_hour, _told) = hour == _hour ? (hour, _told + 1) : (hour, 1);
            return _told <= MostInAnHour;
        }
    }
}
