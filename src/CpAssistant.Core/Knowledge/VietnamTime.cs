using System.Globalization;

namespace CpAssistant.Core.Knowledge;

/// <summary>Times as offices and people in Việt Nam read them: UTC+7 all year.</summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <returns>The day it is in Việt Nam.</returns>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    /// <returns>"14:05 22/11/2026".</returns>
    public static string Text(DateTimeOffset time) => time.ToOffset(Offset).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <param name="milliseconds">Since 1970 UTC.</param>
    public static string Text(long milliseconds) => Text(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    /// <returns>The first moment of a day.</returns>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);
}
