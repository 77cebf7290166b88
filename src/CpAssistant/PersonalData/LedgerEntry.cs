using System.Globalization;

namespace CpAssistant.PersonalData;

/// <summary>One line of the erasure ledger.</summary>
/// <param name="At">In whole milliseconds.</param>
/// <param name="Name">Of the conversation or of the enquiry whose contact went, as <see cref="Conversations.Pseudonyms"/> makes it.</param>
internal sealed record LedgerEntry(DateTimeOffset At, string Name)
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Of an HMAC-SHA256 in base64url.</summary>
    private const int NameLength = 43;

    internal string Line => $"{At.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)} {Name}\n";

    /// <returns>Null for a line that was not written to its end.</returns>
    internal static LedgerEntry? Read(string line) =>
        line.Split(' ') is [var time, { Length: NameLength } name]
        && DateTimeOffset.TryParseExact(time, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new LedgerEntry(at, name)
            : null;
}
