namespace CpAssistant.Core.Search.Indexing;

/// <summary>Builds an index on all processors, taking over from an earlier one what has not changed.</summary>
internal static class IndexBuilder
{
    /// <summary>
    /// Impacts stay good while the average length keeps within a step of this, so that a change of a document does not mean reading all blocks anew.
    /// </summary>
    private const double LengthStep = 0.05;

    /// <summary>Blocks that are kept become smaller or more as documents come and go; with so many times more than are needed all are made anew.</summary>
    private const int MostTimes = 4;

    /// <summary>With more words than so many times those that passages have, the others are forgotten, and all is read anew.</summary>
    private const int MostDeadWords = 2;
    private const int FewWords = 10_000;

    /// <param name="before">An index of much the same passages; null for none.</param>
    public static IndexData Build(IReadOnlyList<Passage> passages, IndexData? before)
    {
        before = before is { } earlier && earlier.Words.Count <= (MostDeadWords * earlier.WordCount) + FewWords ? before : null;
        var words = before?.Words.Copy() ?? new WordTable();
        var known = (before?.Runs ?? []).GroupBy(static run => run.Passages[0].Document).ToDictionary(static group => group.Key, static group => group.ToList());
        var runs = Runs(passages).ToArray();
        var coded = new CodedPassages[runs.Length];
        using var coders = new ThreadLocal<PassageCoder>(() => new PassageCoder(words));
        Parallel.For(0, runs.Length, i =>
            coded[i] = known.GetValueOrDefault(runs[i][0].Document)?.Find(run => run.Passages.SequenceEqual(runs[i])) ?? coders.Value!.Code(runs[i]));

        var averageLength = Rounded(coded.Aggregate(default(Sizes), static (sum, run) => sum + run.Whole).Average);
        var groups = Groups(coded, before);
        var blocks = new PostingBlock[groups.Count];
        Parallel.For(0, blocks.Length, i => blocks[i] = Kept(groups[i], before, averageLength) ?? new PostingBlock(groups[i], words, averageLength));
        return new IndexData(blocks, words) { BlocksTakenOver = before is null ? 0 : blocks.Count(before.Blocks.Contains) };
    }

    /// <returns>Neighbouring passages of one document, no more than a block holds.</returns>
    private static IEnumerable<ArraySegment<Passage>> Runs(IReadOnlyList<Passage> passages)
    {
        var all = passages as Passage[] ?? [.. passages];
        for (var first = 0; first < all.Length;)
        {
            var end = first + 1;
            while (end < all.Length && end - first < PostingBlock.MaxPassages && all[end].Document == all[first].Document)
            {
                end++;
            }

            yield return new ArraySegment<Passage>(all, first, end - first);
            first = end;
        }
    }

    private static double Rounded(double length) => Math.Exp(Math.Round(Math.Log(length) / LengthStep) * LengthStep);

    /// <returns>The runs of each block: those of a block before stay together, new ones go with what stands before them.</returns>
    private static List<List<CodedPassages>> Groups(CodedPassages[] runs, IndexData? before)
    {
        var homes = new Dictionary<CodedPassages, PostingBlock>();
        foreach (var block in before?.Blocks ?? [])
        {
            foreach (var run in block.Runs)
            {
                homes[run] = block;
            }
        }

        var kept = Groups(runs, homes);
        var needed = (runs.Sum(static run => run.Passages.Count) / PostingBlock.MaxPassages) + 1;
        return kept.Count <= MostTimes * needed ? kept : Groups(runs, []);
    }

    private static List<List<CodedPassages>> Groups(CodedPassages[] runs, Dictionary<CodedPassages, PostingBlock> homes)
    {
        var groups = new List<List<CodedPassages>>();
        var (home, size) = (default(PostingBlock), PostingBlock.MaxPassages);
        foreach (var run in runs)
        {
            var own = homes.GetValueOrDefault(run) ?? home;
            if (own != home || size + run.Passages.Count > PostingBlock.MaxPassages)
            {
                groups.Add([]);
                (home, size) = (own, 0);
            }

            groups[^1].Add(run);
            size += run.Passages.Count;
        }

        return groups;
    }

    private static PostingBlock? Kept(List<CodedPassages> runs, IndexData? before, double averageLength) =>
        before?.Blocks.FirstOrDefault(block => block.AverageLength == averageLength && block.Runs.SequenceEqual(runs));
}
