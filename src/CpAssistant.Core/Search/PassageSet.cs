using System.Numerics;
using System.Runtime.Intrinsics;

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

    /// <summary>Adds the passages whose byte is not zero.</summary>
    /// <param name="first">Passage of the first byte.</param>
    internal void AddWhereNotZero(int first, ReadOnlySpan<byte> bytes)
    {
        var place = 0;
        for (; place + BitsOfWord <= bytes.Length; place += BitsOfWord)
        {
            var low = ~Vector256.Equals(Vector256.Create(bytes.Slice(place, 32)), Vector256<byte>.Zero).ExtractMostSignificantBits();
            var high = ~Vector256.Equals(Vector256.Create(bytes.Slice(place + 32, 32)), Vector256<byte>.Zero).ExtractMostSignificantBits();
            AddWord(first + place, low | ((ulong)high << 32));
        }

        for (; place < bytes.Length; place++)
        {
            if (bytes[place] != 0)
            {
                Add(first + place);
            }
        }
    }

    /// <summary>Adds passages by a bit each.</summary>
    /// <param name="first">Passage of the lowest bit.</param>
    private void AddWord(int first, ulong bits)
    {
        var offset = first % BitsOfWord;
        words[first / BitsOfWord] |= bits << offset;
        if (offset > 0 && bits >> (BitsOfWord - offset) != 0)
        {
            words[(first / BitsOfWord) + 1] |= bits >> (BitsOfWord - offset);
        }
    }

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
