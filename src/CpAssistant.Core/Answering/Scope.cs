using CpAssistant.Core.Knowledge;
using CpAssistant.Core.Text;
using CpAssistant.Core.Understanding;

namespace CpAssistant.Core.Answering;

/// <summary>The documents that a question reaches, and the provinces it names that no document covers.</summary>
public sealed class Scope
{
    private Scope(IReadOnlyList<ProvinceGroup> groups, IReadOnlyList<Province> uncovered, IReadOnlyList<Document> national, bool named)
    {
        Groups = groups;
        Uncovered = uncovered;
        National = national;
        IsNamed = named;
    }

    /// <summary>Documents by province, in order of the question or of the names.</summary>
    public IReadOnlyList<ProvinceGroup> Groups { get; }

    /// <summary>Provinces of the question without a document.</summary>
    public IReadOnlyList<Province> Uncovered { get; }

    /// <summary>Documents of no province: strategies, guidance.</summary>
    public IReadOnlyList<Document> National { get; }

    /// <summary>Whether the question names its province or document.</summary>
    public bool IsNamed { get; }

    public IReadOnlyList<Document> Documents => [.. Groups.SelectMany(group => group.Documents)];

    internal static Scope Of(Question question, KnowledgeSnapshot knowledge)
    {
        var national = knowledge.Documents.Where(document => document.Metadata.Province is null).ToList();
        var byNumber = knowledge.Documents.Where(document => question.DocumentNumbers.Any(number => IsNumberOf(document, number))).ToList();
        if (byNumber.Count > 0)
        {
            return new Scope(Grouped(byNumber), [], [.. byNumber.Where(document => document.Metadata.Province is null)], true);
        }

        if (question.Has("national") && question.Provinces.Count == 0)
        {
            return new Scope([new ProvinceGroup("", national.Where(IsPolicy).ToList())], [], national, true);
        }

        if (question.Provinces.Count > 0)
        {
            var groups = question.Provinces
                .SelectMany(province => Grouped(OfKind(question, knowledge.Documents.Where(document => Covers(province, document, knowledge.Gazetteer)).ToList())))
                .DistinctBy(group => group.Province).ToList();
            var uncovered = question.Provinces.Where(province => !knowledge.Documents.Any(document => Covers(province, document, knowledge.Gazetteer))).ToList();
            return new Scope(groups, uncovered, national, true);
        }

        // People say "chương trình" and "kế hoạch" loosely; without a province only the other kinds tell documents apart.
        var provincial = knowledge.Documents.Where(document => document.Metadata.Province is not null).ToList();
        var told = question.DocumentKind is DocumentKind.Plan or DocumentKind.Programme ? provincial : OfKind(question, provincial);
        return new Scope(Grouped(told), [], national, told.Count == 1 && provincial.Count > 1);
    }

    /// <summary>Whether a province, by its old or new name, is the one a document is for.</summary>
    public static bool Covers(Province province, Document document, Gazetteer gazetteer)
    {
        if (document.Metadata.Province?.Value is not { } name)
        {
            return false;
        }

        var isNew = document.Metadata.Date is { } date && date.Value >= gazetteer.Since;
        return name == province.Name
            || (province.Name == province.Today.Name && province.Today.Former.Contains(name) && !isNew)
            || (isNew && name == province.Today.Name);
    }

    /// <summary>Whether a number as typed is a document's own or that of the document it is about.</summary>
    public static bool IsNumberOf(Document document, string typed) =>
        IsSameNumber(typed, document.Metadata.Number?.Value) || IsSameNumber(typed, document.Metadata.About?.Value);

    /// <returns>Whether a number as typed ("86", "86/QD-UBND") can stand for a document's ("86/QĐ-UBND").</returns>
    public static bool IsSameNumber(string typed, string? number)
    {
        if (number is null)
        {
            return false;
        }

        var (short_, full) = (VietnameseText.Fold(typed), VietnameseText.Fold(number));
        return full == short_ || (short_.All(char.IsAsciiDigit) && full.StartsWith(short_ + "/", StringComparison.Ordinal));
    }

    private static bool IsPolicy(Document document) => document.Metadata.Kind is not DocumentKind.Guidance;

    private static List<ProvinceGroup> Grouped(IReadOnlyList<Document> documents) =>
        [.. documents.Where(document => document.Metadata.Province is not null).GroupBy(document => document.Metadata.Province!.Value)
            .Select(group => new ProvinceGroup(group.Key, [.. group]))];

    /// <summary>The documents of the kind that the question names, where there are any; news about a plan counts as that plan.</summary>
    private static List<Document> OfKind(Question question, List<Document> documents)
    {
        if (question.DocumentKind is not { } kind)
        {
            return documents;
        }

        var ofKind = documents.Where(document => document.Metadata.Kind == kind).ToList();
        return ofKind.Count > 0 ? ofKind : documents;
    }
}

/// <summary>The documents of one province; the empty name stands for the whole country.</summary>
public sealed record ProvinceGroup(string Province, IReadOnlyList<Document> Documents);
