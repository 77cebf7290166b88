namespace CpAssistant.Core.Search.Indexing;

/// <summary>
/// The words of a passage in parts: the heading, what short forms stand for, and each window of the text. A word is 16 bits, one above its number; where that is
/// too little, <see cref="Wide"/> and its upper and its lower 15 bits, each one higher. A part ends with 0.
/// </summary>
internal ref struct PassageCode(ReadOnlySpan<ushort> code)
{
    private const ushort Mark = 0;
    private const ushort Wide = ushort.MaxValue;
    private const int Bits = 15;

    private ReadOnlySpan<ushort> rest = code;

    /// <summary>The next part; see <see cref="WordAt"/>.</summary>
    /// <returns>False at the end.</returns>
    public bool TryNextPart(out ReadOnlySpan<ushort> part)
    {
        var end = rest.IndexOf(Mark);
        part = end < 0 ? [] : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return end >= 0;
    }

    /// <param name="place">Where the word begins in its part; moved behind it.</param>
    public static int WordAt(ReadOnlySpan<ushort> part, ref int place)
    {
        int unit = part[place++];
        if (unit != Wide)
        {
            return unit - 1;
        }

        place += 2;
        return ((part[place - 2] - 1) << Bits) | (part[place - 1] - 1);
    }

    /// <summary>Appends a word.</summary>
    public static void Write(List<ushort> target, int word)
    {
        if (word + 1 < Wide)
        {
            target.Add((ushort)(word + 1));
            return;
        }

        target.AddRange([Wide, (ushort)((word >> Bits) + 1), (ushort)((word & ((1 << Bits) - 1)) + 1)]);
    }

    /// <summary>Ends a part.</summary>
    public static void EndPart(List<ushort> target) => target.Add(Mark);
}
