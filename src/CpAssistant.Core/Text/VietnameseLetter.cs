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

    private static readonly Dictionary<char, int> Places = Enumerable.Range(0, Toned.Length).ToDictionary(i => Toned[i]);

    /// <summary>Takes a lower-case letter apart.</summary>
    /// <returns>The letter without its tone (â, ê, đ… keep their shape) and the tone it bore.</returns>
    public static (char Letter, Tone Tone) Split(char letter) =>
        letter < 128 || !Places.TryGetValue(letter, out var place) ? (letter, Tone.Level) : (Toned[place - (place % 6)], (Tone)(place % 6));

    /// <returns>The precomposed letter; the letter itself where it cannot bear a tone.</returns>
    public static char WithTone(char letter, Tone tone) =>
        tone != Tone.Level && Places.TryGetValue(letter, out var place) ? Toned[place - (place % 6) + (int)tone] : letter;

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
}
