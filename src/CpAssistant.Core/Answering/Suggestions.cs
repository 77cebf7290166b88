using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>What may be asked next.</summary>
internal static class Suggestions
{
    internal static IReadOnlyList<string> For(AnswerContext context, Answer answer)
    {
        if (answer.Suggestions.Count > 0 || answer.Outcome != Outcome.Answered)
        {
            return answer.Suggestions;
        }

        var province = answer.Citations.Select(citation => citation.Document.Metadata.Province?.Value).FirstOrDefault(name => name is not null);
        string[] names = context.Question.Kind switch
        {
            QuestionKind.Target or QuestionKind.Result or QuestionKind.NumberMeaning => ["suggestWho", "suggestReporting"],
            QuestionKind.ResponsibleAgency or QuestionKind.AgencyDuties => ["suggestEnterprise", "suggestTargets"],
            QuestionKind.EnterpriseDuties or QuestionKind.EnterpriseSupport => ["suggestTraining", "suggestFunding"],
            _ => ["suggestTargets", "suggestEnterprise"],
        };
        return province is null ? Examples(context) : [.. names.Select(name => context.Say.Say(name, province)), context.Say.Say("sendToOffice")];
    }

    /// <summary>The province asked about, or one whose documents set targets.</summary>
    private static string? ProvinceFor(AnswerContext context)
    {
        var named = context.Scope.IsNamed ? context.Scope.Groups.Select(group => group.Province).FirstOrDefault(province => province.Length > 0) : null;
        return named ?? context.Knowledge.Facts.OfType<Knowledge.Target>().Where(fact => fact.Nature == Knowledge.TargetNature.Target).Select(fact => fact.Document.Metadata.Province?.Value).FirstOrDefault(province => province is not null)
            ?? (Coverage.Provinces(context.Knowledge) is [var first, ..] ? first : null);
    }

    /// <summary>Questions that show what may be asked, for a province that is covered.</summary>
    internal static IReadOnlyList<string> Examples(AnswerContext context) =>
        ProvinceFor(context) is { } province
            ? [context.Say.Say("suggestTargets", province), context.Say.Say("suggestTraining", province), context.Say.Say("suggestDocuments")]
            : [context.Say.Say("suggestDocuments")];
}
