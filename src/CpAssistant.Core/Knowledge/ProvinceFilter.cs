using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>
/// Tells which documents are about a province. A name of today takes in the units it was formed from; the name of a unit that
/// has gone into another takes in its own documents only.
/// </summary>
public sealed class ProvinceFilter
{
    private readonly HashSet<string> _names;

    private ProvinceFilter(Province province)
    {
        Province = province;
        _names = province.Name == province.Today.Name
            ? [.. province.Today.Former, province.Name]
            : [province.Name];
    }

    public Province Province { get; }

    /// <param name="name">In any spelling: with or without marks, with or without "tỉnh", old or new.</param>
    /// <returns>Null where no province is called so.</returns>
    public static ProvinceFilter? Find(string name, Gazetteer gazetteer)
    {
        var tokens = Analyzer.Exact.Analyze(name);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (gazetteer.ProvinceAt(tokens, i) is { } match && match.End == tokens.Count && IsUnitName(tokens.Take(i)))
            {
                return new ProvinceFilter(match.Value);
            }
        }

        return null;
    }

    public bool Holds(Document document, Gazetteer gazetteer) =>
        document.Metadata.Province is { } province && _names.Contains(Find(province.Value, gazetteer)?.Province.Name ?? province.Value);

    private static bool IsUnitName(IEnumerable<Token> tokens) =>
        VietnameseText.Fold(string.Join(' ', tokens.Select(token => token.Term))) is "" or "tinh" or "thanh pho" or "tp";
}
