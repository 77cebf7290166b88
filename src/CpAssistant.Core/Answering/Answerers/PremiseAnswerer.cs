using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Corrects what a question takes for granted where the words of a text refute it, and confirms what they bear out.</summary>
internal static class PremiseAnswerer
{
    internal static Answer? Answer(AnswerContext context) => NumberOfOtherProvince(context) ?? Direction(context) ?? Figures(context) ?? LeadAgency(context);

    /// <summary>"Quyết định 3182/QĐ-UBND của Bình Định": the number belongs to another province.</summary>
    private static Answer? NumberOfOtherProvince(AnswerContext context)
    {
        var question = context.Question;
        if (question.DocumentNumbers.Count == 0 || question.Provinces.Count == 0)
        {
            return null;
        }

        var owner = context.Knowledge.Documents.FirstOrDefault(document => question.DocumentNumbers.Any(number => Scope.IsNumberOf(document, number)));
        if (owner?.Metadata.Province is not { } province || question.Provinces.Any(asked => Scope.Covers(asked, owner, context.Knowledge.Gazetteer)))
        {
            return null;
        }

        var number = (owner.Metadata.Number ?? owner.Metadata.About)!;
        var span = DocumentFactAnswerer.NumberSpan(owner) ?? owner.Metadata.Subject?.Span;
        return new Answer
        {
            Outcome = Outcome.Answered,
            Lead = context.Say.Say("numberBelongsTo", number.Value, province.Value, context.Say.List([.. question.Provinces.Select(asked => asked.Name)]), owner.Metadata.Title),
            Citations = span is { } place ? [DocumentFactAnswerer.Cite(owner, place)] : [],
            Confidence = 0.9,
        };
    }

    /// <summary>"Vì sao giảm từ 8-13% xuống 5-8%?": both figures stand in the text, in the other order of time.</summary>
    private static Answer? Direction(AnswerContext context)
    {
        var question = context.Question;
        if (!(question.Has("lowered") || question.Has("raised")) || question.Figures.Count < 2)
        {
            return null;
        }

        var facts = context.Facts<Target>(context.Scope.Documents).Where(fact => fact.Nature != TargetNature.Result).ToList();
        var from = facts.Where(fact => fact.Value.SameValue(question.Figures[0])).ToList();
        var to = facts.Where(fact => fact.Value.SameValue(question.Figures[1])).ToList();
        var pair = from.SelectMany(first => to.Select(second => (first, second)))
            .FirstOrDefault(pair => pair.first.Document.Id == pair.second.Document.Id && pair.first.Indicator?.Id == pair.second.Indicator?.Id && pair.first.Period != pair.second.Period);
        if (pair.first?.Period?.To is not { } fromYear || pair.second.Period?.To is not { } toYear)
        {
            return null;
        }

        var (earlier, later) = fromYear < toYear ? (pair.first, pair.second) : (pair.second, pair.first);
        var rises = earlier.Value.To < later.Value.To;
        var isTrue = (fromYear < toYear) && rises == question.Has("raised");
        var key = isTrue ? "directionTrue" : rises ? "notLoweredButRaised" : "notRaisedButLowered";
        var shown = new[] { earlier, later };
        return new Answer
        {
            Outcome = Outcome.Answered,
            Lead = $"{earlier.Document.Metadata.Province?.Value}: {context.Say.Say(key)} {TargetAnswerer.Lead(context, shown)}".TrimStart(':', ' '),
            Citations = TargetAnswerer.CitationsOf(shown),
            Confidence = 0.9,
        };
    }

    /// <summary>"Có phải mục tiêu của Long An đến 2020 là 60%?": the figure asked about against the one in the text.</summary>
    private static Answer? Figures(AnswerContext context)
    {
        var question = context.Question;
        if (question.Figures.Count == 0 || !(question.Has("check") || question.Has("why")) || question.Has("lowered") || question.Has("raised"))
        {
            return null;
        }

        var base_ = TargetAnswerer.Answer(context);
        if (base_ is null || context.Scope.Groups.Count > 1)
        {
            return null;
        }

        var facts = context.Facts<Target>(context.Scope.Documents).Where(fact => base_.Citations.Any(citation => citation.Span == fact.Span && citation.Document.Id == fact.Document.Id)).ToList();
        var isTrue = question.Figures.All(figure => facts.Any(fact => fact.Value.SameValue(figure)));
        if (question.Has("why") && isTrue)
        {
            return base_ with { Lead = context.Say.Say("reasonNotGiven") + " " + base_.Lead };
        }

        if (isTrue && question.AsksFor(TargetNature.Target) && facts.All(fact => fact.Nature == TargetNature.Proposal))
        {
            return base_ with { Lead = context.Say.Say("onlyProposed") + " " + base_.Lead };
        }

        return base_ with { Lead = context.Say.Say(isTrue ? "yes" : "figureIsNot", Asked(question)) + " " + base_.Lead };
    }

    /// <summary>"Sở Tài chính chủ trì tập huấn phải không?": the agency asked about against the one in the text.</summary>
    private static Answer? LeadAgency(AnswerContext context)
    {
        var question = context.Question;
        var agencies = question.Agencies.Where(agency => agency.Level != "enterprise").ToList();
        if (!question.Has("check") || agencies.Count == 0 || question.Topic.Count == 0 || question.Kind is QuestionKind.Successor or QuestionKind.Reporting or QuestionKind.DocumentFact)
        {
            return null;
        }

        var answer = ResponsibleAgencyAnswerer.Answer(context);
        if (answer is null || context.Scope.Groups.Count > 1)
        {
            return null;
        }

        // "Tỉnh có Văn phòng sản xuất sạch hơn không?" asks whether there is one, and names no task that another could have.
        var namesTask = context.Knowledge.Statements.SpecificOf([.. question.Topic.Where(term => !term.IsAgency)]).Count > 0;
        var isTrue = agencies.All(agency => answer.Agencies.Any(id => context.Knowledge.Gazetteer.FindAgency(id) is { } found ? context.Knowledge.Gazetteer.Means(agency, found) : id == agency.Id));
        return !isTrue && !namesTask ? null : answer with { Lead = context.Say.Say(isTrue ? "yes" : "agencyIsNot", context.Say.List([.. agencies.Select(context.Say.NameOf)])) + " " + answer.Lead };
    }

    private static string Asked(Question question) => string.Join(", ", question.Figures.Select(figure => figure.Digits + (figure.IsPercent ? "%" : " " + figure.Unit)));
}
