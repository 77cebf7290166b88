using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.KnowledgeBase;

namespace CpAssistant.Documents;

/// <summary>The documents that can be read on a page: those in use and the digests that have stepped back.</summary>
internal sealed class DocumentShelf(KnowledgeState state)
{
    /// <summary>National texts first, then by province, the guidance last; the newest first, then by title.</summary>
    internal IReadOnlyList<Document> InUse { get; } = [.. Sorted(state.Snapshot.Documents)];

    /// <summary>Digests whose original is loaded.</summary>
    internal IReadOnlyList<Document> SteppedBack { get; } =
        [.. Sorted(state.Load.Files.OfType<FileReport.Accepted>().Select(file => file.Document).Where(document => !state.Snapshot.Documents.Contains(document)))];

    /// <summary>Provinces of documents in use, as the documents have them.</summary>
    internal IReadOnlyList<string> Provinces { get; } = state.Snapshot.Provinces;

    /// <summary>Whether any document in use belongs to no province.</summary>
    internal bool HasNationwide => InUse.Any(document => document.Metadata.Province is null);

    internal IReadOnlyList<DocumentKind> Kinds => [.. InUse.Select(document => document.Metadata.Kind).Distinct().Order()];

    /// <returns>Also an approved answer of the office, which no list of documents shows.</returns>
    internal Document? Find(string id) => InUse.Concat(SteppedBack).Concat(state.Snapshot.OfficeAnswers.All.Select(answer => answer.Document)).FirstOrDefault(document => document.Id == id);

    /// <returns>The original that a digest has stepped back for; null where it has not.</returns>
    internal Document? OriginalOf(Document document) => !SteppedBack.Contains(document) ? null
        : InUse.FirstOrDefault(other => other.Metadata.Source == SourceKind.Original && DigestRule.IsSame(document.Metadata, other.Metadata));

    /// <param name="province">In any spelling, old or new; null for all, <see cref="Nationwide"/> for texts of no province.</param>
    internal IReadOnlyList<Document> Select(string? province, DocumentKind? kind)
    {
        var gazetteer = state.Snapshot.Gazetteer;
        Func<Document, bool> fits = province switch
        {
            null => _ => true,
            Nationwide => document => document.Metadata.Province is null,
            _ when ProvinceFilter.Find(province, gazetteer) is { } filter => document => filter.Holds(document, gazetteer),
            _ => document => document.Metadata.Province?.Value == province,
        };
        return [.. InUse.Where(fits).Where(document => kind is null || document.Metadata.Kind == kind)];
    }

    /// <summary>Stands for "no province" in a filter.</summary>
    internal const string Nationwide = "chung";

    private static IOrderedEnumerable<Document> Sorted(IEnumerable<Document> documents) => documents
        .OrderBy(document => document.Metadata.Kind == DocumentKind.Guidance)
        .ThenBy(document => VietnameseText.Fold(document.Metadata.Province?.Value ?? ""), StringComparer.Ordinal)
        .ThenByDescending(document => document.Metadata.Date?.Value)
        .ThenBy(document => VietnameseText.Fold(document.Metadata.Title), StringComparer.Ordinal)
        .ThenBy(document => document.Id, StringComparer.Ordinal);
}
