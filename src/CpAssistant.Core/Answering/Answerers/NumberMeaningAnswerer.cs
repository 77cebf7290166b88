using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>What a figure, or the number of a document, refers to.</summary>
internal static class NumberMeaningAnswerer
{
    internal static Answer? Answer(AnswerContext context) =>
        context.Question.Figures.Count == 0 ? null : ByProvince.Answer(context, group => PartOf(context, group));

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var figures = context.Facts<Target>(group.Documents)
            .Where(fact => context.Question.Figures.Any(figure => figure.SameValue(fact.Value)))
            .Where(fact => context.Question.Periods.Count == 0 || context.Question.Periods.Any(asked => TargetAnswerer.Meets(asked, fact.Period)))
            .Take(3).ToList();
        return figures.Count == 0 ? null : new Part(TargetAnswerer.Lead(context, figures), TargetAnswerer.CitationsOf(figures), 0.9);
    }
}
