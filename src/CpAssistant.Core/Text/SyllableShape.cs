namespace CpAssistant.Core.Text;

/// <summary>Whether letters can be a Vietnamese syllable: an onset and a rime of the language, and a tone that goes with the coda.</summary>
public static class SyllableShape
{
    private const int MaxLetters = 7;

    private static readonly string[] Onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
        "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly string[] Rimes = (
        "a ai ao au ay ac ach am an ang anh ap at ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        + "e eo ec em en eng ep et ê êu êch êm ên ênh êp êt "
        + "i ia iu ich im in inh ip it iêu iêc iêm iên iêng iêp iêt "
        + "o oi oc om on ong op ot ooc oong ô ôi ôc ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
        + "u ua ui uc um un ung up ut uôi uôc uôm uôn uông uôt ư ưa ưi ưu ưc ưm ưng ưt ươi ươu ươc ươm ươn ương ươp ươt "
        + "oa oai oao oay oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt oe oen oeo oet "
        + "uân uâng uât uây uê uêch uên uênh uêt uơ uy uya uyu uych uyn uynh uyp uyt uyên uyêt "
        + "y yêu yêm yên yêng yêt ych yn ynh yp yt").Split(' ');

    private static readonly Dictionary<string, string[]> RimesByFold =
        Rimes.GroupBy(VietnameseText.Fold).ToDictionary(static group => group.Key, static group => group.ToArray());

    private static readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> FoldedRimes =
        RimesByFold.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a term is a syllable, or one whose marks were left out in part or in whole (duong, đuong).</summary>
    /// <param name="term">A normalized or lower-case precomposed term.</param>
    public static bool CanStandForSyllable(string term) => Matches(term, exactShape: false);

    /// <summary>Whether a term has all its shapes (ươ, â, đ…); the tone may be missing.</summary>
    /// <param name="term">A normalized or lower-case precomposed term.</param>
    public static bool IsSyllable(string term) => Matches(term, exactShape: true);

    private static bool Matches(string term, bool exactShape)
    {
        if (term.Length is 0 or > MaxLetters)
        {
            return false;
        }

        Span<char> letters = stackalloc char[term.Length];
        var tone = Tone.Level;
        for (var i = 0; i < term.Length; i++)
        {
            (letters[i], var own) = VietnameseLetter.Split(term[i]);
            tone = own == Tone.Level ? tone : own;
        }

        foreach (var onset in Onsets)
        {
            if (letters.StartsWith(onset) && IsRime(letters[onset.Length..], exactShape) && GoTogether(onset, letters[onset.Length..], tone))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRime(ReadOnlySpan<char> letters, bool exactShape)
    {
        Span<char> folded = stackalloc char[letters.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            folded[i] = VietnameseLetter.Base(letters[i]);
        }

        if (!FoldedRimes.TryGetValue(folded, out var rimes))
        {
            return false;
        }

        foreach (var rime in rimes)
        {
            if (letters.SequenceEqual(rime) || (!exactShape && AreLeftOut(letters, rime)))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether the letters are the rime with some shapes left out.</returns>
    private static bool AreLeftOut(ReadOnlySpan<char> letters, string rime)
    {
        for (var i = 0; i < rime.Length; i++)
        {
            if (letters[i] != rime[i] && letters[i] != VietnameseLetter.Base(rime[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool GoTogether(string onset, ReadOnlySpan<char> rime, Tone tone)
    {
        var stops = rime[^1] is 'c' or 'k' or 'p' or 't' || rime.EndsWith("ch");
        return OnsetGoesWith(onset, rime) && (!stops || tone is Tone.Level or Tone.Acute or Tone.Dot);
    }

    /// <summary>Spelling before e, ê, i, y: gh, ngh (not g, ng, c); a y behind a consonant is rare.</summary>
    private static bool OnsetGoesWith(string onset, ReadOnlySpan<char> rime)
    {
        var bright = rime[0] is 'e' or 'ê' or 'i' or 'y';
        return onset switch
        {
            "" or "qu" => true,
            "g" => !bright || rime[0] == 'i',
            "gh" or "ngh" => bright && rime[0] != 'y',
            "c" or "ng" => !bright,
            _ => rime[0] != 'y' || (rime.Length == 1 && onset is "h" or "k" or "l" or "m" or "s" or "t" or "v"),
        };
    }
}
