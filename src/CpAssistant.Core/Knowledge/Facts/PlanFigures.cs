using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>Figures that only stand beside another one: what had been planned, and parts of a whole.</summary>
internal sealed class PlanFigures(TargetRules rules)
{
    /// <summary>Words from "kế hoạch" to the figure planned ("kế hoạch ban đầu là 30 mô hình").</summary>
    private const int Distance = 5;

    private readonly Cues _planned = new(rules.Planned, exact: true);

    /// <returns>The result beside which a figure says what had been planned ("đạt 42,5% (Kế hoạch giao 50%)"); null where it does not.</returns>
    internal Target? PlannedOf(IReadOnlyList<Token> sentence, Quantity figure, IReadOnlyList<Target> read)
    {
        var before = sentence.Where(word => word.End <= figure.Span.Start).TakeLast(Distance).ToList();
        var cue = _planned.All(before).Select(match => (PhraseMatch<string>?)match).LastOrDefault();
        var result = read.LastOrDefault(target => target.Value.Unit == figure.Unit && target.Indicator?.Behind.Count is null or 0 && target.Value.Span.End <= figure.Span.Start);
        return cue is { } planned && planned.End == before.Count && result is { Nature: TargetNature.Result } ? result : null;
    }

    /// <returns>"04 cán bộ (trong đó, 01 cán bộ … và 03 cán bộ …)": the figure before "trong đó", where this one is a part of it.</returns>
    internal static Target? WholeOf(IReadOnlyList<Token> sentence, Quantity figure, IReadOnlyList<Target> read)
    {
        for (var w = sentence.Count - 1; w > 0; w--)
        {
            if (sentence[w].End <= figure.Span.Start && sentence[w].Term == "đó" && sentence[w - 1].Term == "trong")
            {
                return read.LastOrDefault(target => target.Value.Span.End <= sentence[w].Start) is { } whole && whole.Value.Unit == figure.Unit ? whole : null;
            }
        }

        return null;
    }
}
