using System.Text;

namespace CpAssistant.Core.Text;

/// <summary>One word of an utterance while it is being read.</summary>
internal sealed class UtteranceWord(string written, TextSpan span)
{
    /// <summary>Longer tokens are no words and are left alone.</summary>
    public const int MaxLength = 32;

    public string Written { get; } = written;

    public TextSpan Span { get; } = span;

    /// <summary>The normalized term as it was typed.</summary>
    public string Term { get; } = VietnameseText.Normalize(written);

    /// <summary>The word in small letters, as lists of foreign words have it.</summary>
    public string Lower { get; } = written.ToLowerInvariant();

    public bool HasDigit { get; } = written.Any(char.IsDigit);

    public bool HasMarks => VietnameseText.HasMarks(Term);

    /// <summary>Part of a document number or an address: nothing may change it.</summary>
    public bool IsFixed { get; set; }

    /// <summary>Joined to a neighbour by a point, as in names of files and hosts.</summary>
    public bool IsJoined { get; set; }

    public bool IsCorrected { get; set; }

    /// <summary>First and last term of what it is read as, for the neighbours on either side.</summary>
    public (string First, string Last) Reading { get; set; }

    public bool IsOpen => !IsFixed && !IsJoined && !IsCorrected;

    public bool IsCapitalised => char.IsUpper(Written[0]);
}

/// <summary>An utterance cut into words, and the corrections made so far.</summary>
internal sealed class UtteranceDraft
{
    private readonly string original;
    private readonly List<UtteranceWord> words = [];
    private readonly List<Correction> corrections = [];

    public UtteranceDraft(string original, int maxWords)
    {
        this.original = original;
        var position = 0;
        while (words.Count < maxWords && SyllableTokenizer.TryNext(original, ref position, out var span))
        {
            var isLong = span.Length > UtteranceWord.MaxLength;
            var word = new UtteranceWord(isLong ? "…" : span.Slice(original), span) { IsFixed = isLong };
            word.Reading = (word.Term, word.Term);
            words.Add(word);
        }

        FixNumbers();
        FixAddresses();
        IsAllCapitals = words.All(static word => !word.Written.Any(char.IsLower));
    }

    public IReadOnlyList<UtteranceWord> Words => words;

    /// <summary>Whether capitals tell nothing because there are no small letters.</summary>
    public bool IsAllCapitals { get; }

    /// <returns>What stands between a word and the next, without white space.</returns>
    public ReadOnlySpan<char> SignsAfter(int word) => Gap(word).Trim();

    /// <returns>What the writer meant left of a word, or null at the beginning.</returns>
    public string? TermBefore(int word) => word > 0 ? words[word - 1].Reading.Last : null;

    /// <returns>What the writer meant right of a word, or null at the end.</returns>
    public string? TermAfter(int word) => word + 1 < words.Count ? words[word + 1].Reading.First : null;

    public void Correct(int first, int last, string to, string rule)
    {
        var span = words[first].Span.Union(words[last].Span);
        corrections.Add(new Correction(span, span.Slice(original), to, rule));
        var terms = Analyzer.Exact.Analyze(to);
        for (var i = first; i <= last; i++)
        {
            words[i].IsCorrected = true;
            words[i].Reading = terms.Count > 0 ? (terms[0].Term, terms[^1].Term) : words[i].Reading;
        }
    }

    public ReadUtterance Finish()
    {
        if (corrections.Count == 0)
        {
            return new ReadUtterance(original, original, []);
        }

        corrections.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var text = new StringBuilder(original.Length + 64);
        var end = 0;
        foreach (var correction in corrections)
        {
            text.Append(original, end, correction.Span.Start - end).Append(correction.To);
            end = correction.Span.End;
        }

        return new ReadUtterance(original, text.Append(original, end, original.Length - end).ToString(), corrections);
    }

    private ReadOnlySpan<char> Gap(int word)
    {
        var start = words[word].Span.End;
        var end = word + 1 < words.Count ? words[word + 1].Span.Start : original.Length;
        return original.AsSpan(start, end - start);
    }

    /// <summary>A number, a stroke and a sign of capitals: 86/QĐ-UBND, 150/2025/NĐ-CP, also with white space inside.</summary>
    private void FixNumbers()
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (char.IsAsciiDigit(words[i].Written[0]) && SignsAfter(i) is "/")
            {
                words[i].IsFixed = true;
                while (i + 1 < words.Count && GoesOnWithSign(i))
                {
                    words[++i].IsFixed = true;
                }
            }
        }
    }

    private bool GoesOnWithSign(int word)
    {
        var isLetters = !words[word + 1].Written.Any(char.IsLower);
        return SignsAfter(word) switch
        {
            "/" => true,
            "-" or "–" or "&" => isLetters || Gap(word).Length == 1,
            _ => false,
        };
    }

    private void FixAddresses()
    {
        var first = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var gap = Gap(i);
            if (gap is "." or "_" && i + 1 < words.Count)
            {
                words[i].IsJoined = words[i + 1].IsJoined = true;
            }

            if (i + 1 == words.Count || gap.IndexOfAny(" \t\r\n\u00A0") >= 0)
            {
                FixAddress(first, i);
                first = i + 1;
            }
        }
    }

    /// <summary>Words without white space between them, one of the joints @ or ://.</summary>
    private void FixAddress(int first, int last)
    {
        var isAddress = false;
        for (var i = first; i < last; i++)
        {
            isAddress |= Gap(i) is "@" or "://";
        }

        for (var i = first; isAddress && i <= last; i++)
        {
            words[i].IsFixed = true;
        }
    }
}
