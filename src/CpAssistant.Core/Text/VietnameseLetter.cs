namespace CpAssistant.Core.Text;

/// <summary>The six tones of Vietnamese, by their written mark.</summary>
public enum Tone
{
    Level,
    Grave,
    Acute,
    Hook,
    Tilde,
    Dot,
}

/// <summary>
/// Letters of the Vietnamese alphabet taken apart into letter and tone and put together again, for precomposed and
/// combining forms. Tables of our own, so that the result does not depend on the machine's Unicode library.
/// </summary>
public static class VietnameseLetter
{
    private const string Toned =
        "aàáảãạ" + "ăằắẳẵặ" + "âầấẩẫậ" + "eèéẻẽẹ" + "êềếểễệ" + "iìíỉĩị"
        + "oòóỏõọ" + "ôồốổỗộ" + "ơờớởỡợ" + "uùúủũụ" + "ưừứửữự" + "yỳýỷỹỵ";

    /// <summary>One more than the place in <see cref="Toned"/> of each letter up to ỹ; 0 for the others.</summary>
    private static readonly byte[] Places = PlacesOfToned();

    /// <summary>Takes a lower-case letter apart.</summary>
    /// <returns>The letter without its tone (â, ê, đ… keep their shape) and the tone it bore.</returns>
    /// <remarks>Old texts write the letter eth (Ð) and the African d (Ɖ) for Đ, which look the same.</remarks>
    public static (char Letter, Tone Tone) Split(char letter)
    {
        if (letter < 128)
        {
            return (letter, Tone.Level);
        }

        var place = PlaceOf(letter);
        return place >= 0
            ? (Toned[place - (place % 6)], (Tone)(place % 6))
            : (letter is 'ð' or 'ɖ' ? 'đ' : letter, Tone.Level);
    }

    /// <returns>The precomposed letter; the letter itself where it cannot bear a tone.</returns>
    public static char WithTone(char letter, Tone tone)
    {
        var place = tone == Tone.Level ? -1 : PlaceOf(letter);
        return place < 0 ? letter : Toned[place - (place % 6) + (int)tone];
    }

    /// <summary>The plain letter under a shape mark: ă â → a, ê → e, ô ơ → o, ư → u, đ → d.</summary>
    public static char Base(char letter) => letter switch
    {
        'ă' or 'â' => 'a',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        _ => letter,
    };

    public static bool IsVowel(char letter) => Base(letter) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    internal static bool IsVowelWithTone(char letter) => IsVowel(Split(letter).Letter);

    /// <returns>The tone of a combining mark, or null where the mark is none.</returns>
    public static Tone? ToneOfMark(char mark) => mark switch
    {
        '\u0300' or '\u0340' => Tone.Grave,
        '\u0301' or '\u0341' => Tone.Acute,
        '\u0309' => Tone.Hook,
        '\u0303' => Tone.Tilde,
        '\u0323' => Tone.Dot,
        _ => null,
    };

    /// <returns>The letter with a combining shape mark (circumflex, breve, horn) put on, or null where they do not go together.</returns>
    public static char? WithShape(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u0306') => 'ă',
        ('a', '\u0302') => 'â',
        ('e', '\u0302') => 'ê',
        ('o', '\u0302') => 'ô',
        ('o', '\u031B') => 'ơ',
        ('u', '\u031B') => 'ư',
        _ => null,
    };

    private static int PlaceOf(char letter) => letter < Places.Length ? Places[letter] - 1 : -1;

    private static byte[] PlacesOfToned()
    {
        var places = new byte[Toned.Max() + 1];
        for (var i = 0; i < Toned.Length; i++)
        {
            places[Toned[i]] = (byte)(i + 1);
        }

        return places;
    }
}
