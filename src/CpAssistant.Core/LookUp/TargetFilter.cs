using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.LookUp;

/// <summary>Which figures are asked for; null and none stand for all.</summary>
public sealed record TargetFilter
{
    /// <summary>As <see cref="KeyOf"/> gives it.</summary>
    public string? Indicator { get; init; }

    public IReadOnlyList<ProvinceFilter> Provinces { get; init; } = [];

    public PeriodFilter? Period { get; init; }

    public TargetNature? Nature { get; init; }

    /// <returns>Figures of the provinces, in the order they are read.</returns>
    public IEnumerable<Target> Select(KnowledgeSnapshot knowledge) => Measured(knowledge)
        .Where(fact => Provinces.Count == 0 || Provinces.Any(province => province.Holds(fact.Document, knowledge.Gazetteer)));

    /// <returns>The same with those of the whole country beside them.</returns>
    public IEnumerable<Target> WithNational(KnowledgeSnapshot knowledge)
    {
        var national = ProvinceColumn.National(knowledge);
        return Measured(knowledge).Where(fact => national.Holds(fact) || Provinces.Count == 0 || Provinces.Any(province => province.Holds(fact.Document, knowledge.Gazetteer)));
    }

    /// <returns>The same of all provinces and of the whole country.</returns>
    internal IEnumerable<Target> Measured(KnowledgeSnapshot knowledge) => knowledge.Facts.OfType<Target>()
        .Where(fact => fact.Document.Metadata.Kind != DocumentKind.Guidance && (Nature is null || fact.Nature == Nature) && (Indicator is null || KeyOf(fact) == Indicator) && (Period is null || Period.Holds(fact)));

    /// <summary>What a figure measures: the id of its indicator, else the source's words without marks.</summary>
    public static string KeyOf(Target fact) => fact.Indicator?.Id ?? string.Join('-', Analyzer.Exact.Analyze(fact.Label).Select(token => VietnameseText.Fold(token.Term)));

    /// <param name="text">A key, the id of an indicator, or words out of its name.</param>
    /// <returns>The key of what the documents measure; null where nothing is called so, or several things are.</returns>
    public static string? Find(string text, KnowledgeSnapshot knowledge)
    {
        var facts = knowledge.Facts.OfType<Target>().DistinctBy(KeyOf).ToList();
        var words = VietnameseText.Fold(text.Trim());
        return facts.Find(fact => KeyOf(fact) == text) is { } exact ? KeyOf(exact)
            : knowledge.Language.Facts.Targets.Indicators.Any(indicator => indicator.Id == text) ? text
            : words.Length > 0 && facts.Where(fact => VietnameseText.Fold(fact.Indicator?.Vi ?? fact.Label).Contains(words, StringComparison.Ordinal)).ToList() is [var only] ? KeyOf(only)
            : null;
    }
}
