using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Picks the answerer for each kind of question, in order of likelihood, and finishes what it says.</summary>
public static class Answerer
{
    private static readonly Dictionary<QuestionKind, Func<AnswerContext, Answer?>> ByKind = new()
    {
        [QuestionKind.Greeting] = SmallTalkAnswerer.Answer,
        [QuestionKind.Thanks] = SmallTalkAnswerer.Answer,
        [QuestionKind.Help] = SmallTalkAnswerer.Answer,
        [QuestionKind.Handoff] = SmallTalkAnswerer.Handoff,
        [QuestionKind.Documents] = DocumentsAnswerer.Answer,
        [QuestionKind.DocumentFact] = DocumentFactAnswerer.Answer,
        [QuestionKind.Target] = TargetAnswerer.Answer,
        [QuestionKind.Result] = TargetAnswerer.Answer,
        [QuestionKind.NumberMeaning] = NumberMeaningAnswerer.Answer,
        [QuestionKind.ResponsibleAgency] = ResponsibleAgencyAnswerer.Answer,
        [QuestionKind.AgencyDuties] = AgencyDutiesAnswerer.ForAgency,
        [QuestionKind.EnterpriseDuties] = AgencyDutiesAnswerer.ForEnterprises,
        [QuestionKind.EnterpriseSupport] = PassageAnswerer.Answer,
        [QuestionKind.Reporting] = ReportingAnswerer.Answer,
        [QuestionKind.Funding] = FundingAnswerer.Answer,
        [QuestionKind.Industry] = IndustryAnswerer.Answer,
        [QuestionKind.Successor] = SuccessorAnswerer.Answer,
        [QuestionKind.Definition] = PassageAnswerer.FromGuidance,
        [QuestionKind.Method] = PassageAnswerer.FromGuidance,
        [QuestionKind.Passage] = context => PassageAnswerer.Answer(context) ?? PassageAnswerer.FromNational(context),
    };

    /// <summary>Answers a question that has been completed from the conversation.</summary>
    public static Answer Answer(Question question, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var context = new AnswerContext(question, knowledge, today);
        var trace = new List<string>(question.Trace) { $"topic: {string.Join(", ", question.Topic)}; indicators: {string.Join(", ", question.Indicators.Select(indicator => indicator.Id))}" };
        var answer = PremiseAnswerer.Answer(context);
        if (answer is null)
        {
            foreach (var kind in question.Kinds)
            {
                answer = ByKind[kind](context);
                trace.Add($"{kind}: {(answer is null ? "nothing" : answer.Outcome.ToString())}");
                if (answer is not null || EndsSearch(kind))
                {
                    break;
                }
            }
        }

        answer ??= NotFoundAnswerer.Answer(context);
        return answer with
        {
            Notes = [.. Notes.For(context, answer), .. question.Has("contact") && answer.Outcome == Outcome.Answered ? OfficeNotes.Of(context) : []],
            Suggestions = Suggestions.For(context, answer),
            Trace = [.. trace, .. answer.Trace, .. answer.Citations.Select(citation => $"cited {citation.Document.File} {citation.Section} [{citation.Span.Start}-{citation.Span.End}]"), $"confidence {answer.Confidence:F2}"],
        };
    }

    /// <summary>Kinds for which a passage about the same words would be no answer.</summary>
    private static bool EndsSearch(QuestionKind kind) => kind is QuestionKind.NumberMeaning or QuestionKind.DocumentFact;
}
