namespace CpAssistant.Core.Knowledge.Parsing;

/// <summary>Knows of each line that begins with a number whether the next number of the same kind stands further on.</summary>
internal sealed class Successors
{
    private readonly bool[] _has;

    private Successors(bool[] has) => _has = has;

    internal static Successors Of(IReadOnlyList<SourceLine> lines)
    {
        var has = new bool[lines.Count];
        var later = new HashSet<(LabelFamily, char, string, int)>();
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            foreach (var label in LabelReader.Read(lines[i].Text).Where(label => !label.IsBullet))
            {
                has[i] |= later.Contains((label.Family, label.Sign, label.Group, label.Ordinal + 1));
                later.Add((label.Family, label.Sign, label.Group, label.Ordinal));
            }
        }

        return new Successors(has);
    }

    internal bool Has(int line) => _has[line];
}
