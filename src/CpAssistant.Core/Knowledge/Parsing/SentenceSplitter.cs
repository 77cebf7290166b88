using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Finds the sentences of running text.</summary>
internal static class SentenceSplitter
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "TP", "Tp", "tp", "TX", "Tx", "TT", "Tt", "P", "Q", "H", "X", "KT", "TM", "TL", "TUQ", "TS", "ThS", "Ths", "PGS", "GS", "BS", "KS",
        "Mr", "Mrs", "Ms", "St", "No", "vs", "VD", "Vd", "vd", "tr", "Tr", "NXB", "Nxb", "ĐT", "Co", "Ltd", "Bs", "Ks", "Ts",
    };

    /// <param name="from">First unit that can end a sentence; what stands before (a label) belongs to the first.</param>
    internal static IEnumerable<TextSpan> Split(string text, TextSpan run, int from)
    {
        var start = run.Start;
        for (var i = Math.Max(run.Start, from); i < run.End; i++)
        {
            if (text[i] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            var end = Close(text, i, run.End);
            if (end < run.End && Begins(text, end, run.End) && !IsAbbreviation(text, i, start))
            {
                yield return new TextSpan(start, end);
                start = SkipBlank(text, end, run.End);
            }

            i = end - 1;
        }

        if (start < run.End)
        {
            yield return new TextSpan(start, run.End);
        }
    }

    /// <returns>One past the run of stops, slashes and closing signs at <paramref name="i"/>.</returns>
    private static int Close(string text, int i, int end)
    {
        while (i < end && text[i] is '.' or '!' or '?' or '…' or '/' or '"' or '”' or '’' or ')' or ']' or '*' or '_')
        {
            i++;
        }

        return i;
    }

    private static bool Begins(string text, int i, int end)
    {
        if (!LineReader.IsBlank(text[i]))
        {
            return false;
        }

        for (i = SkipBlank(text, i, end); i < end; i++)
        {
            if (text[i] is not ('"' or '“' or '‘' or '(' or '[' or '*' or '_' or '-' or '–' or '+'))
            {
                return char.IsUpper(text[i]) || char.IsDigit(text[i]);
            }
        }

        return false;
    }

    private static bool IsAbbreviation(string text, int stop, int start)
    {
        if (text[stop] != '.' || (stop + 1 < text.Length && text[stop + 1] == '.'))
        {
            return false;
        }

        var first = stop;
        while (first > start && stop - first < 5 && char.IsLetter(text[first - 1]))
        {
            first--;
        }

        var word = text[first..stop];
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsUpper(word[0]));
    }

    private static int SkipBlank(string text, int i, int end)
    {
        while (i < end && LineReader.IsBlank(text[i]))
        {
            i++;
        }

        return i;
    }
}
