namespace CpAssistant.Core.Text;

/// <summary>
/// Code page 1258, in which Vietnamese was written before Unicode: letters with their shape, then the tone as a combining mark.
/// </summary>
/// <remarks>Table: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1258.TXT</remarks>
internal static class Windows1258
{
    /// <summary>The units of bytes 0x80 to 0xFF; the replacement character where the code page has none.</summary>
    private const string Upper =
        "€\uFFFD‚ƒ„…†‡ˆ‰\uFFFD‹Œ\uFFFD\uFFFD\uFFFD"
        + "\uFFFD‘’“”•–—˜™\uFFFD›œ\uFFFD\uFFFDŸ"
        + "\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯"
        + "°±²³´µ¶·¸¹º»¼½¾¿"
        + "ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏ"
        + "ĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ß"
        + "àáâăäåæçèéêë\u0301íîï"
        + "đñ\u0323óôơö÷øùúûüư₫ÿ";

    /// <returns>The text, or null where a byte has no place in the code page.</returns>
    internal static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[i] = bytes[i] < 0x80 ? (char)bytes[i] : Upper[bytes[i] - 0x80];
            if (text[i] == '\uFFFD')
            {
                return null;
            }
        }

        return new string(text);
    }
}
