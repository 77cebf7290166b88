using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>A place in a text for a person to look at.</summary>
/// <param name="Line">Counted from 1.</param>
internal readonly record struct TextPlace(int Line, TextSpan Span);

/// <summary>What a text is made of, in one pass.</summary>
internal sealed class TextCounts
{
    private int _worst;

    internal int Letters { get; private set; }

    internal int Controls { get; private set; }

    internal TextPlace FirstControl { get; private set; }

    internal int Replaced { get; private set; }

    internal TextPlace FirstReplaced { get; private set; }

    /// <summary>Pairs of signs that UTF-8 leaves behind when it is read as Latin-1 or Windows-1252.</summary>
    internal int Garbled { get; private set; }

    internal TextPlace FirstGarbled { get; private set; }

    /// <summary>Words of small letters that could be told to be Vietnamese or not; names in capitals and figures are left out.</summary>
    internal int Syllables { get; private set; }

    internal int Marked { get; private set; }

    /// <summary>Words of plain letters that are no Vietnamese syllable: names, loan words.</summary>
    internal int Foreign { get; private set; }

    /// <summary>Words with marks that no Vietnamese syllable has so: nhât, gỉảm, luợng.</summary>
    internal int Broken { get; private set; }

    /// <summary>Letters and figures in one word (l0, 4O), and signs that stand for nothing.</summary>
    internal int Mixed { get; private set; }

    /// <summary>Syllables in the longest run of lines without any mark, and where it begins.</summary>
    internal int LostRun { get; private set; }

    internal TextPlace LostMarks { get; private set; }

    /// <summary>The line with most words that cannot be read.</summary>
    internal TextPlace Worst { get; private set; }

    internal static TextCounts Of(string text, int from)
    {
        var counts = new TextCounts();
        counts.CountCharacters(text, from);
        counts.CountWords(text, from);
        return counts;
    }

    private void CountCharacters(string text, int from)
    {
        var line = 1 + text.AsSpan(0, from).Count('\n');
        for (var i = from; i < text.Length; i++)
        {
            var place = new TextPlace(line, new TextSpan(i, i + 1));
            if (char.IsLetter(text[i]))
            {
                Letters++;
            }

            if (text[i] == '\n')
            {
                line++;
            }
            else if (text[i] == '\uFFFD')
            {
                FirstReplaced = Replaced++ == 0 ? place : FirstReplaced;
            }
            else if (char.IsControl(text[i]) && text[i] is not ('\t' or '\r' or '\f' or '\v' or '\u0085'))
            {
                // C1 controls come of UTF-8 bytes read as Latin-1; they count as that.
                if (text[i] >= '\u0080')
                {
                    FirstGarbled = Garbled++ == 0 ? place : FirstGarbled;
                }
                else
                {
                    FirstControl = Controls++ == 0 ? place : FirstControl;
                }
            }
            else if (i + 1 < text.Length && IsGarbled(text[i], text[i + 1]))
            {
                FirstGarbled = Garbled++ == 0 ? place : FirstGarbled;
            }
        }
    }

    /// <summary>Ã¡, Ä‘, Æ°, áº£, á»‡: the first letter of a Vietnamese one in UTF-8, then no letter that could follow it in a word.</summary>
    private static bool IsGarbled(char first, char second) => first switch
    {
        'Ã' or 'Ä' or 'Æ' => second is >= '\u0080' and <= '\u00BF' or '‘' or '’' or '“' or '”' or '†' or '‡' or '©',
        'á' => second is 'º' or '»',
        'â' => second is '€',
        'Â' => second is >= '\u0080' and <= '\u00BF' and not '\u00A0',
        _ => false,
    };

    private void CountWords(string text, int from)
    {
        var number = text.AsSpan(0, from).Count('\n');
        var run = 0;
        var runStart = default(TextPlace);
        for (var start = from; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var place = new TextPlace(++number, new TextSpan(start, end));
            var (syllables, marked) = CountLine(text[start..end], place);
            if (marked > 0)
            {
                run = 0;
            }
            else if (syllables > 0)
            {
                runStart = run == 0 ? place : runStart;
                run += syllables;
            }

            if (run > LostRun)
            {
                (LostRun, LostMarks) = (run, runStart);
            }

            start = end + 1;
        }
    }

    private (int Syllables, int Marked) CountLine(string line, TextPlace place)
    {
        var (syllables, marked, bad) = (0, 0, 0);
        foreach (var token in SyllableTokenizer.Tokenize(line))
        {
            switch (WordShape.Of(token.Term))
            {
                case WordLook.Syllable:
                    syllables++;
                    break;
                case WordLook.MarkedSyllable:
                    syllables++;
                    marked++;
                    break;
                case WordLook.Foreign:
                    syllables++;
                    Foreign++;
                    break;
                case WordLook.Broken:
                    syllables++;
                    Broken++;
                    bad++;
                    break;
                case WordLook.Mixed:
                    Mixed++;
                    bad++;
                    break;
            }
        }

        Syllables += syllables;
        Marked += marked;
        if (bad > _worst)
        {
            (_worst, Worst) = (bad, place);
        }

        return (syllables, marked);
    }
}
