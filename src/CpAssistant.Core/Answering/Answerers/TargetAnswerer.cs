using System.Globalization;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Targets, proposals and reported results, by indicator, period and province, never mixed.</summary>
internal static class TargetAnswerer
{
    private const double OnTopic = 0.45;

    /// <summary>UTF-16 units of a heading that is cited beside a figure for its years.</summary>
    private const int LongestHeading = 140;

    internal static Answer? Answer(AnswerContext context)
    {
        var asksSomething = context.Question.Indicators.Count > 0 || context.Question.Topic.Count > 0 || context.Question.Natures.Count > 0 || context.Question.Periods.Count > 0;
        return asksSomething ? ByProvince.Answer(context, group => PartOf(context, group)) : null;
    }

    internal static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var facts = Asked(context, context.Facts<Target>(group.Documents).ToList());
        facts = context.Scope.Groups.Count > 1 && context.Question.Periods.Count == 0 ? [.. facts.OrderByDescending(fact => fact.Period?.To ?? 0)] : facts;
        facts = [.. facts.OrderBy(fact => SaysMore(context, fact)).DistinctBy(fact => (fact.Document.Id, fact.Indicator?.Id ?? fact.Label, fact.Value.From, fact.Value.To, fact.Period, fact.Nature))];
        if (facts.Count == 0)
        {
            return null;
        }

        if (!context.Scope.IsNamed && facts.Any(fact => fact.Nature == TargetNature.Proposal) && context.Question.AsksFor(TargetNature.Target) && OthersHaveTargets(context, group))
        {
            return null;
        }

        var most = context.Scope.Groups.Count switch { 1 => 4, 2 or 3 => 2, _ => context.Scope.IsNamed ? 2 : 1 };
        var latest = context.Scope.Groups.Count == 1 ? LatestOf(facts, most) : facts;
        var shown = latest.GroupBy(fact => (fact.Document.Id, fact.Span)).Take(most).SelectMany(sentence => sentence).ToList();
        var others = latest.Count < facts.Count ? " " + context.Say.Say("otherPeriods") : "";
        return new Part(Lead(context, shown) + others, CitationsOf(shown), 0.8);
    }

    /// <summary>Where there is more than can be shown, the latest years in full rather than a piece of each.</summary>
    private static List<Target> LatestOf(List<Target> facts, int most)
    {
        var ends = facts.Select(fact => fact.Period?.To).OfType<int>().Distinct().ToList();
        return facts.GroupBy(fact => (fact.Document.Id, fact.Span)).Count() <= most || ends.Count < 2 || facts.Any(fact => fact.Period?.To is null)
            ? facts
            : [.. facts.Where(fact => fact.Period?.To == ends.Max())];
    }

    /// <summary>Figures of what is asked about; each nature by itself where several are compared.</summary>
    private static List<Target> Asked(AnswerContext context, List<Target> facts) => context.Question.Natures.Count switch
    {
        0 => OfNature(context, OnPoint(context, facts)),
        1 => OnPoint(context, OfNature(context, facts)),
        _ => [.. context.Question.Natures.SelectMany(nature => OnPoint(context, [.. facts.Where(fact => fact.Nature == nature)]))],
    };

    private static List<Target> OnPoint(AnswerContext context, List<Target> facts) =>
        Fitting(context.Question.Expects, OfPeriod(context, OnSubject(context, facts)));

    /// <summary>Whether the sentence of a figure also has figures of another nature; one that has not is the better quote.</summary>
    private static bool SaysMore(AnswerContext context, Target fact) =>
        context.Knowledge.FactsOf(fact.Document).OfType<Target>().Any(other => other.Span == fact.Span && other.Nature != fact.Nature);

    /// <summary>A proposal is no row in a table of targets.</summary>
    private static bool OthersHaveTargets(AnswerContext context, ProvinceGroup group) =>
        context.Scope.Groups.Any(other => other != group && context.Facts<Target>(other.Documents).Any(fact => fact.Nature == TargetNature.Target));

    /// <summary>The cited sentences, each once, with the heading that gives a period before the first that needs it.</summary>
    internal static IReadOnlyList<Citation> CitationsOf(IReadOnlyList<Target> facts)
    {
        var citations = new List<Citation>();
        foreach (var fact in facts)
        {
            if (fact.Context is { } heading && IsShort(fact))
            {
                citations.Add(new Citation(fact.Document, ProvisionAt(fact.Document, heading), heading));
            }

            citations.Add(new Citation(fact.Document, fact.Provision, fact.Span));
        }

        return [.. citations.DistinctBy(citation => (citation.Document.Id, citation.Span))];
    }

    /// <summary>Groups figures by nature and period: "mục tiêu 2016-2020: 50% …; 8-13% …".</summary>
    internal static string Lead(AnswerContext context, IReadOnlyList<Target> facts) =>
        string.Join("; ", facts.GroupBy(fact => (fact.Nature, fact.Period)).Select(group =>
            context.Say.Say("nature" + group.Key.Nature) + (group.All(IsProved) ? PeriodOf(context, group.Key.Period) : "") + ": "
            + string.Join(", ", group.Select(fact => Figure(context, fact))))) + ".";

    /// <summary>The years stand in the cited words: in the sentence itself, or in a heading short enough to be cited beside it.</summary>
    private static bool IsProved(Target fact) => fact.Period is not null && (fact.Context is null ? Proves(fact.Document.Quote(fact.Span), fact.Period) : IsShort(fact));

    private static bool Proves(string quote, Period period) =>
        new[] { period.From, period.To }.OfType<int>().All(year => quote.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private static bool IsShort(Target fact) => fact.Context is { } heading && heading.Length <= LongestHeading;

    /// <returns>"50% cơ sở sản xuất công nghiệp áp dụng sản xuất sạch hơn".</returns>
    internal static string Figure(AnswerContext context, Target fact)
    {
        var value = context.Say.Of(fact.Value);
        return context.Say.English
            ? $"{(fact.Value.IsPercent || fact.Value.IsMoney ? value : value[..^fact.Value.Unit.Length])} {(fact.Value.IsPercent && fact.Indicator is { Subject.Length: > 0 } ? "of " : "")}{fact.Indicator?.En ?? $"({fact.Value.Unit}: {fact.Label})"}".Replace("  ", " ", StringComparison.Ordinal)
            : Verb(fact) + Labelled(value, fact.Value.Unit, LabelOf(fact));
    }

    private static string Verb(Target fact) =>
        fact is { Indicator: { Verb: { Length: > 0 } verb, Subject: "" }, Value.IsPercent: true } && SourceWords(fact) is { } words && !words.Contains(verb, StringComparison.OrdinalIgnoreCase) ? verb + " " : "";

    /// <summary>"179 doanh nghiệp tham gia tập huấn", "05 đơn vị (doanh nghiệp được đánh giá nhanh)".</summary>
    private static string Labelled(string value, string unit, string label) =>
        unit is "%" or "đồng" ? $"{value} {label}".TrimEnd()
            : label.StartsWith(unit, StringComparison.OrdinalIgnoreCase) ? value[..^unit.Length] + label
            : label.Length > 0 ? $"{value} ({label})" : value;

    private static string LabelOf(Target fact)
    {
        if (fact.Indicator is not { } indicator)
        {
            return fact.Label.StartsWith(fact.Value.Unit, StringComparison.Ordinal) ? fact.Label[fact.Value.Unit.Length..].Trim() : fact.Label;
        }

        if (fact.Value.IsPercent && indicator.Subject.Length == 0 && SourceWords(fact) is { } words)
        {
            return words;
        }

        return fact.Scope.Length > 0 && indicator.Subject.Length > 0 && indicator.Vi.StartsWith(indicator.Subject, StringComparison.Ordinal)
            ? fact.Scope + indicator.Vi[indicator.Subject.Length..]
            : indicator.Vi;
    }

    /// <summary>What the source says straight behind the figure, where that is enough to name it.</summary>
    private static string? SourceWords(Target fact)
    {
        var words = fact.Document.Quote(new TextSpan(fact.Value.Span.End, Math.Max(fact.Value.Span.End, fact.Clause.End))).Trim(' ', ',', ';', '.', ')').Split(' ');
        return words.Length is >= 3 and <= 20 ? string.Join(' ', words) : null;
    }

    private static string PeriodOf(AnswerContext context, Period? period) => period switch
    {
        null => "",
        { From: { } from, To: { } to } when from == to => context.Say.Say("inYear", from),
        { From: { } from, To: { } to } => context.Say.Say("inPeriod", from, to),
        { To: { } to } => context.Say.Say("byYear", to),
        { From: { } from } => context.Say.Say("afterYear", from),
        _ => "",
    };

    /// <summary>
    /// Figures of the natures that are asked for; a proposal where a target is asked for and there is none. Where it is left
    /// open: what is aimed at, else what is reported, else what is proposed.
    /// </summary>
    private static List<Target> OfNature(AnswerContext context, List<Target> facts)
    {
        if (context.Question.Natures.Count == 0)
        {
            var first = new[] { TargetNature.Target, TargetNature.Result, TargetNature.Proposal }.FirstOrDefault(nature => facts.Any(fact => fact.Nature == nature));
            return [.. facts.Where(fact => fact.Nature == first)];
        }

        var asked = facts.Where(fact => context.Question.AsksFor(fact.Nature)).ToList();
        return asked.Count == 0 && context.Question.AsksFor(TargetNature.Target) ? [.. facts.Where(fact => fact.Nature == TargetNature.Proposal)] : asked;
    }

    private static List<Target> OnSubject(AnswerContext context, List<Target> facts)
    {
        var topic = context.Question.Topic;
        var indicators = context.Question.Indicators.Select(indicator => indicator.Id).ToHashSet();
        if (indicators.Count > 0 && facts.Where(fact => fact.Indicator is { } measured && indicators.Contains(measured.Id)).ToList() is { Count: > 0 } measuring)
        {
            return Best(context, measuring, 0.75);
        }

        if (topic.Count == 0)
        {
            return indicators.Count == 0 || context.Scope.IsNamed ? facts : [];
        }

        if (indicators.Count == 0 && IsGeneral(context, topic))
        {
            return facts;
        }

        if (indicators.Count > 0 && !context.Scope.IsNamed)
        {
            return [];
        }

        // What is asked for has a name, and the document has no figure of it: only a figure that has no name may be meant.
        facts = indicators.Count > 0 ? [.. facts.Where(fact => fact.Indicator is null)] : facts;
        var best = facts.Select(fact => context.ScoreOf(fact).Coverage).DefaultIfEmpty(0).Max();
        return best >= OnTopic ? Best(context, facts, 0.85) : [];
    }

    /// <summary>A question about targets as such: what is left of it is the field's own name.</summary>
    private static bool IsGeneral(AnswerContext context, IReadOnlyList<TopicTerm> topic) =>
        context.Knowledge.Statements.SpecificOf(topic).Count == 0;

    private static List<Target> Best(AnswerContext context, List<Target> facts, double share)
    {
        var scored = facts.Select(fact => (fact, context.ScoreOf(fact).Coverage)).ToList();
        var best = scored.Max(row => row.Coverage);
        return [.. scored.Where(row => row.Coverage >= share * best).Select(row => row.fact)];
    }

    private static List<Target> OfPeriod(AnswerContext context, List<Target> facts) =>
        context.Question.Periods.Count == 0 ? facts : [.. facts.GroupBy(fact => fact.Nature).SelectMany(group => OfPeriod(context, [.. group], context.Question.Natures.Count > 1))];

    /// <summary>Of two natures that are compared, one may have other years than those named.</summary>
    private static List<Target> OfPeriod(AnswerContext context, List<Target> facts, bool isCompared) =>
        facts.Where(fact => context.Question.Periods.Any(asked => EndsIn(asked, fact.Period))).ToList() is { Count: > 0 } ending ? ending
            : facts.Where(fact => context.Question.Periods.Any(asked => Meets(asked, fact.Period))).ToList() is { Count: > 0 } met ? met : isCompared ? facts : [];

    /// <summary>A single year that is asked for is rather one that a period ends in than one within it.</summary>
    private static bool EndsIn(Period asked, Period? period) => (asked.From ?? asked.To) == (asked.To ?? asked.From) && period?.To == asked.To && period?.To is not null;

    /// <summary>Whether a figure's period is the one asked for: its end year, or a year within it; a figure without a period meets any.</summary>
    internal static bool Meets(Period asked, Period? period) =>
        period is null || asked switch
        {
            { From: { } from, To: { } to } when from != to => (period.To ?? period.From) >= from && (period.From ?? period.To) <= to,
            _ => (asked.To ?? asked.From) is not { } year || period.To == year || (period.From <= year && year <= (period.To ?? int.MaxValue)),
        };

    /// <summary>Figures of the sort that is asked for; "how many enterprises" may be answered by a share of them.</summary>
    private static List<Target> Fitting(ExpectedAnswer expected, List<Target> facts) => expected switch
    {
        ExpectedAnswer.Percent => [.. facts.Where(fact => fact.Value.IsPercent)],
        ExpectedAnswer.Money => [.. facts.Where(fact => fact.Value.IsMoney)],
        ExpectedAnswer.Count => facts.Where(fact => !fact.Value.IsPercent && !fact.Value.IsMoney).ToList() is { Count: > 0 } counts ? counts : [.. facts.Where(fact => !fact.Value.IsMoney)],
        ExpectedAnswer.Any or ExpectedAnswer.Number => facts,
        _ => [],
    };

    internal static Provision ProvisionAt(Document document, TextSpan span) =>
        document.Provisions.LastOrDefault(provision => provision.Span.Contains(span)) ?? document.Provisions.Last(provision => provision.Span.Start <= span.Start);
}
