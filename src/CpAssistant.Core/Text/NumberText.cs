using System.Globalization;

namespace CpAssistant.Core.Text;

/// <summary>Numbers as a language writes them: 1.234,5 in Vietnamese, 1,234.5 in English.</summary>
public static class NumberText
{
    public static NumberFormatInfo Vietnamese { get; } = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberGroupSeparator = ".", NumberDecimalSeparator = "," });

    /// <param name="language">"en"; anything else is Vietnamese.</param>
    public static NumberFormatInfo FormatOf(string language) => language == "en" ? NumberFormatInfo.InvariantInfo : Vietnamese;

    /// <returns>"1.234", in English "1,234".</returns>
    public static string Of(long number, string language) => number.ToString("#,0", FormatOf(language));
}
