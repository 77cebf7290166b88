using System.Text;

namespace CpAssistant.Core.Text;

/// <summary>The build of a written Vietnamese syllable: onset, vowels, coda, tone.</summary>
public static class Syllable
{
    /// <summary>Where the tone mark stands in the old orthography: hòa, thủy, but hoàn, khuyến, thuở.</summary>
    /// <param name="letters">Lower-case letters without tones.</param>
    /// <returns>An index, or null where the letters are no single run of vowels.</returns>
    internal static int? TonePlace(StringBuilder letters)
    {
        var (start, end) = Vowels(letters);
        if (start < 0)
        {
            return null;
        }

        for (var i = end - 1; i >= start; i--)
        {
            if (letters[i] is 'ă' or 'â' or 'ê' or 'ô' or 'ơ' or 'ư' && !(letters[i] == 'ư' && i + 1 < end && letters[i + 1] == 'ơ'))
            {
                return i;
            }
        }

        var closed = end < letters.Length;
        return (end - start) switch
        {
            1 => start,
            2 => closed ? start + 1 : start,
            3 => start + 1,
            _ => null,
        };
    }

    /// <summary>Whether the last letter is a y that is also written i: hy, ky, ly, my, sy, ty, vy, quy.</summary>
    internal static bool EndsInVariantY(StringBuilder letters) =>
        letters.Length >= 2 && letters[^1] == 'y'
        && (letters.Length == 2
            ? letters[0] is 'h' or 'k' or 'l' or 'm' or 's' or 't' or 'v'
            : letters.Length == 3 && letters[0] == 'q' && VietnameseLetter.Base(letters[1]) == 'u');

    /// <returns>The run of vowels without a glide that belongs to the onset (qu, gi); (-1, -1) where there is no single run.</returns>
    private static (int Start, int End) Vowels(StringBuilder letters)
    {
        var start = 0;
        while (start < letters.Length && !VietnameseLetter.IsVowel(letters[start]))
        {
            start++;
        }

        var end = start;
        while (end < letters.Length && VietnameseLetter.IsVowel(letters[end]))
        {
            end++;
        }

        for (var i = end; i < letters.Length; i++)
        {
            if (VietnameseLetter.IsVowel(letters[i]))
            {
                return (-1, -1);
            }
        }

        var glide = start > 0 && end - start > 1
            && ((letters[start - 1] == 'q' && letters[start] == 'u') || (start == 1 && letters[0] == 'g' && letters[start] == 'i'));
        return start == end ? (-1, -1) : (glide ? start + 1 : start, end);
    }
}
