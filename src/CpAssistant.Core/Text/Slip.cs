namespace CpAssistant.Core.Text;

/// <summary>One-letter slips: a letter wrong, missing, too many, two swapped, or a wrong tone.</summary>
internal static class Slip
{
    /// <summary>Whether one slip leads from a word to what was typed; marks that were left out are no slips.</summary>
    /// <param name="typed">A normalized term.</param>
    /// <param name="word">A normalized term.</param>
    public static bool IsBetween(string typed, string word)
    {
        Span<char> typedLetters = stackalloc char[typed.Length];
        Span<char> wordLetters = stackalloc char[word.Length];
        var typedTone = TakeTone(typed, typedLetters);
        var wordTone = TakeTone(word, wordLetters);

        return typedTone != Tone.Level && typedTone != wordTone
            ? AreAlike(typedLetters, wordLetters)
            : IsOneLetterApart(typedLetters, wordLetters);
    }

    /// <summary>All strings of plain letters that are one slip away from a folded term.</summary>
    /// <param name="folded">The typed term without marks.</param>
    /// <param name="visit">Takes each string; some come more than once.</param>
    public static void ForEachNeighbour(string folded, ReadOnlySpanAction visit)
    {
        Span<char> buffer = stackalloc char[folded.Length + 1];
        for (var i = 0; i <= folded.Length; i++)
        {
            Without(folded, i, buffer, visit);
            Swapped(folded, i, buffer, visit);
            for (var letter = 'a'; letter <= 'z'; letter++)
            {
                With(folded, i, letter, buffer, visit);
            }
        }
    }

    internal delegate void ReadOnlySpanAction(ReadOnlySpan<char> text);

    private static void Without(string folded, int place, Span<char> buffer, ReadOnlySpanAction visit)
    {
        if (place < folded.Length)
        {
            folded.AsSpan(0, place).CopyTo(buffer);
            folded.AsSpan(place + 1).CopyTo(buffer[place..]);
            visit(buffer[..(folded.Length - 1)]);
        }
    }

    private static void Swapped(string folded, int place, Span<char> buffer, ReadOnlySpanAction visit)
    {
        if (place + 1 < folded.Length && folded[place] != folded[place + 1])
        {
            folded.CopyTo(buffer);
            (buffer[place], buffer[place + 1]) = (buffer[place + 1], buffer[place]);
            visit(buffer[..folded.Length]);
        }
    }

    /// <summary>A letter put in the place of another, and one put in between.</summary>
    private static void With(string folded, int place, char letter, Span<char> buffer, ReadOnlySpanAction visit)
    {
        if (place < folded.Length && folded[place] != letter)
        {
            folded.CopyTo(buffer);
            buffer[place] = letter;
            visit(buffer[..folded.Length]);
        }

        folded.AsSpan(0, place).CopyTo(buffer);
        buffer[place] = letter;
        folded.AsSpan(place).CopyTo(buffer[(place + 1)..]);
        visit(buffer);
    }

    private static Tone TakeTone(string term, Span<char> letters)
    {
        var tone = Tone.Level;
        for (var i = 0; i < term.Length; i++)
        {
            (letters[i], var own) = VietnameseLetter.Split(term[i]);
            tone = own == Tone.Level ? tone : own;
        }

        return tone;
    }

    private static bool IsOneLetterApart(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        var same = 0;
        while (same < typed.Length && same < word.Length && IsAlike(typed[same], word[same]))
        {
            same++;
        }

        var restTyped = typed[same..];
        var restWord = word[same..];
        return (restTyped.Length > 0 && restWord.Length > 0 && AreAlike(restTyped[1..], restWord[1..]))
            || (restTyped.Length > 0 && AreAlike(restTyped[1..], restWord))
            || (restWord.Length > 0 && AreAlike(restTyped, restWord[1..]))
            || IsSwap(restTyped, restWord);
    }

    private static bool IsSwap(ReadOnlySpan<char> typed, ReadOnlySpan<char> word) =>
        typed.Length >= 2 && word.Length >= 2
        && IsAlike(typed[0], word[1]) && IsAlike(typed[1], word[0]) && AreAlike(typed[2..], word[2..]);

    private static bool AreAlike(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        if (typed.Length != word.Length)
        {
            return false;
        }

        for (var i = 0; i < typed.Length; i++)
        {
            if (!IsAlike(typed[i], word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAlike(char typed, char letter) => typed == letter || typed == VietnameseLetter.Base(letter);
}
