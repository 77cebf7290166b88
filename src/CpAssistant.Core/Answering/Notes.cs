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
                .Concat(context.Question.Attributes.Contains("validity") ? [] : documents.Select(document => DocumentNotes.PeriodOver(document, context.Today, context.Say)).OfType<string>())
                .Concat(documents.Select(document => DocumentNotes.ProvinceOf(document, context.Knowledge.Gazetteer, context.Say)).OfType<string>())
                .Concat(answer.Outcome == Outcome.Answered ? AgencyNotes.For(context, answer) : [])
                .Concat(documents.Select(document => DocumentNotes.Secondary(document, context.Say)).OfType<string>())
                .Distinct().Take(Most),
        ];
    }
}

/// <summary>What has become of a province, with the legal basis.</summary>
internal static class ProvinceNotes
{
    internal static string? Of(Province province, Gazetteer gazetteer, Phrasebook say)
    {
        var since = Phrasebook.Date(gazetteer.Since);
        var basis = $"{gazetteer.Basis}, Điều 1 khoản {province.Today.Clause}";
        return !province.Merged ? null
            : province.Name != province.Today.Name
                ? say.Say("provinceMerged", since, province.Name, province.Today.Kind, province.Today.Name, basis)
                : say.Say("provinceIncludes", since, province.Name, say.List([.. province.Today.Former.Where(name => name != province.Name)]), basis);
    }
}

/// <summary>What has become of an agency, with the legal basis, and cautions about it.</summary>
internal static class AgencyNotes
{
    internal static IEnumerable<string> For(AnswerContext context, Answer answer)
    {
        foreach (var agency in answer.Agencies.Select(context.Knowledge.Gazetteer.FindAgency).OfType<Agency>().Take(3))
        {
            if (Successor(agency, context.Knowledge.Gazetteer, context.Say) is { } note)
            {
                yield return note;
            }
            else if (agency.Caution is { } caution)
            {
                yield return context.Say.Of(caution);
            }
        }
    }

    internal static string? Successor(Agency agency, Gazetteer gazetteer, Phrasebook say)
    {
        if (gazetteer.SuccessorOf(agency) is not { } next)
        {
            return null;
        }

        var caution = agency.Caution is { } text ? " " + say.Of(text) : "";
        var name = next.Step.Verified ? "agencySucceeded" : "agencySucceededUnverified";
        return say.Say(name, say.NameOf(agency), say.NameOf(next.Agency), next.Step.Basis) + caution;
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
