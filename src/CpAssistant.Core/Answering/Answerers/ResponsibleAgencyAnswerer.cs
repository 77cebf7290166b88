using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>Which agency leads or supports a task.</summary>
internal static class ResponsibleAgencyAnswerer
{
    private const double GoodEnough = 0.45;
    private const double NearBest = 0.92;

    /// <summary>Who urges others to take part in a thing comes after whoever does it.</summary>
    private const double Partaking = 0.3;

    internal static Answer? Answer(AnswerContext context) =>
        context.Question.Topic.Count == 0 && !(context.Question.Kind == QuestionKind.ResponsibleAgency && context.Scope.IsNamed) ? null : ByProvince.Answer(context, group => PartOf(context, group));

    private static Part? PartOf(AnswerContext context, ProvinceGroup group)
    {
        var isGeneral = context.Knowledge.Statements.SpecificOf([.. context.Question.Topic.Where(term => !term.IsAgency)]).Count == 0;
        List<string> partaking = [.. context.Knowledge.Language.Questions.Partaking.Select(VietnameseText.Fold)];
        List<string> asked = [.. context.Question.Topic.Where(term => !term.IsAgency).SelectMany(term => term.Terms).Select(VietnameseText.Fold)];
        var ranked = context.Facts<Responsibility>(group.Documents)
            .Where(fact => fact.Rule != "partner-of-lead" && fact.Agency.Level != "enterprise")
            .Select(fact => (Fact: fact, Match: context.ScoreOf(fact), Bonus: RoleBonus(context, fact) - (IsPartaking(fact, partaking, asked) ? Partaking : 0)))
            .Where(row => row.Match.Coverage >= GoodEnough || isGeneral)
            .OrderByDescending(row => row.Match.Score + row.Bonus)
            .ToList();
        if (isGeneral)
        {
            ranked = ChiefOf([.. ranked.Select(row => (row.Fact, row.Match, row.Bonus))]);
        }

        if (ranked.Count == 0)
        {
            return null;
        }

        var best = ranked[0].Match.Score + ranked[0].Bonus;
        var limit = context.Scope.Groups.Count == 1 ? 3 : 1;
        var chosen = ranked.Where(row => row.Match.Score + row.Bonus >= NearBest * best).GroupBy(row => row.Fact.Span).Take(limit).ToList();
        var lines = chosen.Select(rows => Line(context, [.. rows.Select(row => row.Fact)], context.Words(chosen.Count == 1 ? 28 : 16)));
        return new Part(
            string.Join("; ", lines) + ".",
            [.. chosen.Select(rows => new Citation(rows.First().Fact.Document, rows.First().Fact.Provision, context.Narrow(rows.First().Fact)))],
            Math.Max(ranked[0].Match.Coverage, isGeneral ? 0.6 : 0),
            [.. chosen.SelectMany(rows => rows.Select(row => row.Fact.Agency.Id)).Distinct()]);
    }

    /// <summary>Asked about cleaner production as such: the agency that leads most often.</summary>
    private static List<(Responsibility Fact, Match Match, double Bonus)> ChiefOf(List<(Responsibility Fact, Match Match, double Bonus)> ranked) =>
        ranked.Where(row => row.Fact.Role == AgencyRole.Lead).GroupBy(row => row.Fact.Agency.Id).OrderByDescending(group => group.Count())
            .Select(group => group.OrderByDescending(row => row.Fact.Provision.Index).Take(1).ToList()).FirstOrDefault() ?? ranked;

    /// <summary>Who leads is meant unless support is asked for.</summary>
    private static double RoleBonus(AnswerContext context, Responsibility fact) =>
        (IsAbout(context, fact.Agency) ? 0.2 : 0) + (context.Question.Role is { } asked ? (fact.Role == asked ? 0.15 : 0) : fact.Role switch
        {
            AgencyRole.Lead => 0.08,
            AgencyRole.Own => 0.05,
            _ => 0,
        });

    /// <summary>"vận động hội viên tham gia các lớp tập huấn": what is asked about stands behind a word for taking part.</summary>
    /// <param name="partaking">Folded.</param>
    /// <param name="asked">What is asked about, folded.</param>
    private static bool IsPartaking(Responsibility fact, IReadOnlyList<string> partaking, IReadOnlyList<string> asked)
    {
        var words = VietnameseText.Fold(fact.Document.Quote(fact.Task));
        return FirstOf(partaking, words) is { } takesPart && FirstOf(asked, words) > takesPart;
    }

    /// <returns>Where the first of some phrases stands; null where none does.</returns>
    private static int? FirstOf(IReadOnlyList<string> phrases, string words) =>
        phrases.Select(phrase => words.IndexOf(phrase, StringComparison.OrdinalIgnoreCase)).Where(at => at >= 0).Min(at => (int?)at);

    /// <summary>The board of the parks is meant where parks are spoken of.</summary>
    private static bool IsAbout(AnswerContext context, Agency agency) =>
        agency.About.Any(about => context.Question.Topic.Any(term => term.Concept == context.Knowledge.Concepts.NameOf(about)));

    /// <returns>"Sở Công Thương chủ trì, phối hợp với Sở Tài chính (tập huấn, đánh giá nhanh, …)".</returns>
    internal static string Line(AnswerContext context, IReadOnlyList<Responsibility> facts, int gistWords)
    {
        var fact = facts[0];
        var names = context.Say.List([.. facts.Select(each => context.Say.NameOf(each.Agency)).Distinct()]);
        var partners = context.Say.List([.. fact.Partners.Select(context.Say.NameOf).Distinct()]);
        var role = (fact.Role, partners.Length > 0) switch
        {
            (AgencyRole.Lead, true) => "leadsWith",
            (AgencyRole.Lead, false) => "leads",
            (AgencyRole.Support, true) => "supportsWith",
            (AgencyRole.Support, false) => "supports",
            (_, _) => "isCharged",
        };
        return context.Say.Say(role, names, partners) + $" ({context.TaskGist(fact.Document, TaskAfterRole(context, fact), gistWords)})";
    }

    /// <summary>The task without "chủ trì, phối hợp với …", which the line has said.</summary>
    private static Text.TextSpan TaskAfterRole(AnswerContext context, Responsibility fact)
    {
        var words = context.Knowledge.TokensOf(fact.Document).In(fact.Task);
        if (fact.Role == AgencyRole.Own || fact.Partners.Count == 0)
        {
            var role = context.Knowledge.LeadCues.First(words);
            return fact.Role == AgencyRole.Lead && role is { First: 0 } lead && lead.End < words.Count ? new Text.TextSpan(words[lead.End].Start, fact.Task.End) : fact.Task;
        }

        var last = context.Knowledge.Gazetteer.AgenciesIn(words).Where(match => match.First < 14 && fact.Partners.Any(partner => partner.Id == match.Value.Id)).Select(match => match.End).DefaultIfEmpty(0).Max();
        while (last > 0 && last < words.Count && (words[last].Term is "có" or "liên" or "quan"))
        {
            last++;
        }

        return last > 0 && last < words.Count ? new Text.TextSpan(words[last].Start, fact.Task.End) : fact.Task;
    }
}
