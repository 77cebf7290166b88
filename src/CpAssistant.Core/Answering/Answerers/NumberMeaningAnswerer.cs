using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>What a figure refers to: a target or result that has it, else a sentence in which it stands.</summary>
internal static class NumberMeaningAnswerer
{
    internal static Answer? Answer(AnswerContext context) =>
        context.Question.Figures.Count + context.Question.Numbers.Count == 0 ? null : ByProvince.Answer(context, group => OfFact(context, group) ?? OfStatement(context, group));

    private static Part? OfFact(AnswerContext context, ProvinceGroup group)
    {
        var figures = context.Facts<Target>(group.Documents)
            .Where(fact => context.Question.Figures.Any(figure => figure.SameValue(fact.Value)))
            .Where(fact => context.Question.Periods.Count == 0 || context.Question.Periods.Any(asked => TargetAnswerer.Meets(asked, fact.Period)))
            .OrderByDescending(fact => context.ScoreOf(fact).Coverage).Take(3).ToList();
        return figures.Count == 0 ? null : new Part(TargetAnswerer.Lead(context, figures), TargetAnswerer.CitationsOf(figures), 0.9);
    }

    private static Part? OfStatement(AnswerContext context, ProvinceGroup group)
    {
        var holding = context.Statements(group.Documents).Where(statement => HoldsFigure(context, statement)).ToList();
        var best = context.Knowledge.Statements.Rank(context.Question.Topic, holding, context.Question.IsEnglish) is [var first, ..]
            ? first.Statement
            : holding.MinBy(statement => statement.Length);
        return best is null ? null : new Part(AnswerContext.Gist(best.Document, best.Span, 50) + ".", [best.Cite()], 0.8);
    }

    private static bool HoldsFigure(AnswerContext context, Statement statement)
    {
        return context.Question.Figures.Count > 0
            ? statement.Quantities.Any(quantity => context.Question.Figures.Any(figure => figure.SameValue(quantity)))
            : context.Knowledge.TokensOf(statement.Document).In(statement.Span).Any(token => QuantityReader.Number(token.Term) is { } number && context.Question.Numbers.Contains(number));
    }
}
