using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Tells what a figure measures, and which indicators a question asks for.</summary>
public sealed class IndicatorMatcher(IReadOnlyList<Indicator> indicators)
{
    private readonly (Indicator Indicator, Cues[] All, Cues None, Cues Asked, Cues Behind)[] _rules =
        [.. indicators.Select(indicator => (indicator, indicator.All.Select(group => new Cues(group)).ToArray(), new Cues(indicator.None), new Cues(indicator.Asked), new Cues(indicator.Behind)))];

    /// <param name="clause">The words around the figure.</param>
    /// <param name="behind">The few words straight behind it.</param>
    /// <returns>The first indicator of the data that fits; null where none does.</returns>
    public Indicator? Find(IReadOnlyList<Token> clause, IReadOnlyList<Token> behind, Quantity quantity) => _rules.FirstOrDefault(rule =>
        CanMeasure(rule.Indicator, quantity) && rule.All.All(group => group.In(clause)) && !rule.None.In(clause)
        && (rule.Indicator.Behind.Count == 0 || !quantity.IsPercent || rule.Behind.In(behind))).Indicator;

    /// <returns>Indicators that a question names, in the order of the data; never one for which the data has no words to ask by.</returns>
    public IReadOnlyList<Indicator> AskedIn(IReadOnlyList<Token> question) =>
        [.. _rules.Where(rule => rule.Asked.In(question) || (rule.Indicator.Asked.Count > 0 && rule.All.Length > 1 && rule.All.All(group => group.In(question)) && !rule.None.In(question))).Select(rule => rule.Indicator)];

    /// <returns>Whether the indicator may be counted by the figure's unit.</returns>
    public static bool CanMeasure(Indicator indicator, Quantity quantity) => (indicator.Units.Count == 0 || quantity.IsPercent || indicator.Units.Contains(quantity.Unit)) && indicator.Measure switch
    {
        "percent" => quantity.IsPercent,
        "support" => quantity.IsPercent || quantity.IsMoney,
        "money" => quantity.IsMoney,
        "count" => !quantity.IsPercent && !quantity.IsMoney,
        _ => true,
    };
}
