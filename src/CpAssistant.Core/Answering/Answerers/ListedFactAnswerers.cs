using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Who reports to whom, and how often.</summary>
internal static class ReportingAnswerer
{
    internal static Answer? Answer(AnswerContext context) => ByProvince.Answer(context, group => PartOf(context, group));

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var all = context.Facts<ReportingDuty>(group.Documents).Select(duty => (duty, Named: NamedIn(context, duty))).ToList();
        var duties = all.Where(row => row.Named == all.Max(other => other.Named) && (row.Named > 0 || context.Question.Agencies.All(agency => agency.Level is "enterprise" or "generic"))).Select(row => row.duty).ToList();
        var regular = duties.Where(duty => duty.Frequency.Length > 0).ToList();
        var scored = (regular.Count > 0 ? regular : duties).Select(duty => (duty, Score: context.ScoreOf(duty).Score + (IsPeriodic(duty) ? 0.3 : 0))).OrderByDescending(row => row.Score).ToList();
        if (scored.Count == 0)
        {
            return null;
        }

        var shown = scored.Where(row => row.Score >= 0.6 * scored[0].Score).Select(row => row.duty).DistinctBy(duty => duty.Span).Take(context.Scope.Groups.Count == 1 ? 3 : 2).ToList();
        return new Part(
            string.Join("; ", shown.Select(duty => Line(context, duty))) + ".",
            [.. shown.Select(duty => new Citation(duty.Document, duty.Provision, duty.Span))],
            0.85,
            [.. shown.SelectMany(duty => duty.From).Select(agency => agency.Id).Distinct()]);
    }

    /// <summary>How many of the agencies asked about the duty names; who reports counts before who receives.</summary>
    private static double NamedIn(AnswerContext context, ReportingDuty duty) =>
        context.Question.Agencies.Sum(asked => duty.From.Any(agency => Means(context, asked, agency)) ? 1.1 : duty.To.Any(agency => Means(context, asked, agency)) ? 1 : 0);

    private static bool Means(AnswerContext context, Agency asked, Agency written) =>
        context.Knowledge.Gazetteer.Means(asked, written) || (asked.Level == "enterprise" && written.Level == "enterprise");

    private static bool IsPeriodic(ReportingDuty duty) => duty.Frequency.Length > 0 && !duty.Frequency.StartsWith("kịp thời", StringComparison.OrdinalIgnoreCase);

    private static string Line(AnswerContext context, ReportingDuty duty)
    {
        var from = context.Say.List([.. duty.From.Select(context.Say.NameOf).Take(4)]) + (duty.From.Count > 4 ? "…" : "");
        var to = context.Say.List([.. duty.To.Select(context.Say.NameOf).Take(4)]);
        var frequency = context.Say.English ? context.FrequencyInEnglish(duty.Frequency) : duty.Frequency;
        return context.Say.Say((from.Length > 0, to.Length > 0) switch
        {
            (true, true) => "reportsTo",
            (true, false) => "reports",
            (false, true) => "isReportedTo",
            _ => "isReported",
        }, from, to, frequency.Length > 0 ? frequency : context.Say.Say("noFrequency"));
    }
}

/// <summary>Where the money comes from.</summary>
internal static class FundingAnswerer
{
    internal static Answer? Answer(AnswerContext context) => ByProvince.Answer(context, group => PartOf(context, group));

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var sources = context.Facts<FundingSource>(group.Documents).ToList();
        if (context.Question.Expects == ExpectedAnswer.Money)
        {
            sources = [.. sources.Where(source => source.Amount is not null).OrderByDescending(source => context.ScoreOf(source).Score)];
        }

        var headed = sources.Where(source => source.Rule is "funding-heading" or "funding-amount").ToList();
        var used = headed.Count > 0 ? headed : sources;
        var form = context.Question.Evidence.GetValueOrDefault(QuestionKind.Funding, KindEvidence.None).Tokens;
        var asked = context.Knowledge.Statements.SpecificOf([.. context.Question.Topic.Where(term => !term.IsWithin(form))]);
        if (asked.Count > 0 && sources.Where(source => asked.Any(term => Names(source, term))).ToList() is { Count: > 0 } onTopic)
        {
            used = onTopic;
        }

        if (used.Count == 0)
        {
            return null;
        }

        var sentences = used.GroupBy(source => source.Span).Take(context.Scope.Groups.Count == 1 ? 4 : 2).ToList();
        var lines = sentences.Select(sentence => context.Say.English
            ? string.Join(", ", sentence.Select(source => context.TaskGist(source.Document, source.Span, 20)).Distinct())
            : string.Join(", ", sentence.Select(source => source.Source).Distinct()) + (sentence.First().Amount is { } amount ? " " + context.Say.Of(amount) : ""));
        return new Part(
            context.Say.Say("fundedBy", string.Join("; ", lines)),
            [.. sentences.Select(sentence => new Citation(sentence.First().Document, sentence.First().Provision, sentence.Key))],
            0.85);
    }

    /// <summary>Whether the name of a source has the words of a term.</summary>
    private static bool Names(FundingSource source, TopicTerm term)
    {
        var words = Text.Analyzer.Exact.Analyze(source.Source);
        return term.Terms.All(typed => words.Any(word => Text.VietnameseText.CanStandFor(typed, word.Term)));
    }
}

/// <summary>Which industries come first.</summary>
internal static class IndustryAnswerer
{
    internal static Answer? Answer(AnswerContext context) => ByProvince.Answer(context, group => PartOf(context, group));

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var industries = context.Facts<PriorityIndustry>(group.Documents).ToList();
        var sentences = industries.GroupBy(industry => (industry.Document.Id, industry.Span))
            .Select(sentence => (Facts: sentence.ToList(), Score: context.ScoreOf(sentence.First()).Score + (sentence.Any(industry => industry.Industry is not null) ? 0.1 : 0)))
            .OrderByDescending(row => row.Score).ToList();
        if (sentences.Count == 0)
        {
            return null;
        }

        var (facts, _) = sentences[0];
        var names = facts.Select(fact => context.Say.English && fact.Industry is { } known ? known.English : fact.Name).Distinct().ToList();
        return new Part(
            context.Say.Say("industriesAre", context.Say.List(names)),
            [new Citation(facts[0].Document, facts[0].Provision, facts[0].Span)],
            0.85);
    }
}
