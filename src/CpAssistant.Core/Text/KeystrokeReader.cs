namespace CpAssistant.Core.Text;

/// <summary>Decides for a whole utterance whether its input method was switched off, and decodes it then.</summary>
internal sealed class KeystrokeReader(Vocabulary vocabulary, IReadOnlySet<string> foreignWords)
{
    /// <summary>Gases and sizes of paper that look like VNI keystrokes.</summary>
    private static readonly HashSet<string> Formulas = ["co2", "so2", "so3", "no2", "no3", "o2", "o3", "a3", "a4", "a5"];

    /// <param name="draft">The utterance.</param>
    /// <param name="isChat">Whether a term is a chat spelling, which tells nothing.</param>
    public void Read(UtteranceDraft draft, Predicate<string> isChat)
    {
        var telex = Weigh(draft, Keystrokes.Telex, isChat);
        var vni = Weigh(draft, Keystrokes.Vni, isChat);
        if (telex.IsOn && telex.For >= vni.For)
        {
            Decode(draft, Keystrokes.Telex, telex, "telex");
        }
        else if (vni.IsOn)
        {
            Decode(draft, Keystrokes.Vni, vni, "vni");
        }
    }

    private Evidence Weigh(UtteranceDraft draft, Func<string, string?> decode, Predicate<string> isChat)
    {
        var evidence = new Evidence(0, 0, HasStrong: false);
        foreach (var word in draft.Words)
        {
            if (word.IsOpen && !char.IsDigit(word.Written[0]))
            {
                evidence = Weigh(evidence, word, decode, isChat);
            }
        }

        return evidence;
    }

    private Evidence Weigh(Evidence evidence, UtteranceWord word, Func<string, string?> decode, Predicate<string> isChat)
    {
        if (word.HasMarks)
        {
            return evidence with { Against = evidence.Against + 1 };
        }

        if (decode(word.Written) is not { } decoded)
        {
            var isStrange = !SyllableShape.CanStandForSyllable(word.Term) && !vocabulary.Knows(word.Term) && !isChat(word.Term);
            return isStrange ? evidence with { Against = evidence.Against + 1 } : evidence;
        }

        var keys = word.Written.Length - decoded.Length;
        var speaks = IsUnknown(word) && !foreignWords.Contains(word.Lower)
            && (keys >= 2 || vocabulary.CountOf(VietnameseText.Normalize(decoded)) > 0);
        return speaks ? evidence with { For = evidence.For + 1, HasStrong = evidence.HasStrong || keys >= 2 } : evidence;
    }

    private void Decode(UtteranceDraft draft, Func<string, string?> decode, Evidence evidence, string rule)
    {
        for (var i = 0; i < draft.Words.Count; i++)
        {
            var word = draft.Words[i];
            if (word.IsOpen && IsUnknown(word) && decode(word.Written) is { } decoded
                && (!foreignWords.Contains(word.Lower) || IsRatherVietnamese(decoded, evidence)))
            {
                draft.Correct(i, i, decoded, rule);
            }
        }
    }

    private bool IsUnknown(UtteranceWord word) => !vocabulary.Knows(word.Term) && !Formulas.Contains(word.Lower);

    /// <summary>"cos" and "as" are words of other languages too; among nothing but keystrokes they are có and á.</summary>
    private bool IsRatherVietnamese(string decoded, Evidence evidence) =>
        evidence.Against == 0 && vocabulary.CountOf(VietnameseText.Normalize(decoded)) > 0;

    /// <param name="For">Words that make sense as keystrokes only.</param>
    /// <param name="Against">Words that the input method would not have left so: with marks, or neither Vietnamese nor keystrokes.</param>
    /// <param name="HasStrong">Whether one of the words takes two keys or more.</param>
    private readonly record struct Evidence(int For, int Against, bool HasStrong)
    {
        public bool IsOn => For >= 2 ? For > Against : For == 1 && HasStrong && Against == 0;
    }
}
