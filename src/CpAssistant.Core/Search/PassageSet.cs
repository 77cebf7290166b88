using System.Numerics;

namespace CpAssistant.Core.Search;

/// <summary>Some of an index's passages, a bit each.</summary>
public sealed class PassageSet
{
    private const int BitsOfWord = 64;

    private readonly ulong[] words;

    /// <param name="passages">How many passages the index has.</param>
    internal PassageSet(int passages) => words = new ulong[(passages + BitsOfWord - 1) / BitsOfWord];

    /// <summary>How many they are.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool Contains(int passage) => (words[passage / BitsOfWord] >> (passage % BitsOfWord) & 1) != 0;

    /// <returns>The passages in ascending order from the given place among them on.</returns>
    public IEnumerable<int> From(int place)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var count = BitOperations.PopCount(words[i]);
            if (place >= count)
            {
                place -= count;
                continue;
            }

            for (var rest = words[i]; rest != 0; rest &= rest - 1)
            {
                if (place-- <= 0)
                {
                    yield return (i * BitsOfWord) + BitOperations.TrailingZeroCount(rest);
                }
            }

            place = 0;
        }
    }

    internal PassageSet Copy()
    {
        var copy = new PassageSet(words.Length * BitsOfWord);
        words.CopyTo(copy.words, 0);
        return copy;
    }

    internal void Add(int passage) => words[passage / BitsOfWord] |= 1UL << (passage % BitsOfWord);

    internal void IntersectWith(PassageSet other)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] &= other.words[i];
        }
    }

    internal void UnionWith(PassageSet other)
    {
        for (var i = 0; i < words.Length; i++)
        {
            words[i] |= other.words[i];
        }
    }
}
