using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Tells what a figure measures, and which indicators a question asks for.</summary>
public sealed class IndicatorMatcher(IReadOnlyList<Indicator> indicators)
{
    private readonly (Indicator Indicator, Cues[] All, Cues None, Cues Asked)[] _rules =
        [.. indicators.Select(indicator => (indicator, indicator.All.Select(group => new Cues(group)).ToArray(), new Cues(indicator.None), new Cues(indicator.Asked)))];

    /// <param name="clause">The words around the figure.</param>
    /// <param name="wider">More words, tried where the clause fits nothing; empty where they are about other figures too.</param>
    /// <returns>The first indicator of the data that fits; null where none does.</returns>
    public Indicator? Find(IReadOnlyList<Token> clause, IReadOnlyList<Token> wider, Quantity quantity) =>
        First(clause, quantity) ?? (wider.Count > 0 ? First(wider, quantity) : null);

    /// <returns>Indicators that a question names, in the order of the data.</returns>
    public IReadOnlyList<Indicator> AskedIn(IReadOnlyList<Token> question) =>
        [.. _rules.Where(rule => rule.Asked.In(question) || (rule.All.Length > 1 && rule.All.All(group => group.In(question)) && !rule.None.In(question))).Select(rule => rule.Indicator)];

    private Indicator? First(IReadOnlyList<Token> words, Quantity quantity) =>
        _rules.FirstOrDefault(rule => Measures(rule.Indicator, quantity) && rule.All.All(group => group.In(words)) && !rule.None.In(words)).Indicator;

    private static bool Measures(Indicator indicator, Quantity quantity) => (indicator.Units.Count == 0 || quantity.IsPercent || indicator.Units.Contains(quantity.Unit)) && indicator.Measure switch
    {
        "percent" => quantity.IsPercent,
        "money" => quantity.IsMoney,
        "count" => !quantity.IsPercent && !quantity.IsMoney,
        _ => true,
    };
}
