using CpAssistant.Core.Search.Indexing;

namespace CpAssistant.Core.Search.Ranking;

/// <summary>Which terms of a query a word of a text counts for, as it is read: a place in a list of terms for each.</summary>
internal sealed class QuerySlots : IDisposable
{
    private readonly WordTable words;
    private readonly WordSlots[] ofWords;
    private readonly List<int> filled = [];
    private readonly List<int> folds = [];
    private readonly ushort[] ofPairs;

    /// <param name="query">A word counts for the first two terms that it is a reading of.</param>
    /// <param name="ofWords">All empty, one for each word of the texts; empty again when this is disposed.</param>
    public QuerySlots(WordTable words, IReadOnlyList<QueryTerm> query, WordSlots[] ofWords)
    {
        (this.words, this.ofWords) = (words, ofWords);
        for (var slot = 0; slot < query.Count; slot++)
        {
            foreach (var key in query[slot].Keys.Where(static key => key.Second == TermKey.None))
            {
                Add(key.First, (ushort)(slot + 1));
            }
        }

        var pairs = query.Select(static (term, slot) => (Key: term.Keys[0], Slot: slot)).Where(static pair => pair.Key.Second != TermKey.None).ToList();
        foreach (var (key, _) in pairs)
        {
            NumberFold(key.First);
            NumberFold(key.Second);
        }

        ofPairs = new ushort[(folds.Count + 1) * (folds.Count + 1)];
        foreach (var (key, slot) in pairs)
        {
            ofPairs[(NumberOf(key.First) * (folds.Count + 1)) + NumberOf(key.Second)] = (ushort)(slot + 1);
        }
    }

    public void Dispose()
    {
        foreach (var word in filled)
        {
            ofWords[word] = default;
        }
    }

    /// <returns>Whether a query's word of its own is the word.</returns>
    public bool HasWord(int word) => ofWords[word].First != 0;

    /// <summary>Counts the words of a part of a passage.</summary>
    /// <param name="counts">How often each term stands there; added to.</param>
    /// <returns>How many words there are.</returns>
    public int Count(ReadOnlySpan<ushort> part, Span<float> counts)
    {
        var (before, length) = (0, 0);
        ReadOnlySpan<WordSlots> all = ofWords;
        for (var place = 0; place < part.Length; length++)
        {
            var slots = all[PassageCode.WordAt(part, ref place)];
            if ((slots.First | slots.Fold) != 0)
            {
                Count(slots, before, counts);
            }

            before = slots.Fold;
        }

        return length;
    }

    private void Count(WordSlots slots, int before, Span<float> counts)
    {
        if (slots.First != 0)
        {
            counts[slots.First - 1]++;
        }

        if (slots.Second != 0)
        {
            counts[slots.Second - 1]++;
        }

        if (before != 0 && slots.Fold != 0 && ofPairs[(before * (folds.Count + 1)) + slots.Fold] is > 0 and var pair)
        {
            counts[pair - 1]++;
        }
    }

    private void Add(int word, ushort slot)
    {
        ref var slots = ref ofWords[word];
        filled.Add(word);
        slots = slots.First == 0 ? slots with { First = slot } : slots.Second == 0 ? slots with { Second = slot } : slots;
    }

    private int NumberOf(int fold) => folds.IndexOf(fold) + 1;

    private void NumberFold(int fold)
    {
        if (folds.Contains(fold))
        {
            return;
        }

        folds.Add(fold);
        foreach (var word in words.WordsOfFold(fold).Where(HasWord))
        {
            ofWords[word] = ofWords[word] with { Fold = (ushort)folds.Count };
        }
    }
}

/// <summary>What a word counts for: up to two terms, one more than their places in the query, and the number of its folded form among those of pairs; 0 for none.</summary>
internal readonly record struct WordSlots(ushort First, ushort Second, ushort Fold);
