namespace CpAssistant.Core.Text;

/// <summary>Finds short forms in an utterance and reads them in full.</summary>
internal sealed class AbbreviationReader
{
    private const string Rule = "abbreviation";

    /// <summary>Behind these a single letter is the name of an item: điểm k, mục d.</summary>
    private static readonly HashSet<string> ItemWords = ["diem", "khoan", "muc", "nhom", "loai", "phan"];

    private readonly Vocabulary vocabulary;
    private readonly IReadOnlySet<string> foreignWords;
    private readonly ILookup<string, ShortForm> field;
    private readonly ILookup<string, ShortForm> chat;

    public AbbreviationReader(Vocabulary vocabulary, Abbreviations abbreviations, IReadOnlySet<string> foreignWords)
    {
        this.vocabulary = vocabulary;
        this.foreignWords = foreignWords;
        field = ByFirstTerm(abbreviations.Field);
        chat = ByFirstTerm(abbreviations.Chat);
    }

    /// <param name="term">A normalized term.</param>
    public bool IsChat(string term) => chat[VietnameseText.Fold(term)].Any(form => form.Terms.Count == 1 && form.Matches(0, term));

    public void ReadField(UtteranceDraft draft)
    {
        for (var i = 0; i < draft.Words.Count; i++)
        {
            if (Find(field, draft, i) is { } form && (ReadsInAnyCase(form) || IsWrittenAs(form, draft, i)))
            {
                draft.Correct(i, i + form.Terms.Count - 1, Choose(form, draft, i), Rule);
                i += form.Terms.Count - 1;
            }
        }
    }

    public void ReadChat(UtteranceDraft draft)
    {
        for (var i = 0; i < draft.Words.Count; i++)
        {
            if (Find(chat, draft, i) is { } form && IsChatHere(form, draft, i))
            {
                var last = i + form.Terms.Count - 1;
                draft.Correct(i, last, WrittenCase.Like(draft.Words[i].Written, Choose(form, draft, i)), Rule);
                i = last;
            }
        }
    }

    private static ILookup<string, ShortForm> ByFirstTerm(IReadOnlyDictionary<string, IReadOnlyList<string>> forms) => forms
        .Select(static form => ShortForm.Of(form.Key, form.Value))
        .Where(static form => form.Terms.Count > 0 && form.Readings.Count > 0)
        .OrderByDescending(static form => form.Terms.Count)
        .ToLookup(static form => VietnameseText.Fold(form.Terms[0]));

    /// <returns>The longest form that stands at a word, or null.</returns>
    private static ShortForm? Find(ILookup<string, ShortForm> forms, UtteranceDraft draft, int at) =>
        forms[VietnameseText.Fold(draft.Words[at].Term)].FirstOrDefault(form => Stands(form, draft, at));

    private static bool Stands(ShortForm form, UtteranceDraft draft, int at)
    {
        for (var i = 0; i < form.Terms.Count; i++)
        {
            if (at + i >= draft.Words.Count || draft.Words[at + i] is not { IsFixed: false, IsCorrected: false } word
                || !form.Matches(i, word.Term)
                || (i > 0 && !draft.SignsAfter(at + i - 1).SequenceEqual(form.Signs[i - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWrittenAs(ShortForm form, UtteranceDraft draft, int at) =>
        !draft.IsAllCapitals
        && form.Written.SequenceEqual(draft.Words.Skip(at).Take(form.Terms.Count).Select(static word => word.Written), StringComparer.Ordinal);

    private bool ReadsInAnyCase(ShortForm form) =>
        form.Written.Any(word => !SyllableShape.CanStandForSyllable(VietnameseText.Normalize(word)) && !foreignWords.Contains(word.ToLowerInvariant()));

    private bool IsChatHere(ShortForm form, UtteranceDraft draft, int at)
    {
        if (form.Terms.Count > 1)
        {
            return true;
        }

        var word = draft.Words[at];
        return word.Term.Length == 1
            ? !draft.SignsAfter(at).StartsWith(")") && !(draft.TermBefore(at) is { } before && ItemWords.Contains(VietnameseText.Fold(before)))
            : !vocabulary.Knows(word.Term) && !foreignWords.Contains(word.Lower);
    }

    /// <returns>The first reading, or another that goes clearly better with the neighbours.</returns>
    private string Choose(ShortForm form, UtteranceDraft draft, int at)
    {
        var (before, after) = (draft.TermBefore(at), draft.TermAfter(at + form.Terms.Count - 1));
        var best = form.Readings[0];
        var bestCount = form.Readings.Count > 1 ? CountBeside(best, before, after) : 0;
        foreach (var reading in form.Readings.Skip(1))
        {
            var count = CountBeside(reading, before, after);
            (best, bestCount) = count > 2 * bestCount ? (reading, count) : (best, bestCount);
        }

        return best;
    }

    private int CountBeside(string reading, string? before, string? after)
    {
        var terms = Analyzer.Exact.Analyze(reading);
        return (before is null ? 0 : vocabulary.CountFor(before, terms[0].Term))
            + (after is null ? 0 : vocabulary.CountFor(terms[^1].Term, after));
    }

    /// <param name="Written">Its words as they are written.</param>
    /// <param name="Terms">The same, normalized.</param>
    /// <param name="Signs">What stands between them, without white space.</param>
    private sealed record ShortForm(IReadOnlyList<string> Written, IReadOnlyList<string> Terms, IReadOnlyList<string> Signs, IReadOnlyList<string> Readings)
    {
        public static ShortForm Of(string form, IReadOnlyList<string> readings)
        {
            var tokens = SyllableTokenizer.Tokenize(form).ToList();
            return new ShortForm(
                [.. tokens.Select(static token => token.Term)],
                [.. tokens.Select(static token => VietnameseText.Normalize(token.Term))],
                [.. tokens.Zip(tokens.Skip(1), (left, right) => form[left.End..right.Start].Trim())],
                [.. readings.Where(static reading => SyllableTokenizer.Tokenize(reading).Any())]);
        }

        public bool Matches(int place, string typed) => VietnameseText.CanStandFor(typed, Terms[place]);
    }
}
