using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>"Bao nhiêu phần trăm?" by itself: lists what could be meant.</summary>
internal static class IndicatorChoice
{
    private const int Most = 6;

    internal static Answer? Answer(AnswerContext context)
    {
        var indicators = context.Facts<Target>(context.Scope.Documents).Where(fact => fact.Value.IsPercent || context.Question.Expects != Understanding.ExpectedAnswer.Percent).Select(fact => fact.Indicator).OfType<Indicator>().DistinctBy(indicator => indicator.Id).Take(Most).ToList();
        return indicators.Count == 0 ? null : new Answer
        {
            Outcome = Outcome.Clarification,
            Lead = context.Say.Say("whichIndicator") + "\n" + string.Join('\n', indicators.Select(indicator => "• " + (context.Say.English ? indicator.En : indicator.Vi))),
            Suggestions = [.. indicators.Take(4).Select(indicator => context.Say.Say("suggestIndicator", context.Say.English ? indicator.En : indicator.Vi))],
            Confidence = 0.5,
        };
    }
}
