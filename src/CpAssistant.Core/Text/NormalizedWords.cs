using System.Text;

namespace CpAssistant.Core.Text;

/// <summary>Takes a text unit by unit and writes each word in its one spelling (see <see cref="VietnameseText.Normalize"/>).</summary>
internal sealed class NormalizedWords(int capacity)
{
    private readonly StringBuilder result = new(capacity);

    /// <summary>The word at hand: lower-case letters with their shapes, without tones.</summary>
    private readonly StringBuilder word = new();

    private Tone tone;
    private int tonePlace;

    public void Add(char unit)
    {
        var (letter, letterTone) = VietnameseLetter.Split(char.ToLowerInvariant(unit));
        if (char.IsLetter(letter))
        {
            word.Append(letter);
            PutTone(letterTone);
        }
        else if (VietnameseText.IsCombining(letter))
        {
            AddMark(letter);
        }
        else if (!VietnameseText.IsIgnorable(letter))
        {
            EndWord();
            result.Append(letter);
        }
    }

    public override string ToString()
    {
        EndWord();
        return result.ToString();
    }

    private void AddMark(char mark)
    {
        if (word.Length == 0)
        {
            return;
        }

        if (VietnameseLetter.ToneOfMark(mark) is { } markTone)
        {
            PutTone(markTone);
        }
        else if (VietnameseLetter.WithShape(word[^1], mark) is { } shaped)
        {
            word[^1] = shaped;
        }
    }

    /// <summary>A word has one tone; of several typed ones the last counts.</summary>
    private void PutTone(Tone typed)
    {
        if (typed != Tone.Level && VietnameseLetter.IsVowel(word[^1]))
        {
            tone = typed;
            tonePlace = word.Length - 1;
        }
    }

    private void EndWord()
    {
        if (word.Length == 0)
        {
            return;
        }

        if (Syllable.EndsInVariantY(word))
        {
            word[^1] = 'i';
        }

        if (tone != Tone.Level)
        {
            var place = Syllable.TonePlace(word) ?? tonePlace;
            word[place] = VietnameseLetter.WithTone(word[place], tone);
        }

        result.Append(word);
        word.Clear();
        tone = Tone.Level;
    }
}
