using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>What should be known beside an answer: how old it is, what has been merged since, what stands where.</summary>
internal static class Notes
{
    private const int Most = 6;

    internal static IReadOnlyList<string> For(AnswerContext context, Answer answer)
    {
        var documents = answer.Citations.Select(citation => citation.Document).DistinctBy(document => document.Id).ToList();
        return
        [
            .. answer.Notes
                .Concat(documents.Select(document => PeriodOver(context, document)).OfType<string>())
                .Concat(documents.Select(document => ProvinceOf(context, document)).OfType<string>())
                .Concat(answer.Outcome == Outcome.Answered ? AgencyNotes.For(context, answer) : [])
                .Concat(documents.Any(document => document.Metadata.Status is not null) ? [context.Say.Say("secondary")] : [])
                .Distinct().Take(Most),
        ];
    }

    private static string? PeriodOver(AnswerContext context, Document document) =>
        document.Metadata.Period?.Value.To is { } end && end < context.Today.Year && !context.Question.Attributes.Contains("validity")
            ? context.Say.Say("periodOver", document.Metadata.Title, end)
            : null;

    private static string? ProvinceOf(AnswerContext context, Document document) =>
        document.Metadata.Province is { } name && context.Knowledge.Gazetteer.FindProvince(name.Value) is { } province
        && !(document.Metadata.Date is { } date && date.Value >= context.Knowledge.Gazetteer.Since)
            ? ProvinceNotes.Of(context, province)
            : null;
}

/// <summary>What has become of a province, with the legal basis.</summary>
internal static class ProvinceNotes
{
    internal static string? Of(AnswerContext context, Province province)
    {
        var gazetteer = context.Knowledge.Gazetteer;
        var since = Phrasebook.Date(gazetteer.Since);
        var basis = $"{gazetteer.Basis}, Điều 1 khoản {province.Today.Clause}";
        return !province.Merged ? null
            : province.Name != province.Today.Name
                ? context.Say.Say("provinceMerged", since, province.Name, province.Today.Kind, province.Today.Name, basis)
                : context.Say.Say("provinceIncludes", since, province.Name, context.Say.List([.. province.Today.Former.Where(name => name != province.Name)]), basis);
    }
}

/// <summary>What has become of an agency, with the legal basis, and cautions about it.</summary>
internal static class AgencyNotes
{
    internal static IEnumerable<string> For(AnswerContext context, Answer answer)
    {
        foreach (var agency in answer.Agencies.Select(context.Knowledge.Gazetteer.FindAgency).OfType<Agency>().Take(3))
        {
            if (Successor(context, agency) is { } note)
            {
                yield return note;
            }
            else if (agency.Caution is { } caution)
            {
                yield return context.Say.Of(caution);
            }
        }
    }

    internal static string? Successor(AnswerContext context, Agency agency)
    {
        if (context.Knowledge.Gazetteer.SuccessorOf(agency) is not { } next)
        {
            return null;
        }

        var caution = agency.Caution is { } text ? " " + context.Say.Of(text) : "";
        var name = next.Step.Verified ? "agencySucceeded" : "agencySucceededUnverified";
        return context.Say.Say(name, context.Say.NameOf(agency), context.Say.NameOf(next.Agency), next.Step.Basis) + caution;
    }
}

/// <summary>Whom to ask.</summary>
internal static class OfficeNotes
{
    internal static IReadOnlyList<string> Of(AnswerContext context)
    {
        var office = context.Knowledge.Office;
        var parts = new[] { office.Name, office.Address, office.Phone, office.Email, office.Hours }.Where(part => part.Length > 0);
        return office.IsKnown ? [context.Say.Say("office", string.Join(", ", parts))] : [];
    }
}
