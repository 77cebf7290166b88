using System.Text;

namespace CpAssistant.Core.Text;

/// <summary>The syllable an input method holds while its keys are pressed.</summary>
internal sealed class TypedSyllable
{
    private readonly StringBuilder letters = new();
    private readonly List<bool> upper = [];
    private Tone tone;

    /// <summary>Whether the key being pressed is a capital.</summary>
    public bool IsUpper { get; set; }

    /// <summary>Whether any key was more than a letter.</summary>
    public bool HasKeys { get; private set; }

    /// <param name="key">A lower-case ASCII letter or digit.</param>
    public bool PressTelex(char key) => key switch
    {
        >= '0' and <= '9' => false,
        's' or 'f' or 'r' or 'x' or 'j' when HasVowel() => PutTone(ToneOfTelex(key)),
        'z' when HasVowel() => TakeTone(),
        'w' => PutHornOrBreve() || (!HasVowel() && Append('ư', isKey: true)),
        'd' when letters.Length > 0 && letters[0] is 'd' => Shape(0, 'đ'),
        'a' or 'e' or 'o' when DoubledVowel(key) is { } place => Shape(place, Circumflexed(key)),
        _ => Append(key),
    };

    /// <param name="key">A lower-case ASCII letter or digit.</param>
    public bool PressVni(char key) => key switch
    {
        >= '1' and <= '5' => HasVowel() && PutTone((Tone)"021345".IndexOf(key)),
        '6' => PutCircumflex(),
        '7' => PutHorn(),
        '8' => LastOf("a") is { } place && Shape(place, 'ă'),
        '9' => letters.Length > 0 && letters[0] is 'd' && Shape(0, 'đ'),
        '0' => TakeTone(),
        _ => Append(key),
    };

    /// <returns>The syllable with its tone, or null where it is none.</returns>
    public string? Finish()
    {
        FixHorns();
        var text = letters.ToString();
        if (!SyllableShape.IsSyllable(text) || Syllable.TonePlace(letters) is not { } place)
        {
            return null;
        }

        letters[place] = VietnameseLetter.WithTone(letters[place], tone);
        var toned = letters.ToString();
        return SyllableShape.IsSyllable(toned) ? string.Create(toned.Length, this, static (target, typed) => typed.Write(target)) : null;
    }

    private static Tone ToneOfTelex(char key) => key switch
    {
        'f' => Tone.Grave,
        's' => Tone.Acute,
        'r' => Tone.Hook,
        'x' => Tone.Tilde,
        _ => Tone.Dot,
    };

    private static char Circumflexed(char letter) => letter switch
    {
        'a' => 'â',
        'e' => 'ê',
        _ => 'ô',
    };

    private void Write(Span<char> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = upper[i] ? char.ToUpperInvariant(letters[i]) : letters[i];
        }
    }

    private bool Append(char letter, bool isKey = false)
    {
        letters.Append(letter);
        upper.Add(IsUpper);
        HasKeys |= isKey;
        return true;
    }

    private bool Shape(int place, char shaped)
    {
        letters[place] = shaped;
        HasKeys = true;
        return true;
    }

    /// <summary>The same tone typed twice takes it back in every input method, so it was no tone: "class".</summary>
    private bool PutTone(Tone typed)
    {
        var repeated = tone == typed;
        tone = typed;
        HasKeys = true;
        return !repeated;
    }

    private bool TakeTone()
    {
        var had = tone != Tone.Level;
        tone = Tone.Level;
        return had;
    }

    private bool HasVowel()
    {
        for (var i = 0; i < letters.Length; i++)
        {
            if (VietnameseLetter.IsVowel(letters[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The place of the last of these letters, or null where none stands.</returns>
    private int? LastOf(string wanted)
    {
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            if (wanted.Contains(letters[i]))
            {
                return i;
            }
        }

        return null;
    }

    /// <returns>The vowel that a second a, e or o shapes: right before it, or with only consonants between ("tieenge").</returns>
    private int? DoubledVowel(char vowel)
    {
        var last = letters.Length - 1;
        while (last >= 0 && letters[last] != vowel && !VietnameseLetter.IsVowel(letters[last]))
        {
            last--;
        }

        return last >= 0 && letters[last] == vowel ? last : null;
    }

    /// <summary>6 shapes the vowel; a doubled one before it is the same habit carried over from Telex ("oo6").</summary>
    private bool PutCircumflex()
    {
        if (LastOf("aeo") is not { } place)
        {
            return false;
        }

        if (place > 0 && letters[place - 1] == letters[place])
        {
            letters.Remove(place, 1);
            upper.RemoveAt(place--);
        }

        return Shape(place, Circumflexed(letters[place]));
    }

    private bool PutHornOrBreve()
    {
        if (letters.ToString() is var text && text.Contains("uo", StringComparison.Ordinal))
        {
            return PutHorn();
        }

        return LastOf("aou") is { } place && (letters[place], place > 0 ? letters[place - 1] : ' ') switch
        {
            ('a', 'u') when !(place > 1 && letters[place - 2] == 'q') => Shape(place - 1, 'ư'),
            ('u', 'u') => Shape(place - 1, 'ư'),
            ('a', _) => Shape(place, 'ă'),
            ('o', _) => Shape(place, 'ơ'),
            _ => Shape(place, 'ư'),
        };
    }

    private bool PutHorn()
    {
        var text = letters.ToString();
        var pair = text.IndexOf("uo", StringComparison.Ordinal);
        if (pair >= 0 && !(pair > 0 && text[pair - 1] == 'q'))
        {
            return Shape(pair, 'ư') && Shape(pair + 1, 'ơ');
        }

        return LastOf("ou") is { } place && (letters[place], place > 0 ? letters[place - 1] : ' ') switch
        {
            ('u', 'u') => Shape(place - 1, 'ư'),
            ('o', _) => Shape(place, 'ơ'),
            _ => Shape(place, 'ư'),
        };
    }

    /// <summary>Typing order does not tell ươ from uơ; the end does: hương, but huơ, thuở. A horn on one letter of ươ is meant for both.</summary>
    private void FixHorns()
    {
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            if (letters[i] is 'u' or 'ư' && letters[i + 1] is 'o' or 'ơ' && (letters[i] == 'ư' || letters[i + 1] == 'ơ')
                && !(i > 0 && letters[i - 1] == 'q'))
            {
                letters[i] = i + 2 == letters.Length ? 'u' : 'ư';
                letters[i + 1] = 'ơ';
            }
        }
    }
}
