using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>A table of the look-up that holds what an answer is about, and what stands beside it.</summary>
/// <param name="Provinces">As the question or the documents name them; none for all.</param>
public abstract record TableReference(IReadOnlyList<string> Provinces)
{
    /// <param name="Agency">Its name; null for all.</param>
    /// <param name="Task">Id of a kind of task; null for all.</param>
    public sealed record Responsibilities(IReadOnlyList<string> Provinces, string? Agency, string? Task) : TableReference(Provinces);

    /// <param name="Indicator">Id; null for all.</param>
    /// <param name="Year">In which periods end; null for all.</param>
    public sealed record Targets(IReadOnlyList<string> Provinces, string? Indicator, int? Year) : TableReference(Provinces);

    /// <param name="kind">Of the question, or of the part of it that was answered.</param>
    /// <returns>Null where no table is about such a question.</returns>
    internal static TableReference? Of(AnswerContext context, QuestionKind kind, Answer answer) => kind switch
    {
        QuestionKind.Target or QuestionKind.Result or QuestionKind.NumberMeaning => OfTargets(context, Cited<Target>(context, answer)),
        QuestionKind.ResponsibleAgency or QuestionKind.AgencyDuties or QuestionKind.EnterpriseDuties => OfResponsibilities(context, kind, Cited<Responsibility>(context, answer)),
        _ => null,
    };

    private static Targets OfTargets(AnswerContext context, IReadOnlyList<Target> cited)
    {
        var asked = context.Question.Indicators.Select(indicator => indicator.Id).ToList();
        var indicators = asked.Count > 0 ? asked : cited.Select(fact => fact.Indicator?.Id);
        // A year within a period is no year in which one ends.
        var years = context.Question.Periods.Count > 0 ? cited.Select(fact => fact.Period?.To ?? fact.Period?.From) : [];
        return new Targets(ProvincesOf(context), Only(indicators), Only(years));
    }

    private static Responsibilities OfResponsibilities(AnswerContext context, QuestionKind kind, IReadOnlyList<Responsibility> cited)
    {
        var agencies = kind switch
        {
            QuestionKind.AgencyDuties => context.Question.Agencies.Select(agency => agency.Name),
            QuestionKind.EnterpriseDuties => cited.Select(fact => fact.Agency).Take(1).Select(agency => context.Knowledge.Gazetteer.FindAgency(agency.Id)?.Name ?? agency.Name),
            _ => [],
        };
        var tasks = kind == QuestionKind.ResponsibleAgency && cited.Count > 0
            ? cited.Select(context.Knowledge.TaskKindsOf).Aggregate((all, kinds) => [.. all.Intersect(kinds)])
            : [];
        // Of a sentence with several tasks, the one that is asked about; where none of them is, the table of all.
        string[] task = [.. tasks.Intersect(context.Knowledge.TaskKindsOf(context.Question.Text)).Concat(tasks.Count == 1 ? tasks : []).Select(kind => kind.Id).Take(1)];
        return new Responsibilities(ProvincesOf(context), Only(agencies), Only(task));
    }

    private static string[] ProvincesOf(AnswerContext context) => context.Scope.IsNamed
        ? [.. context.Scope.Groups.Select(group => group.Province).Concat(context.Scope.Uncovered.Select(province => province.Name)).Where(name => name.Length > 0)]
        : [];

    private static List<T> Cited<T>(AnswerContext context, Answer answer)
        where T : Fact =>
        [.. answer.Citations.SelectMany(citation => context.Knowledge.FactsOf(citation.Document).OfType<T>().Where(fact => fact.Span == citation.Span))];

    private static T? Only<T>(IEnumerable<T?> values) => values.Distinct().ToList() is [var only] ? only : default;
}
