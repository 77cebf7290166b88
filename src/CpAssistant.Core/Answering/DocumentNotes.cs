using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.Answering;

/// <summary>What the reader of a document should know beside its words: how old it is, and what has become of whom it names.</summary>
public static class DocumentNotes
{
    /// <param name="today">Decides whether a period is over.</param>
    /// <returns>A line a note: the ended period, the province, the agencies that are charged with something, the standing of the text.</returns>
    public static IReadOnlyList<string> Of(Document document, KnowledgeSnapshot knowledge, DateOnly today, Phrasebook say) =>
    [
        .. new[] { Secondary(document, say), PeriodOver(document, today, say), ProvinceOf(document, knowledge.Gazetteer, say) }.OfType<string>(),
        .. knowledge.FactsOf(document).OfType<Responsibility>().Select(duty => duty.Agency).DistinctBy(agency => agency.Id)
            .Select(agency => AgencyNotes.Successor(agency, knowledge.Gazetteer, say)).OfType<string>(),
    ];

    /// <returns>Whether the years the document is made for have gone by; null where it gives no last one.</returns>
    public static bool? IsOver(Document document, DateOnly today) => document.Metadata.Period?.Value.To is { } end ? end < today.Year : null;

    /// <returns>The province whose name the document has, where it has gone into another since; else null.</returns>
    public static Province? Merged(Document document, Gazetteer gazetteer) =>
        FormerProvince(document, gazetteer) is { } province && province.Name != province.Today.Name ? province : null;

    internal static string? PeriodOver(Document document, DateOnly today, Phrasebook say) =>
        IsOver(document, today) is true ? say.Say("periodOver", document.Metadata.Number?.Value ?? $"“{document.Metadata.Title}”", document.Metadata.Period!.Value.To) : null;

    internal static string? ProvinceOf(Document document, Gazetteer gazetteer, Phrasebook say) =>
        FormerProvince(document, gazetteer) is { } province ? ProvinceNotes.Of(province, gazetteer, say) : null;

    internal static string? Secondary(Document document, Phrasebook say) => document.Metadata.Status is not null ? say.Say("secondary") : null;

    /// <summary>A document that is younger than the provinces of today means those.</summary>
    private static Province? FormerProvince(Document document, Gazetteer gazetteer) =>
        document.Metadata.Province is { } name && !(document.Metadata.Date is { } date && date.Value >= gazetteer.Since) ? gazetteer.FindProvince(name.Value) : null;
}
