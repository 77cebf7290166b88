using CpAssistant.Tests.Api;

namespace CpAssistant.Tests.Channels.DirectLine;

/// <summary>One service for the tests of a class, on a port of this machine; none of them comes near a limit.</summary>
public sealed class SharedService : IDisposable
{
    internal const string Secret = "a-secret-of-thirty-two-characters-or-more";

    public SharedService() => Service = new Service(
        Time,
        listens: true,
        ("DirectLine:Secret", Secret),
        ("DirectLine:AllowedOrigins:0", "https://friend.example"),
        ("DirectLine:TokensPerMinute", "100000"),
        ("DirectLine:MessagesPerMinute", "1000"),
        ("DirectLine:MessagesPerMinutePerAddress", "100000"));

    internal ShiftedTime Time { get; } = new();

    internal Service Service { get; }

    /// <summary>Of its own page.</summary>
    internal string Origin => Service.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public void Dispose() => Service.Dispose();
}
