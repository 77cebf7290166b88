using CpAssistant.Core.Answering;
using CpAssistant.Core.Knowledge;

namespace CpAssistant.Facts;

/// <summary>Chooses facts.</summary>
public static class FactQuery
{
    /// <param name="kind">Null for all.</param>
    /// <param name="province">Null for all, national documents included.</param>
    /// <returns>Facts by document, then by kind, then in reading order.</returns>
    public static IReadOnlyList<FactItem> Run(KnowledgeSnapshot knowledge, FactKind? kind, ProvinceFilter? province) =>
        [.. knowledge.Facts
            .Where(fact => (kind is null || FactKinds.Of(fact) == kind) && (province is null || province.Holds(fact.Document, knowledge.Gazetteer)))
            .Select(FactItem.Of)];
}
