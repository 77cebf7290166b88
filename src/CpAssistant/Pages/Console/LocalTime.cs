using System.Globalization;

namespace CpAssistant.Pages.Console;

/// <summary>Times as the office reads them: Việt Nam's, which has no summer time.</summary>
internal static class LocalTime
{
    internal static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <returns>"14:05 22/11/2026".</returns>
    internal static string Text(DateTimeOffset time) => time.ToOffset(Offset).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <param name="milliseconds">Since 1970 UTC.</param>
    internal static string Text(long milliseconds) => Text(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    /// <returns>The first moment of a day.</returns>
    internal static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);
}
