using System.Globalization;
using System.Text.Json;

namespace CpAssistant.Storage;

/// <summary>Values as they stand in the database, and in addresses.</summary>
internal static class Stored
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <returns>"law_asks_to_keep".</returns>
    internal static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <returns>Null for what is none.</returns>
    internal static T? Read<T>(string? key)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Key(value) == key).Select(value => (T?)value).FirstOrDefault();

    /// <returns>"2026-11-27".</returns>
    internal static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">It is none that <see cref="Day(DateOnly)"/> wrote.</exception>
    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, DayFormat, CultureInfo.InvariantCulture);

    /// <param name="milliseconds">Since 1970 UTC; null for no time.</param>
    internal static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
