using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;

namespace CpAssistant.Core.Search;

/// <summary>Values that documents have, to choose from.</summary>
/// <param name="Provinces">By the names that documents have, in the order of the alphabet.</param>
/// <param name="HasNationwide">Whether any document belongs to no province.</param>
/// <param name="Periods">The earliest first.</param>
/// <param name="Years">Of issue, the latest first.</param>
public sealed record SearchChoices(
    IReadOnlyList<string> Provinces, bool HasNationwide, IReadOnlyList<DocumentKind> Kinds, IReadOnlyList<Period> Periods, IReadOnlyList<int> Years)
{
    internal static SearchChoices Of(IReadOnlyList<Document> documents)
    {
        var metadata = documents.Select(static document => document.Metadata).ToList();
        return new SearchChoices(
            [.. metadata.Select(static data => data.Province?.Value).OfType<string>().Distinct().OrderBy(VietnameseText.Fold, StringComparer.Ordinal)],
            metadata.Exists(static data => data.Province is null),
            [.. metadata.Select(static data => data.Kind).Distinct().Order()],
            [.. metadata.Select(static data => data.Period?.Value).OfType<Period>().Distinct().OrderBy(static period => period.From ?? period.To).ThenBy(static period => period.To)],
            [.. metadata.Select(static data => data.Date?.Value.Year).OfType<int>().Distinct().OrderDescending()]);
    }
}
