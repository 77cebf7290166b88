using System.Globalization;

namespace CpAssistant.Core.Text;

/// <summary>
/// Words typed for a Vietnamese input method that was switched off: Telex ("ddoongf") and VNI ("d9o62ng") keys turned
/// into the letters they stand for (đồng).
/// </summary>
public static class Keystrokes
{
    private const int MaxKeys = 16;

    /// <summary>Decodes Telex: aa ee oo dd, w for ă ơ ư, tone keys s f r x j anywhere behind the vowel, z takes the tone away.</summary>
    /// <returns>The word in the case it was typed in; null where the token is no keystroke form of a syllable.</returns>
    public static string? Telex(string token) => Decode(token, static (typed, key) => typed.PressTelex(key));

    /// <summary>Decodes VNI: 1–5 tones, 6 circumflex, 7 horn, 8 breve, 9 for đ, 0 takes the tone away.</summary>
    /// <returns>The word in the case it was typed in; null where the token is no keystroke form of a syllable.</returns>
    public static string? Vni(string token) => Decode(token, static (typed, key) => typed.PressVni(key));

    /// <param name="press">Takes a lower-case key; false where no input method would go on.</param>
    private static string? Decode(string token, Func<TypedSyllable, char, bool> press)
    {
        if (token.Length is < 2 or > MaxKeys)
        {
            return null;
        }

        var typed = new TypedSyllable();
        foreach (var key in token)
        {
            if (!char.IsAsciiLetterOrDigit(key))
            {
                return null;
            }

            typed.IsUpper = char.IsAsciiLetterUpper(key);
            if (!press(typed, char.ToLower(key, CultureInfo.InvariantCulture)))
            {
                return null;
            }
        }

        return typed.HasKeys ? typed.Finish() : null;
    }
}
