using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Answering;

/// <summary>What an agency, or an enterprise, must do.</summary>
internal static class AgencyDutiesAnswerer
{
    private const int MostDuties = 8;
    private const double OnTopic = 0.5;

    internal static Answer? ForAgency(AnswerContext context)
    {
        var agencies = context.Question.Agencies.Where(agency => agency.Level != "enterprise").ToList();
        return agencies.Count == 0 ? null : ByProvince.Answer(context, group => PartOf(context, group, fact => agencies.Any(agency => context.Knowledge.Gazetteer.Means(agency, fact.Agency))));
    }

    internal static Answer? ForEnterprises(AnswerContext context) =>
        ByProvince.Answer(context, group => PartOf(context, group, fact => fact.Agency.Level == "enterprise"));

    private static Part? PartOf(AnswerContext context, ProvinceGroup group, Func<Responsibility, bool> isMeant)
    {
        var all = context.Facts<Responsibility>(group.Documents).Where(isMeant).ToList();
        var own = all.Where(fact => context.Question.Role is null || fact.Role == context.Question.Role).ToList() is { Count: > 0 } ofRole ? ofRole : all;
        if (own.Any(fact => fact.Rule != "partner-of-lead"))
        {
            own = [.. own.Where(fact => fact.Rule != "partner-of-lead" || context.Question.Role == AgencyRole.Support)];
        }

        var duties = OnTopicOf(context, own.DistinctBy(fact => fact.Span).ToList());
        if (duties.Count == 0)
        {
            return null;
        }

        var most = context.Scope.Groups.Count == 1 ? MostDuties : 2;
        var names = context.Say.List([.. duties.Select(fact => context.Say.NameOf(fact.Agency)).Distinct().Take(3)]);
        var shown = duties.Take(most).ToList();
        var gistWords = shown.Count switch { 1 => context.Words(75), 2 => context.Words(36), 3 => 24, 4 or 5 => 14, _ => 9 };
        var tasks = shown.Select(fact => context.TaskGist(fact.Document, Within(fact.Task, context.Narrow(fact)), gistWords));
        var lead = names + ": " + string.Join("; ", tasks) + (duties.Count > most ? "; …" : "") + ".";
        return new Part(
            lead.Replace("…; …", "…", StringComparison.Ordinal).Replace("….", "…", StringComparison.Ordinal),
            [.. shown.Select(fact => new Citation(fact.Document, fact.Provision, context.Narrow(fact)))],
            Confidence(context, duties),
            [.. shown.Select(fact => fact.Agency.Id).Distinct()]);
    }

    /// <summary>The part of a task that is quoted.</summary>
    private static TextSpan Within(TextSpan task, TextSpan quoted) =>
        task.Overlaps(quoted) ? new TextSpan(Math.Max(task.Start, quoted.Start), Math.Min(task.End, quoted.End)) : task;

    /// <summary>How well the duties cover what is asked about them; a question about the agency as such is covered by any.</summary>
    private static double Confidence(AnswerContext context, List<Responsibility> duties)
    {
        var specific = context.Knowledge.Statements.SpecificOf([.. context.Question.Topic.Where(term => !term.IsAgency)]);
        return specific.Count == 0 ? 0.9 : Math.Max(0.3, duties.Max(fact => context.ScoreOf(fact, specific).Coverage));
    }

    /// <summary>All duties, unless the question is about some of them only.</summary>
    private static List<Responsibility> OnTopicOf(AnswerContext context, List<Responsibility> duties)
    {
        var specific = context.Knowledge.Statements.SpecificOf([.. context.Question.Topic.Where(term => !term.IsAgency)]);
        var scored = duties.Select(fact => (fact, context.ScoreOf(fact, specific).Coverage)).ToList();
        var best = scored.Select(row => row.Coverage).DefaultIfEmpty(0).Max();
        return best < OnTopic || specific.Count == 0
            ? duties
            : [.. scored.Where(row => row.Coverage >= 0.75 * best).Select(row => row.fact)];
    }
}
