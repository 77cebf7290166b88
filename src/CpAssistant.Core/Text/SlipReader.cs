namespace CpAssistant.Core.Text;

/// <summary>Corrects one-letter slips in words that neither the texts nor other languages know.</summary>
internal sealed class SlipReader(Vocabulary vocabulary, IReadOnlySet<string> foreignWords)
{
    private const int MinLetters = 3;
    private const int MaxLetters = 12;

    /// <summary>A word this long with one reading only needs no neighbours to confirm it.</summary>
    private const int SureLetters = 4;

    /// <summary>Someone who slips more often than this is not writing Vietnamese.</summary>
    private const int MaxSlips = 24;

    /// <summary>Share of the neighbour's occurrences that the pair must make up before a good syllable is taken for a slip.</summary>
    private const double StrongShare = 0.3;

    private const int StrongPairs = 2;

    /// <param name="draft">The utterance.</param>
    /// <param name="isShortForm">Whether a term is a known short form, and so no slip.</param>
    public void Read(UtteranceDraft draft, Predicate<string> isShortForm)
    {
        var hasForeign = draft.Words.Any(word => foreignWords.Contains(word.Lower) && !vocabulary.Knows(word.Term));
        var looked = 0;
        for (var i = 0; i < draft.Words.Count && looked < MaxSlips; i++)
        {
            if (!MayBeSlip(draft, i) || isShortForm(draft.Words[i].Term))
            {
                continue;
            }

            looked++;
            if (Best(draft, i, hasForeign) is { } meant)
            {
                draft.Correct(i, i, WrittenCase.Like(draft.Words[i].Written, meant), "slip");
            }
        }
    }

    private static bool IsName(UtteranceDraft draft, int at) =>
        draft.Words[at].IsCapitalised && !draft.IsAllCapitals
        && (at > 0 || (draft.Words.Count > 1 && draft.Words[1].IsCapitalised));

    private bool MayBeSlip(UtteranceDraft draft, int at)
    {
        var word = draft.Words[at];
        return word.IsOpen && !word.HasDigit && word.Term.Length is >= MinLetters and <= MaxLetters
            && word.Term.Any(VietnameseLetter.IsVowelWithTone)
            && !vocabulary.Knows(word.Term) && !foreignWords.Contains(word.Lower);
    }

    /// <returns>What was meant, or null where that is not clear.</returns>
    private string? Best(UtteranceDraft draft, int at, bool hasForeign)
    {
        var term = draft.Words[at].Term;
        var (before, after) = (draft.TermBefore(at), draft.TermAfter(at));
        var ranked = Candidates(term)
            .Select(word => (Word: word, Count: Count(before, word) + Count(word, after)))
            .OrderByDescending(static candidate => candidate.Count)
            .ToList();
        if (ranked.Count == 0)
        {
            return null;
        }

        var isClear = ranked[0].Count > 0 && (ranked.Count == 1 || ranked[0].Count >= 2 * ranked[1].Count);
        if (SyllableShape.CanStandForSyllable(term))
        {
            return isClear && IsStrong(before, ranked[0].Word, after) ? ranked[0].Word : null;
        }

        var isSure = ranked.Count == 1 && term.Length >= SureLetters && !hasForeign && !IsName(draft, at);
        return isClear || isSure ? ranked[0].Word : null;
    }

    /// <returns>Folded words for a word typed without marks, else words with their marks.</returns>
    private HashSet<string> Candidates(string term)
    {
        var candidates = new HashSet<string>(StringComparer.Ordinal);
        var folded = VietnameseText.Fold(term);
        if (VietnameseText.HasMarks(term))
        {
            AddWords(folded);
            Slip.ForEachNeighbour(folded, AddWords);
        }
        else
        {
            Slip.ForEachNeighbour(folded, AddFolded);
        }

        return candidates;

        void AddWords(ReadOnlySpan<char> form)
        {
            foreach (var word in vocabulary.WordsOf(form))
            {
                if (Slip.IsBetween(term, word))
                {
                    candidates.Add(word);
                }
            }
        }

        void AddFolded(ReadOnlySpan<char> form)
        {
            if (vocabulary.WordsOf(form).Count > 0)
            {
                candidates.Add(form.ToString());
            }
        }
    }

    private int Count(string? first, string? second) => first is null || second is null ? 0 : vocabulary.CountFor(first, second);

    private bool IsStrong(string? before, string word, string? after) =>
        IsStrong(Count(before, word), before) || IsStrong(Count(word, after), after);

    private bool IsStrong(int pairs, string? neighbour) =>
        neighbour is not null && pairs >= StrongPairs && pairs >= StrongShare * vocabulary.CountFor(neighbour);
}
