using System.Globalization;

namespace CpAssistant.Channels.DirectLine;

/// <summary>How far a client has read: the sequence of the last message handed over, as digits; "0" before the first.</summary>
internal static class Watermark
{
    private const int MaxLength = 40;

    internal static string Of(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>A watermark beyond the last message, as after a restored backup, counts as the last, so that what comes next is not missed.</summary>
    /// <returns>False where the text is no watermark.</returns>
    internal static bool TryRead(string? text, long absent, long last, out long sequence)
    {
        sequence = string.IsNullOrEmpty(text) ? absent : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, last) : last;
        return string.IsNullOrEmpty(text) || (text.Length <= MaxLength && text.All(char.IsAsciiDigit));
    }
}
