namespace CpAssistant.Core.Search;

/// <summary>What an index holds once it is built.</summary>
internal sealed class IndexData(IReadOnlyList<Passage> passages, TermDictionary terms)
{
    public IReadOnlyList<Passage> Passages { get; } = passages;

    public TermDictionary Terms { get; } = terms;

    /// <summary>Length of each passage in tokens; 0 for those that are never found.</summary>
    public int[] Lengths { get; set; } = [];

    /// <summary>How many passages can be found.</summary>
    public int IndexedPassages { get; set; }

    public List<PostingBlock> Blocks { get; } = [];

    /// <summary>In how many passages each term stands.</summary>
    public int[] Frequencies { get; set; } = [];

    /// <summary>In how many passages each folded pair stands, however its marks are.</summary>
    public int[] PairGroupFrequencies { get; set; } = [];

    public double AverageLength => Lengths.Sum(static length => (double)length) / Math.Max(1, IndexedPassages);
}
