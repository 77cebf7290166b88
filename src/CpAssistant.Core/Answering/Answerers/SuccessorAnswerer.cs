using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>What has become of an agency or a province since the document.</summary>
internal static class SuccessorAnswerer
{
    internal static Answer? Answer(AnswerContext context)
    {
        var agencies = context.Question.Agencies.Where(agency => agency.Level is not "enterprise").ToList();
        var lines = agencies.Count > 0
            ? agencies.Select(agency => OfAgency(context, agency)).ToList()
            : [.. context.Question.Provinces.Select(province => OfProvince(context, province))];
        if (lines.Count == 0)
        {
            return null;
        }

        return new Answer
        {
            Outcome = Outcome.Answered,
            Lead = string.Join('\n', lines),
            Citations = agencies.Count > 0 ? Mentions(context, agencies) : ProvinceMentions(context),
            Notes = [.. agencies.Select(agency => BasisOf(context, agency)).OfType<string>(), .. context.Question.Provinces.Select(province => ProvinceNotes.Of(province, context.Knowledge.Gazetteer, context.Say)).OfType<string>()],
            Agencies = [.. agencies.Select(agency => agency.Id)],
            Confidence = 0.9,
        };
    }

    /// <summary>"Sở TN&amp;MT nay là Sở Nông nghiệp và Môi trường (tỉnh Vĩnh Long)".</summary>
    internal static string OfAgency(AnswerContext context, Agency agency)
    {
        var where = context.Question.Provinces.Count > 0
            ? string.Join(", ", context.Question.Provinces.Select(province => $"{(context.Say.English ? "" : province.Today.Kind + " ")}{province.Today.Name}").Distinct())
            : "";
        var place = where.Length > 0 ? $" ({where})" : "";
        return context.Knowledge.Gazetteer.SuccessorOf(agency) is { } next
            ? context.Say.Say(next.Step.Verified ? "agencyIsNow" : "agencyMayBeNow", context.Say.NameOf(agency), context.Say.NameOf(next.Agency) + place)
            : agency.Caution is { } caution ? context.Say.Of(caution) : context.Say.Say("agencyUnchanged", context.Say.NameOf(agency) + place);
    }

    private static string OfProvince(AnswerContext context, Province province) =>
        !province.Merged
            ? context.Say.Say("provinceUnchanged", province.Name)
            : province.Name == province.Today.Name
                ? context.Say.Say("provinceGrew", province.Name, context.Say.List([.. province.Today.Former]))
                : context.Say.Say("provinceIsNow", province.Name, province.Today.Kind, province.Today.Name, context.Say.List([.. province.Today.Former]));

    private static string? BasisOf(AnswerContext context, Agency agency) => AgencyNotes.Successor(agency, context.Knowledge.Gazetteer, context.Say);

    /// <summary>Where the documents name the agency: the words that the change is about.</summary>
    private static IReadOnlyList<Citation> Mentions(AnswerContext context, IReadOnlyList<Agency> agencies) =>
        [.. context.Facts<Responsibility>(context.Scope.Documents)
            .Where(fact => agencies.Any(agency => context.Knowledge.Gazetteer.Means(agency, fact.Agency)) && context.Scope.IsNamed)
            .OrderBy(fact => fact.Rule == "partner-of-lead")
            .Select(fact => new Citation(fact.Document, fact.Provision, fact.Span))
            .DistinctBy(citation => citation.Span).Take(2)];

    private static IReadOnlyList<Citation> ProvinceMentions(AnswerContext context) =>
        [.. context.Scope.Groups.SelectMany(group => group.Documents).Where(document => document.Metadata.Province?.Span is not null)
            .Select(document => DocumentFactAnswerer.Cite(document, document.Metadata.Province!.Span!.Value)).Take(2)];
}
