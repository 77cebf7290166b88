using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.LookUp;

/// <summary>A province beside others, by the name that its documents bear.</summary>
/// <param name="Name">Null for the whole country.</param>
/// <param name="Province">Null for the whole country, and where nobody knows the name.</param>
/// <param name="Documents">Those in use; none where the collection holds none of this province.</param>
public sealed record ProvinceColumn(string? Name, Province? Province, IReadOnlyList<Document> Documents)
{
    /// <summary>The province that it has gone into since; null where it is still one.</summary>
    public ProvinceUnit? Now => Province is { } province && province.Name != province.Today.Name ? province.Today : null;

    public bool IsNational => Name is null;

    /// <summary>Whether only news and reports tell of what the province has decided.</summary>
    public bool IsSecondHand => Documents.Count > 0 && Documents.All(document => document.Metadata.Kind is DocumentKind.News or DocumentKind.Report);

    public bool Holds(Fact fact) => fact.Document.Metadata.Province?.Value == Name && (Name is not null || IsPolicy(fact.Document));

    /// <param name="chosen">Provinces in the order they are wanted; none for all that have documents.</param>
    /// <returns>A name of today gives a column for each unit that has documents; a province without documents keeps an empty one.</returns>
    public static IReadOnlyList<ProvinceColumn> Of(KnowledgeSnapshot knowledge, IReadOnlyList<ProvinceFilter> chosen) => chosen.Count == 0
        ? [.. knowledge.Provinces.Select(name => Of(name, knowledge))]
        : [.. chosen.SelectMany(filter => Of(filter, knowledge)).DistinctBy(column => column.Name)];

    /// <summary>Texts of no province that set something, guidance left out.</summary>
    public static ProvinceColumn National(KnowledgeSnapshot knowledge) =>
        new(null, null, [.. knowledge.Documents.Where(document => document.Metadata.Province is null && IsPolicy(document))]);

    private static bool IsPolicy(Document document) => document.Metadata.Kind != DocumentKind.Guidance;

    private static IEnumerable<ProvinceColumn> Of(ProvinceFilter filter, KnowledgeSnapshot knowledge)
    {
        var names = knowledge.Documents.Where(document => filter.Holds(document, knowledge.Gazetteer)).Select(document => document.Metadata.Province!.Value)
            .Distinct().OrderBy(VietnameseText.Fold, StringComparer.Ordinal).ToList();
        return names.Count == 0 ? [new ProvinceColumn(filter.Province.Name, filter.Province, [])] : names.Select(name => Of(name, knowledge));
    }

    private static ProvinceColumn Of(string name, KnowledgeSnapshot knowledge) =>
        new(name, ProvinceFilter.Find(name, knowledge.Gazetteer)?.Province, [.. knowledge.Documents.Where(document => document.Metadata.Province?.Value == name)]);
}
