using CpAssistant.Core.Text;

namespace CpAssistant.Core.Knowledge;

/// <summary>A digest steps back when an original of the same document is at hand.</summary>
public static class DigestRule
{
    /// <summary>Share of the shorter title's words that the longer one has to hold.</summary>
    private const double StrongOverlap = 0.7;

    /// <summary>A title of fewer words says too little to tell two documents apart.</summary>
    private const int FewestWords = 4;

    /// <returns>The documents without the digests whose original is among them; order is kept.</returns>
    public static IReadOnlyList<Document> InUse(IReadOnlyList<Document> documents)
    {
        var originals = documents.Where(document => document.Metadata.Source == SourceKind.Original).Select(document => document.Metadata).ToList();
        return [.. documents.Where(document => document.Metadata.Source != SourceKind.Digest || !originals.Any(original => IsSame(document.Metadata, original)))];
    }

    /// <returns>
    /// Whether both tell of one document. Province (or national) and date must not differ; then the number decides, and where
    /// either has none, the kind with the date or the subject does.
    /// </returns>
    public static bool IsSame(DocumentMetadata one, DocumentMetadata other)
    {
        if (Fold(one.Province?.Value) != Fold(other.Province?.Value) || (one.Date is { } date && other.Date is { } otherDate && date.Value != otherDate.Value))
        {
            return false;
        }

        return one.Number is { } number && other.Number is { } otherNumber
            ? Sign(number.Value) == Sign(otherNumber.Value)
            : one.Kind == other.Kind && ((one.Date is not null && other.Date is not null) || HaveOneSubject(one, other));
    }

    private static bool HaveOneSubject(DocumentMetadata one, DocumentMetadata other)
    {
        var (words, otherWords) = (Words(one), Words(other));
        var (years, otherYears) = (Years(words), Years(otherWords));
        var shared = words.Count(otherWords.Contains);
        var fewest = Math.Min(words.Count, otherWords.Count);
        return fewest >= FewestWords && shared >= StrongOverlap * fewest && (years.IsSubsetOf(otherYears) || otherYears.IsSubsetOf(years));
    }

    private static HashSet<string> Words(DocumentMetadata metadata) =>
        [.. Analyzer.Folded.Analyze($"{metadata.Title} {metadata.Subject?.Value}").Select(token => token.Term)];

    private static HashSet<string> Years(HashSet<string> words) => [.. words.Where(word => word.Length == 4 && word.All(char.IsAsciiDigit))];

    private static string Fold(string? name) => VietnameseText.Fold(name ?? "");

    private static string Sign(string number) => Fold(string.Concat(number.Where(sign => !char.IsWhiteSpace(sign))));
}
