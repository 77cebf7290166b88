using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>
/// Lets the answerer of each kind that fits the question try, takes the answer whose cited words cover the question best,
/// and finishes it with notes and suggestions.
/// </summary>
public static class Answerer
{
    /// <summary>What a rule's weight of 100 counts against full coverage.</summary>
    private const double RuleShare = 0.4;

    /// <summary>A figure needs more: a wrong one is worse than none.</summary>
    private const double LeastFigureFit = 0.5;

    /// <summary>Words of the question that an answer told by its form may leave uncovered.</summary>
    private const int MostMissing = 2;

    /// <summary>A passage that merely holds the words counts less than an answer of the kind that is asked for.</summary>
    private const double PassageShare = 0.8;

    /// <summary>An answer whose citations cover less of what is asked is none.</summary>
    private const double LeastFit = 0.4;

    private static readonly string[] AnnexWords = ["phu luc", "bieu so", "danh muc", "du tru"];

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
        [QuestionKind.EnterpriseSupport] = EnterpriseSupportAnswerer.Answer,
        [QuestionKind.Reporting] = ReportingAnswerer.Answer,
        [QuestionKind.Funding] = FundingAnswerer.Answer,
        [QuestionKind.Industry] = IndustryAnswerer.Answer,
        [QuestionKind.Successor] = SuccessorAnswerer.Answer,
        [QuestionKind.Definition] = GuidanceAnswerer.Definition,
        [QuestionKind.Method] = GuidanceAnswerer.Method,
        [QuestionKind.Passage] = context => PassageAnswerer.Answer(context) ?? PassageAnswerer.FromNational(context),
    };

    /// <summary>Answers a question that has been completed from the conversation.</summary>
    public static Answer Answer(Question question, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var context = new AnswerContext(question, knowledge, today);
        var trace = new List<string>(question.Trace)
        {
            $"topic: {string.Join(", ", question.Topic.Select(term => $"{term}{(term.Concept is null ? "" : "*")} {knowledge.Statements.Idf(term):F1}"))}; indicators: {string.Join(", ", question.Indicators.Select(indicator => indicator.Id))}",
        };
        var original = PremiseAnswerer.Answer(context) ?? Best(context, trace);
        var answer = OfficeAnswerer.Answer(context, original) ?? original ?? NotFoundAnswerer.Answer(context);
        answer = WithSuccessor(context, answer);
        return answer with
        {
            Table = answer.Table ?? (answer.Outcome == Outcome.NotFound && context.Scope.IsNamed ? TableReference.Of(context, question.Kind, answer) : null),
            Notes = [.. Notes.For(context, answer), .. question.Has("contact") && answer.Outcome == Outcome.Answered ? OfficeNotes.Of(context) : []],
            Suggestions = [.. Suggestions.For(context, answer).Where(suggestion => !VietnameseText.Fold(suggestion).StartsWith(VietnameseText.Fold(question.Text.TrimEnd('?', ' ')), StringComparison.Ordinal) || answer.Outcome == Outcome.Clarification)],
            Trace = [.. trace, .. answer.Trace, .. answer.Citations.Where(citation => citation.Source != SourceKind.Office).SelectMany(citation => TraceOf(context, citation)), $"confidence {answer.Confidence:F2}"],
        };
    }

    private static Answer? Best(AnswerContext context, List<string> trace)
    {
        if (AsksForMissingAnnex(context))
        {
            return null;
        }

        if (MentionAnswerer.IsAsked(context) && (MentionAnswerer.Answer(context) ?? MentionAnswerer.Unknown(context)) is { } mention)
        {
            return mention;
        }

        Answer? best = null;
        var bestScore = 0.0;
        foreach (var kind in KindsOf(context))
        {
            var evidence = context.Question.Evidence.GetValueOrDefault(kind, KindEvidence.None);
            var answer = ByKind[kind](context);
            var fit = answer is null ? 0 : Fit(context, answer, kind, evidence);
            var score = kind == QuestionKind.Passage ? PassageShare * fit : fit + (RuleShare * evidence.Weight / 100);
            trace.Add($"{kind}: {(answer is null ? "nothing" : $"{answer.Outcome}, fit {fit:F2}, score {score:F2}")}");
            if (answer is null && best is null && AsksNothingElse(context, kind, evidence))
            {
                return null;
            }

            if (answer is not null && fit >= (kind is QuestionKind.Target or QuestionKind.Result ? LeastFigureFit : LeastFit) && score > bestScore)
            {
                (best, bestScore) = (answer with { Table = TableReference.Of(context, kind, answer) }, score);
            }
        }

        if (best is null && context.Question.Topic.Count == 0 && context.Question.Provinces.Count > 0 && context.Question.Kinds is [QuestionKind.Passage] && context.Question.Periods.Count == 0)
        {
            return DocumentsAnswerer.Answer(context);
        }

        return best ?? (IsBare(context) ? IndicatorChoice.Answer(context) : null);
    }

    /// <summary>What stands in an annex that the text names and does not hold.</summary>
    private static bool AsksForMissingAnnex(AnswerContext context) =>
        context.Question.Attributes.Contains("annex") && context.Scope.IsNamed
        && context.Scope.Documents.Any(document => document.MissingAnnexes.Any(annex =>
            context.Question.Topic.Any(term => term.Terms.All(word => VietnameseText.Fold(annex).Contains(VietnameseText.Fold(word), StringComparison.Ordinal)))
            || AnnexWords.Any(word => VietnameseText.Fold(context.Question.Text).Contains(word, StringComparison.Ordinal) && VietnameseText.Fold(annex).Contains(word, StringComparison.Ordinal))));

    /// <summary>
    /// A question for the number or date of a document is not answered by a passage, unless it is about something in the document;
    /// nor is one for the duties of enterprises, where a text sets none, by what it says of enterprises.
    /// </summary>
    private static bool AsksNothingElse(AnswerContext context, QuestionKind kind, KindEvidence evidence) =>
        ((kind == QuestionKind.DocumentFact && context.Question.Kind == kind) || (kind == QuestionKind.EnterpriseDuties && context.Question.Agencies.All(agency => agency.Level == "enterprise")))
        && context.Knowledge.Statements.SpecificOf([.. context.Question.Topic.Where(term => !term.IsWithin(evidence.Tokens))]).Count == 0;

    /// <summary>The kinds told by rules; and the duties of an agency that is named, whatever is asked about it.</summary>
    private static IEnumerable<QuestionKind> KindsOf(AnswerContext context)
    {
        if (context.Question.Has("belongs") && context.Question.Agencies.Count > 0)
        {
            return [QuestionKind.Passage];
        }

        var kinds = context.Question.Kinds.AsEnumerable();
        kinds = context.Question.Agencies.Count > 0 ? kinds.Append(QuestionKind.AgencyDuties) : kinds;
        kinds = context.Question.Industries.Count > 0 && context.Question.Provinces.Count == 0 ? kinds.Append(QuestionKind.Method) : kinds;
        return (context.Question.Figures.Count > 0 ? kinds.Append(QuestionKind.NumberMeaning) : kinds).Distinct();
    }

    /// <summary>
    /// Kinds whose question is told by its form: what a document is, or what has become of an agency, is answered from
    /// records and not from words that a topic could be looked up in.
    /// </summary>
    private static double LeastFitOf(AnswerContext context, QuestionKind kind) => kind switch
    {
        QuestionKind.Target or QuestionKind.Result when context.Question.Indicators.Count > 0 => 0.55,
        QuestionKind.Successor or QuestionKind.Documents => 0.6,
        QuestionKind.NumberMeaning when context.Question.Evidence.ContainsKey(kind) => 0.6,
        QuestionKind.Greeting or QuestionKind.Thanks or QuestionKind.Help or QuestionKind.Handoff => 0.8,
        QuestionKind.DocumentFact => 0.4,
        QuestionKind.Definition or QuestionKind.Method or QuestionKind.EnterpriseSupport or QuestionKind.Reporting or QuestionKind.Funding or QuestionKind.Industry => 0.5,
        QuestionKind.AgencyDuties => 0.42,
        _ => 0,
    };

    private static bool HandlesAgency(QuestionKind kind) => kind is QuestionKind.AgencyDuties or QuestionKind.Successor or QuestionKind.Reporting;

    private static bool IsBare(AnswerContext context) =>
        context.Question.Kind == QuestionKind.Target && context.Question.Topic.Count == 0 && context.Question.Indicators.Count == 0 && context.Question.DocumentNumbers.Count == 0
        && !context.Scope.IsNamed;

    /// <summary>
    /// The share of what is asked that the cited words hold; what told the kind of the question is not asked again. Kinds that
    /// are told by their form may leave a word or two uncovered.
    /// </summary>
    private static double Fit(AnswerContext context, Answer answer, QuestionKind kind, KindEvidence evidence)
    {
        var asked = context.Question.Topic.Where(term => !term.IsWithin(evidence.Tokens) && !(term.IsAgency && HandlesAgency(kind))).ToList();
        var specific = context.Knowledge.Statements.SpecificOf(asked);
        if (specific.Count == 0 || answer.Citations.Count == 0)
        {
            return 1;
        }

        var best = answer.Citations.Select(citation => context.Knowledge.ScoreOf(citation, specific, context.Question.IsEnglish)).MaxBy(match => match.Coverage)!;
        var mayFloor = kind is QuestionKind.Target or QuestionKind.Result ? best.Coverage >= LeastFit : best.Missing.Count <= MostMissing;
        return mayFloor ? Math.Max(best.Coverage, LeastFitOf(context, kind)) : best.Coverage;
    }

    /// <summary>A cited span with its score and the facts that were read from it, each with its rule.</summary>
    private static IEnumerable<string> TraceOf(AnswerContext context, Citation citation)
    {
        var score = context.Knowledge.ScoreOf(citation, context.Question.Topic, context.Question.IsEnglish);
        yield return $"cited {citation.Document.File} {citation.Section} [{citation.Span.Start}-{citation.Span.End}], coverage {score.Coverage:F2}";
        foreach (var fact in context.Knowledge.FactsOf(citation.Document).Where(fact => fact.Span == citation.Span).Take(4))
        {
            yield return $"  fact {fact.GetType().Name} by rule {fact.Rule}" + (fact is Knowledge.Target { Indicator: { } indicator } ? $", indicator {indicator.Id}" : "");
        }
    }

    /// <summary>"… giờ ai làm?" beside another question: what the agency is now stands in the lead as well.</summary>
    private static Answer WithSuccessor(AnswerContext context, Answer answer) =>
        answer.Outcome == Outcome.Answered && context.Question.Kinds.Contains(QuestionKind.Successor) && context.Question.Agencies.Count > 0
        && !context.Question.Agencies.Any(agency => answer.Lead.Contains(SuccessorAnswerer.OfAgency(context, agency), StringComparison.Ordinal))
            ? answer with { Lead = string.Join(' ', context.Question.Agencies.Select(agency => SuccessorAnswerer.OfAgency(context, agency))) + "\n" + answer.Lead }
            : answer;
}
