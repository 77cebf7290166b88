using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Core.LookUp;

/// <summary>What should be known beside a table.</summary>
public static class LookUpNotes
{
    /// <returns>Ended periods, merged provinces, texts at second hand; a line a note.</returns>
    public static IReadOnlyList<string> Of(IEnumerable<Document> documents, Gazetteer gazetteer, DateOnly today, Phrasebook say)
    {
        var all = documents.DistinctBy(document => document.Id).ToList();
        return
        [
            .. all.Select(document => DocumentNotes.PeriodOver(document, today, say))
                .Concat(all.Select(document => DocumentNotes.ProvinceOf(document, gazetteer, say)))
                .Concat(all.Select(document => DocumentNotes.Secondary(document, say)))
                .OfType<string>().Distinct(),
        ];
    }

    /// <returns>"Sở Tài nguyên và Môi trường nay là …, theo Nghị định …", with what is uncertain; null where nothing is known to have changed.</returns>
    public static string? Of(Agency agency, Gazetteer gazetteer, Phrasebook say) =>
        AgencyNotes.Successor(agency, gazetteer, say) ?? (agency.Caution is { } caution ? say.Of(caution) : null);
}
