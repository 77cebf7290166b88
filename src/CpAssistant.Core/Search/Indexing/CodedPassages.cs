namespace CpAssistant.Core.Search.Indexing;

/// <summary>Neighbouring passages of one document, read into numbers once and for all.</summary>
/// <param name="passages">At least one, at most as many as a block has.</param>
/// <param name="code">See <see cref="PassageCode"/>.</param>
/// <param name="starts">Where the code of each passage begins, and the end.</param>
/// <param name="lengths">Of each passage in words, heading and full forms included; 0 for those that are never found.</param>
/// <param name="windows">In how many windows the passages are read, and how many words these have, what stands in front of each included.</param>
internal sealed class CodedPassages(IReadOnlyList<Passage> passages, ushort[] code, int[] starts, int[] lengths, Sizes windows, Sizes headings)
{
    public IReadOnlyList<Passage> Passages => passages;

    public IReadOnlyList<int> Lengths => lengths;

    /// <summary>Passages that can be found, and their words.</summary>
    public Sizes Whole { get; } = new(lengths.Count(static length => length > 0), lengths.Sum(static length => (long)length));

    /// <summary>Windows they are read in.</summary>
    public Sizes Windows => windows;

    /// <summary>Headings that have words.</summary>
    public Sizes Headings => headings;

    /// <summary>Of the code and what finds it.</summary>
    public long Bytes => (sizeof(ushort) * (long)code.Length) + (sizeof(int) * (starts.Length + lengths.Length));

    public PassageCode CodeOf(int passage) => new(code.AsSpan(starts[passage]..starts[passage + 1]));
}

/// <summary>How many there are, and how many words they have together.</summary>
internal readonly record struct Sizes(int Count, long Words)
{
    /// <summary>Words on average; 1 where there are none.</summary>
    public double Average => Count == 0 ? 1 : Words / (double)Count;

    public static Sizes operator +(Sizes one, Sizes other) => new(one.Count + other.Count, one.Words + other.Words);
}
