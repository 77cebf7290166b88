using System.Buffers;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search.Indexing;

/// <summary>Reads passages into numbers. One for each thread.</summary>
internal sealed class PassageCoder(WordTable words)
{
    /// <summary>Sentences are joined until a window has so many words.</summary>
    private const int WindowWords = 50;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(";!?\n");

    private readonly Dictionary<string, int> wordsByForm = new(StringComparer.Ordinal);
    private readonly List<ushort> code = [];
    private Sizes windows;
    private Sizes headings;

    public CodedPassages Code(IReadOnlyList<Passage> passages)
    {
        code.Clear();
        (windows, headings) = (default, default);
        var starts = new int[passages.Count + 1];
        var lengths = new int[passages.Count];
        for (var i = 0; i < passages.Count; i++)
        {
            lengths[i] = Add(passages[i]);
            starts[i + 1] = code.Count;
        }

        // A list of its own, or it would keep all passages of its time in memory.
        return new CodedPassages([.. passages], [.. code], starts, lengths, windows, headings);
    }

    /// <returns>Its words.</returns>
    private int Add(Passage passage)
    {
        var position = 0;
        if (!SyllableTokenizer.TryNext(passage.Text, ref position, out _))
        {
            return 0;
        }

        var heading = Read(passage.Heading, int.MaxValue).Words;
        var inFull = Read(passage.InFull, int.MaxValue).Words;
        var text = Read(passage.Text, WindowWords);
        headings += new Sizes(heading > 0 ? 1 : 0, heading);
        windows += new Sizes(text.Count, text.Words + (text.Count * (heading + inFull)));
        return (int)(heading + inFull + text.Words);
    }

    /// <param name="windowWords">A part ends with the sentence that has the last of so many words.</param>
    /// <returns>The windows.</returns>
    private Sizes Read(string text, int windowWords)
    {
        var known = wordsByForm.GetAlternateLookup<ReadOnlySpan<char>>();
        var (position, end, inWindow, sizes) = (0, 0, 0, default(Sizes));
        while (SyllableTokenizer.TryNext(text, ref position, out var span))
        {
            if (inWindow >= windowWords && EndsSentence(text.AsSpan(end..span.Start)))
            {
                PassageCode.EndPart(code);
                sizes += new Sizes(1, inWindow);
                inWindow = 0;
            }

            var form = text.AsSpan(span.Start, Math.Min(span.Length, WordTable.MaxWordLength));
            if (!known.TryGetValue(form, out var word))
            {
                wordsByForm.Add(form.ToString(), word = words.Add(VietnameseText.Normalize(form.ToString())));
            }

            PassageCode.Write(code, word);
            (end, inWindow) = (span.End, inWindow + 1);
        }

        PassageCode.EndPart(code);
        return sizes + new Sizes(1, inWindow);
    }

    /// <param name="between">What stands between two words.</param>
    private static bool EndsSentence(ReadOnlySpan<char> between) =>
        between.ContainsAny(SentenceEnds) || between.Contains(". ", StringComparison.Ordinal);
}
